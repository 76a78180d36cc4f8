import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { StartError } from '../../src/platform/database/start-error.ts'

// A Perennial reduced to its database, to be started and killed by tests: `node embedded-process.ts DATA_DIR [write]`.
// It tells what happens in lines of JSON.
const [dataDir = '', task] = process.argv.slice(2)

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

try {
  const server = await startEmbedded(dataDir, { onTrouble: (trouble) => tell({ trouble }) })
  const pool = new pg.Pool({ ...server.connection, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      const { rows } = await pool.query('select 1 as last')
      await pool.end()
      await server.stop()
      tell({ stopped: true, last: rows[0]?.last })
      process.exit(0)
    })
  }
  await pool.query('create table if not exists written (number integer primary key)')
  tell({ ready: true, pid: server.pid, adopted: server.adopted })
  if (task === 'write') await write(pool)
  setInterval(() => {}, 60_000)
} catch (error) {
  tell({ refused: error instanceof Error ? error.message : String(error), isStartError: error instanceof StartError })
  process.exitCode = 1
}

async function write(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from written')
  for (let number = rows[0]?.next ?? 1; ;) {
    try {
      await pool.query('insert into written values ($1) on conflict do nothing', [number])
      tell({ acknowledged: number })
      number += 1
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
