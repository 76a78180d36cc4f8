import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makePool } from '../src/platform/database/database.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { prepareTemplate } from './template.ts'

/** Where the tests of this run find their PostgreSQL. */
export interface TestCluster {
  /** To a maintenance database of the server, with the right to create databases. */
  connection: pg.PoolConfig
  /** Begins the name of every database of this run. */
  prefix: string
  /** A migrated database to be cloned. */
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** One PostgreSQL a run: TEST_DATABASE_URL or DATABASE_URL when set, otherwise an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const { connection, stop } = url ? { connection: { connectionString: url }, stop: async () => {} } : await startOwn()
  const prefix = `perennial_test_${process.pid}_${Date.now().toString(36)}`
  const template = `${prefix}_template`
  await query(connection, `create database ${template} template template0 encoding 'UTF8' locale 'C'`)
  const pool = makePool(withDatabase(connection, template), 2)
  await migrate(pool)
  await prepareTemplate(pool)
  await pool.end()
  project.provide('cluster', { connection, prefix, template })
  return async () => {
    await dropAll(connection, prefix)
    await stop()
  }
}

async function startOwn(): Promise<{ connection: pg.PoolConfig; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'perennial-tests-'))
  removeAfterDeath(dataDir)
  const server = await startEmbedded(dataDir, { durable: false })
  return {
    connection: { ...server.connection, database: 'postgres' },
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

// A test run that is killed would leave its server behind: this waits for our end, whichever way it comes.
function removeAfterDeath(dataDir: string): void {
  if (process.platform === 'win32') return
  const script = 'cat >/dev/null; cd "$1" && kill -QUIT "$(head -n 1 postgres/postmaster.pid)"; sleep 1; rm -rf "$1"'
  const watcher = spawn('sh', ['-c', script, 'sh', dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watcher.unref()
}

async function dropAll(connection: pg.PoolConfig, prefix: string): Promise<void> {
  const { rows } = await query<{ datname: string }>(
    connection,
    `select datname from pg_database where starts_with(datname, '${prefix}')`,
  )
  for (const { datname } of rows) await query(connection, `drop database if exists ${datname} with (force)`)
}

/** The same server, another database. */
export function withDatabase(connection: pg.PoolConfig, database: string): pg.PoolConfig {
  if (!connection.connectionString) return { ...connection, database }
  // Not by URL: an address of a socket (postgresql://user@/name?host=/folder) is none to it.
  const [, server, rest] = /^(\w+:\/\/[^/]*)\/?[^?]*(.*)$/.exec(connection.connectionString) ?? []
  return { connectionString: `${server}/${database}${rest}` }
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  connection: pg.PoolConfig,
  text: string,
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query<Row>(text)
  } finally {
    await client.end()
  }
}
