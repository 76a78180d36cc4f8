import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A PostgreSQL main process, as its own postmaster.pid tells of it. */
export interface Postmaster {
  pid: number
  port: number
  status: 'starting' | 'ready' | 'stopping'
}

/** Reads postmaster.pid of a data folder; undefined when there is none or it is not complete yet. */
export function readPostmaster(folder: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const status = lines[7]?.trim()
  return {
    pid,
    port: Number(lines[3]) || 5432,
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  }
}

/** The PostgreSQL that runs on a data folder now, or undefined. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const found = readPostmaster(folder)
  return found && isAlive(found.pid) && worksIn(found.pid, folder) !== false ? found : undefined
}

/**
 * Removes the two files in which a killed server left its number. PostgreSQL does that itself, unless the number still
 * exists: as a corpse that nobody collects, or because another program has it by now, both usual in containers. Its
 * last guard, the shared memory of the folder, stays.
 */
export function forgetDeadPostmaster(folder: string): void {
  if (findPostmaster(folder)) return
  for (const name of readdirSync(folder)) {
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true })
  }
}

/** Whether a process exists and is more than a corpse that nobody collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits until a process is gone; false when it is still there after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; isAlive(pid); await sleep(10)) if (Date.now() > end) return false
  return true
}

/**
 * Ends the processes of PostgreSQL that outlived the one that led them: children of a killed server (they serve nobody,
 * and as long as one of them lives the folder cannot be opened), or the initdb of a start that was killed.
 */
export function endOrphans(folder: string, signal: 'SIGQUIT' | 'SIGKILL'): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid) || pid === process.pid || worksIn(pid, folder) !== true) continue
    try {
      if (/^(postgres|initdb)/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))) process.kill(pid, signal)
    } catch {}
  }
}

// Every PostgreSQL process works in its data folder. Undefined where the system does not tell.
function worksIn(pid: number, folder: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const theirs = statSync(`/proc/${pid}/cwd`)
    const ours = statSync(folder)
    return theirs.ino === ours.ino && theirs.dev === ours.dev
  } catch {
    return false
  }
}
