import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

const least = 32

/**
 * The secret that an installation makes for itself and keeps in its data folder, readable by its owner only.
 * It is on the disk before it is used, folder included: a power cut must not sign everybody out, or leave an empty one.
 * Throws what the file system throws.
 * @param dataDir made when absent
 */
export function keptSecret(dataDir: string): string {
  const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secret')
  const kept = readSecret(path)
  if (kept !== null) return kept
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w', 0o600)
  writeSync(file, randomBytes(48).toString('base64url'))
  fsyncSync(file)
  closeSync(file)
  try {
    // Unlike a rename it fails where another start was faster: both then go on with one secret.
    linkSync(unfinished, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    unlinkSync(unfinished)
  }
  for (let at = dataDir; ; at = dirname(at)) {
    flush(at)
    if (!made || at === dirname(made)) break
  }
  return readSecret(path) ?? keptSecret(dataDir)
}

// One that is cut short, by whatever means, is no secret and is made anew: that signs people out and loses nothing.
function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= least) return secret
    unlinkSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return null
}

function flush(folder: string): void {
  // Windows cannot flush a folder.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
