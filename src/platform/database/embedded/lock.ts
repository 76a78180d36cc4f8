import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'
import { diskFull } from './home.ts'

// A lock whose object is collected would be a lock lost.
const held = new Set<DatabaseSync>()

/**
 * Takes the data folder for this process alone, until `release` or the death of the process.
 *
 * Node has no flock, a pid file is never safe, and abstract sockets stop at the edge of a container. SQLite, which
 * is in Node, takes the operating system's own file lock: it ends with the process, however that ends, and is seen
 * from other containers that share the folder.
 *
 * Throws StartError, naming the process that has it, when the folder is taken.
 */
export function holdFolder(dataDir: string): { release(): void } {
  const note = join(dataDir, 'process.json')
  const lock = take(dataDir, note)
  held.add(lock)
  tryTo(() => writeFileSync(note, JSON.stringify({ pid: process.pid, since: new Date().toISOString() })))
  return {
    release() {
      if (!held.delete(lock)) return
      tryTo(() => rmSync(note, { force: true }))
      lock.close()
    },
  }
}

function take(dataDir: string, note: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(dataDir, 'perennial.lock'), { timeout: 0 })
    // Without a journal nothing is written: a full disk can be locked, too.
    lock.exec('PRAGMA journal_mode = memory; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) {
      throw new StartError(
        `Perennial is already running on ${dataDir} (${holder(note)}); stop it first, or set DATA_DIR to another folder.`,
      )
    }
    if (error instanceof Error && 'errcode' in error && error.errcode === 13) throw diskFull(dataDir)
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `DATA_DIR: the folder ${dataDir} cannot be locked (${reason}); check who owns it and its disk.`,
    )
  }
}

function holder(note: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number; since: string }
    return `process ${pid}, since ${since}`
  } catch {
    return 'another process'
  }
}

// The note only makes a message friendlier: a full disk must not stop the start because of it.
function tryTo(act: () => void): void {
  try {
    act()
  } catch {}
}
