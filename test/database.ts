import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { inject } from 'vitest'
import { type Db, makePool } from '../src/platform/database/database.ts'
import type { Schema } from '../src/platform/database/schema.ts'
import { query, withDatabase } from './cluster.ts'

export interface TestDatabase {
  db: Db
  pool: pg.Pool
  connection: pg.PoolConfig
  /** Empties every table but `migrations`, and starts the counters again. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** A database of its own for a test file, cloned from the migrated template (or empty). */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `${cluster.prefix}_${randomBytes(6).toString('hex')}`
  await query(cluster.connection, `create database ${name} template ${options.empty ? 'template0' : cluster.template}`)
  const connection = withDatabase(cluster.connection, name)
  const pool = makePool(connection, 5)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    connection,
    reset: () => emptyTables(pool),
    async close() {
      await db.destroy()
      await query(cluster.connection, `drop database if exists ${name} with (force)`)
    },
  }
}

// pg-boss keeps its settings (version, queues, schedules) in tables too; only its jobs are emptied. Emptying the few tables
// that have rows is ten times faster than truncating all; it needs a superuser, which the tests' own server gives us.
async function emptyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where (schemaname = 'public' and tablename <> 'migrations') or (schemaname = 'pgboss' and tablename = 'job')`)
  const names = rows.map(({ name }) => name)
  if (names.length === 0) return
  const looks = names.map((name) => `select '${name}' as name where exists (select from ${name})`)
  const filled = await pool.query<{ name: string }>(looks.join(' union all '))
  if (filled.rows.length === 0) return
  const user = await pool.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  )
  if (user.rows[0]?.super) {
    const deletions = filled.rows.map(({ name }) => `delete from ${name};`).join(' ')
    await pool.query(`begin; set local session_replication_role = replica; ${deletions} commit`)
    await pool.query(`select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
      where schemaname = 'public' and last_value is not null`)
  } else await pool.query(`truncate ${names.join(', ')} restart identity cascade`)
}
