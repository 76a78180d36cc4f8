import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { attachEmbedded } from '../../src/platform/database/embedded.ts'
import { type Checkout, here } from './checkout.ts'

/** What a process told in a line of JSON. */
export interface ProcessEvent {
  ready?: boolean
  pid?: number
  adopted?: boolean
  refused?: string
  isStartError?: boolean
  stopped?: boolean
  last?: number
  trouble?: string
  acknowledged?: number
}

/** A process that runs `embedded-process.ts`, and everything it has told so far. */
export interface EmbeddedProcess {
  child: ChildProcess
  events: ProcessEvent[]
  /** Waits for the first event that fits; fails when the process ends without it. */
  next(fits: (event: ProcessEvent) => boolean): Promise<ProcessEvent>
  ended: Promise<number | null>
}

export const isRoot = process.getuid?.() === 0

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'perennial-fault-'))
}

/** Starts another process on a data folder, in a process group of its own. */
export function startProcess(
  dataDir: string,
  task = '',
  options: SpawnOptions = {},
  checkout: Checkout = here,
): EmbeddedProcess {
  const child = spawn(checkout.node, [join(checkout.folder, 'test/faults/embedded-process.ts'), dataDir, task], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    ...options,
  })
  const events: ProcessEvent[] = []
  const waiting = new Set<() => void>()
  if (!child.stdout) throw new Error('the process has no output')
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    events.push(JSON.parse(line) as ProcessEvent)
    for (const look of waiting) look()
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    events,
    ended,
    next: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = events.find(fits)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`it ended without: ${fits}; it told ${JSON.stringify(events)}`)))
      }),
  }
}

/** Ends whatever PostgreSQL is left on a data folder, and removes the folder. */
export async function cleanUp(dataDir: string): Promise<void> {
  const server = await attachEmbedded(dataDir).catch(() => undefined)
  if (server) {
    process.kill(server.pid, 'SIGQUIT')
    await server.stop()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** One query on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(connection: pg.PoolConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** The number of the PostgreSQL main process on a data folder. */
export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}
