import { closeSync, constants, existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// The shortest of sun_path: 104 bytes on macOS, 108 on Linux, one of them for the closing zero.
const longest = 103

/** A way to the folder of a Unix socket that fits into a socket address. */
export interface SocketRoute {
  /** To be given as `host` to pg; holds for this process only. */
  host: string
  close(): void
}

/**
 * PostgreSQL itself opens its socket by a relative path, which is never too long; only we, who connect from elsewhere,
 * may need a short cut: the folder held open (Linux), or a symbolic link in the folder for temporary files.
 */
export function socketRoute(folder: string): SocketRoute {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longest) return { host: folder, close() {} }
  const open = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY)
  const host = `/proc/self/fd/${open}`
  let isOpen = existsSync(join(host, 'PG_VERSION'))
  if (isOpen) {
    const close = () => {
      if (isOpen) closeSync(open)
      isOpen = false
    }
    return { host, close }
  }
  closeSync(open)
  const short = mkdtempSync(join(tmpdir(), 'perennial-'))
  symlinkSync(folder, join(short, 'db'))
  return { host: join(short, 'db'), close: () => rmSync(short, { recursive: true, force: true }) }
}
