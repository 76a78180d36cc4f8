import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'

/** What a measured process says of itself in its first line. */
export interface Served {
  pid: number
  port: number
  /** How others reach the same database, and one of its server processes. */
  database: { connection: pg.PoolConfig; backend: number }
}

const children: ChildProcess[] = []
process.once('exit', () => children.forEach((child) => child.kill('SIGTERM')))

/** Starts a server of this folder in a process of its own and waits until it listens. */
export function serve<T = Served>(file: string, ...args: string[]): Promise<T> {
  const flags = process.env.PROFILE === file ? ['--cpu-prof', '--cpu-prof-dir=/tmp/perennial-profiles'] : []
  const command = [...flags, '--import', 'tsx', join(import.meta.dirname, '..', file), ...args]
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as T))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
}

/** Ends every process that was started, the last first, and waits for each. */
export async function endAll(): Promise<void> {
  for (const child of children.splice(0).toReversed()) {
    if (child.exitCode !== null) continue
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
}
