import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { start } from '../src/main.ts'
import { readSettings } from '../src/platform/settings.ts'
import type { World } from '../src/platform/work.ts'
import type { Served } from './measuring/serve.ts'
import { type Seeded, seed } from './seed.ts'

// The measured process: Perennial with an initiative of 500 peers. Usage: page-server.ts [role]
const own = mkdtempSync(join(tmpdir(), 'perennial-bench-'))
const role = process.argv[2] ?? 'web'
const settings = readSettings({
  DATA_DIR: own,
  LOG_LEVEL: 'error',
  PORT: '0',
  ROLE: role,
  DATABASE_URL: process.env.DATABASE_URL,
})
let seeded: Seeded | undefined
const running = await start(settings, { prepare: async (world) => void (seeded = await seed(world, 500)) })
const { connection, world } = { connection: running.opened.database.connection, world: running.opened.world }
const served: Served & Seeded = {
  ...orFail(seeded),
  pid: process.pid,
  port: Number(new URL(running.address).port),
  database: { connection, backend: await backendOf(world) },
}
console.log(JSON.stringify(served))
process.once('SIGTERM', () => {
  void running.stop().then(() => {
    rmSync(own, { recursive: true, force: true })
    process.exit(0)
  })
})

async function backendOf({ db }: World): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? 0
}

function orFail<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Nothing was seeded.')
  return value
}
