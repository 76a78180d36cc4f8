import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import { type Home, folderTrouble } from './home.ts'
import { endOrphans } from './postmaster.ts'
import { explain, reach, run } from './program.ts'
import type { RunAs } from './run-as.ts'

// Only what differs from PostgreSQL's own defaults. Written to postgresql.conf, where the operator may change it.
const settings = {
  shared_buffers: '32MB',
  max_connections: '40',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  io_method: 'sync',
  jit: 'off',
  max_logical_replication_workers: '0',
  max_wal_senders: '2',
  password_encryption: 'scram-sha-256',
  log_checkpoints: 'off',
  // A statement or a doubled key in the log would be personal data in the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const unfinished = 'postgres.unfinished-'

const whoMayConnect = `# Written by Perennial. The socket lies in this folder, which only its owner can enter.
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
`

/**
 * Makes the database folder where there is none, and checks that an old one is ours to open.
 * Everything happens under another name and is renamed when complete: a start that dies here leaves nothing half made.
 * Throws StartError for data of another PostgreSQL major version, of another user, a full disk.
 */
export async function initialise(home: Home, binaries: Binaries, runAs: RunAs | undefined): Promise<void> {
  removeUnfinished(home)
  const version = readVersion(home)
  if (version === undefined) return make(home, binaries, runAs)
  if (version !== binaries.major) {
    throw new StartError(
      `The data in ${home.postgres} was written by PostgreSQL ${version} and this Perennial brings PostgreSQL ${binaries.major}: ` +
        'make a backup with the Perennial that wrote it and restore that here; nothing was changed.',
    )
  }
  if (runAs && statSync(home.postgres).uid === 0) giveAll(home.postgres, runAs)
}

function readVersion(home: Home): number | undefined {
  try {
    return Number(readFileSync(join(home.postgres, 'PG_VERSION'), 'utf8').trim())
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw folderTrouble(home.postgres, error)
  }
  if (existsSync(home.postgres) && readdirSync(home.postgres).length > 0) {
    throw new StartError(
      `${home.postgres} holds files but no database; move them away, or set DATA_DIR to another folder.`,
    )
  }
  return undefined
}

async function make(home: Home, binaries: Binaries, runAs: RunAs | undefined): Promise<void> {
  let folder: string | undefined
  try {
    // Never the same name twice: the initdb of a start that was killed may still be writing under the old one.
    folder = mkdtempSync(join(home.dataDir, unfinished))
    const passwordFile = `${folder}.password`
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (runAs) for (const path of [folder, passwordFile]) chownSync(path, runAs.uid, runAs.gid)
    await initdb(home, folder, binaries, runAs, passwordFile)
    writeFileSync(join(folder, 'pg_hba.conf'), whoMayConnect)
    const kept = join(folder, basename(home.password))
    renameSync(passwordFile, kept)
    for (const path of [join(folder, 'pg_hba.conf'), kept, folder]) flush(path)
    renameSync(folder, home.postgres)
    flush(home.dataDir)
  } catch (error) {
    removeUnfinished(home)
    throw folderTrouble(home.dataDir, error)
  }
}

function removeUnfinished(home: Home): void {
  for (const name of readdirSync(home.dataDir)) {
    if (!name.startsWith(unfinished)) continue
    const path = join(home.dataDir, name)
    try {
      endOrphans(path, 'SIGKILL')
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    } catch {}
  }
}

async function initdb(
  home: Home,
  folder: string,
  binaries: Binaries,
  runAs: RunAs | undefined,
  passwordFile: string,
): Promise<void> {
  // Handed over open: the user that PostgreSQL runs as may be unable to walk to the file.
  const fd = openSync(passwordFile, 'r')
  try {
    const { code, said } = await run(
      binaries.initdb,
      [
        `--pgdata=${reach(folder, runAs)}`,
        '--username=perennial',
        `--pwfile=${process.platform === 'win32' ? passwordFile : '/dev/fd/3'}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
        ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
      ],
      { cwd: folder, runAs, fd },
    )
    if (code !== 0) throw explain(said, home)
  } finally {
    closeSync(fd)
  }
}

function flush(path: string): void {
  // Windows cannot flush a folder.
  if (process.platform === 'win32') return
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

// Data that root copied here from elsewhere.
function giveAll(path: string, { uid, gid }: RunAs): void {
  lchownSync(path, uid, gid)
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveAll(inside, { uid, gid })
    else lchownSync(inside, uid, gid)
  }
}
