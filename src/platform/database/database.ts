import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connectOutside } from './outside.ts'
import { attachEmbedded, startEmbedded } from './embedded.ts'
import { CountedClient } from './faultpoints.ts'
import type { Schema } from './schema.ts'
import { columnTypes } from './temporal.ts'

export type Db = Kysely<Schema>

/** How long connections in use may take to be given back when the database is closed. */
const closingMs = 2_000

/** A database that is ready to be used. */
export interface OpenDatabase {
  db: Db
  /** The same connections, for plain SQL. */
  pool: pg.Pool
  /** For others who keep connections of their own (pg-boss, better-auth, COPY); holds for this process only. */
  connection: pg.PoolConfig
  /** True when the database is the one in the data folder. */
  embedded: boolean
  /** Ends the connections and, where this process started or adopted it, the embedded server. */
  close(): Promise<void>
}

export interface DatabaseSettings {
  /** An outside PostgreSQL server; without it, the one in the data folder. */
  databaseUrl?: string | undefined
  dataDir: string
  /** Connections at most; 10 when not given. */
  poolSize?: number
  /** True for a command that may run beside a running Perennial and then uses its server. */
  beside?: boolean
  /** Hears one sentence each time the embedded server died and was, or could not be, started again. */
  onTrouble?: (sentence: string) => void
}

/**
 * Opens the database: the server of `databaseUrl`, or the embedded one. Nothing is migrated.
 * Throws StartError, one sentence, for everything the operator must put right.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { connection, stop } = await reachServer(settings)
  const pool = makePool(connection, settings.poolSize ?? 10)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    connection,
    embedded: settings.databaseUrl === undefined,
    async close() {
      // A query that hangs must not hold the end; with the embedded server it ends with the server.
      await Promise.race([db.destroy(), sleep(closingMs, undefined, { ref: false })])
      await stop()
    },
  }
}

async function reachServer(settings: DatabaseSettings): Promise<{ connection: pg.PoolConfig; stop(): Promise<void> }> {
  if (settings.databaseUrl !== undefined) {
    return { connection: await connectOutside(settings.databaseUrl), stop: async () => {} }
  }
  const running = settings.beside ? await attachEmbedded(settings.dataDir) : undefined
  return running ?? startEmbedded(settings.dataDir, settings.onTrouble ? { onTrouble: settings.onTrouble } : {})
}

/**
 * Connections with our column types and limits: 5 s to connect, 30 s a statement, nothing open and idle for a minute.
 * @param connection of an embedded or outside server
 */
export function makePool(connection: pg.PoolConfig, size: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    Client: CountedClient,
    types: columnTypes,
    max: size,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // A server that vanished without a word (half-open socket): stop waiting a little after it should have answered.
    query_timeout: 35_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: `perennial ${process.pid}`,
  })
  // A connection that breaks between two queries is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
