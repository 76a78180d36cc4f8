import type pg from 'pg'
import { type Migration, readMigrations } from './migration-files.ts'
import { StartError } from './start-error.ts'

// Any number, as long as nobody else uses it: 'perennial' on a telephone keypad.
const lockNumber = 737_366_425

interface Applied {
  version: number
  name: string
  checksum: string
}

export interface MigrationOptions {
  /** Where the SQL files are; the project's own folder when not given. */
  folder?: string
  /** Stops after this version, to load a backup of that time; the newest when not given. */
  upTo?: number
}

/**
 * Brings the database to the newest schema, each file in a transaction of its own. Several processes may do it at once:
 * one works, the others wait.
 * Throws StartError when the database is newer than this code, or when a file was changed after it was applied; then
 * nothing was done.
 * @returns the versions applied now, and the version reached
 */
export async function migrate(
  pool: pg.Pool,
  options: MigrationOptions = {},
): Promise<{ applied: number[]; version: number }> {
  const migrations = readMigrations(options.folder)
  const client = await pool.connect()
  try {
    // A large table may take longer than any page may; the connection is thrown away afterwards.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await patiently(client, `select pg_advisory_lock(${lockNumber})`)
    const { due, version } = await findDue(client, migrations, options.upTo)
    for (const migration of due) await inOwnTransaction(client, () => apply(client, migration))
    return { applied: due.map((migration) => migration.version), version }
  } finally {
    client.release(true)
  }
}

/**
 * The same within the caller's transaction, all files in it: for restoring, which is all or nothing.
 * @returns the version reached
 */
export async function migrateWithin(client: pg.ClientBase, options: MigrationOptions = {}): Promise<number> {
  await patiently(client, `select pg_advisory_xact_lock(${lockNumber})`)
  const { due, version } = await findDue(client, readMigrations(options.folder), options.upTo)
  for (const migration of due) await apply(client, migration)
  return version
}

/** Waits for migrations that are under way, and keeps others from beginning until `done` is called. */
export async function holdMigrations(client: pg.ClientBase): Promise<{ done(): Promise<void> }> {
  await patiently(client, `select pg_advisory_lock_shared(${lockNumber})`)
  return {
    async done() {
      await client.query(`select pg_advisory_unlock_shared(${lockNumber})`)
    },
  }
}

/** The schema version of a database; 0 when it is empty. */
export async function schemaVersion(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ present: boolean }>(`select to_regclass('migrations') is not null as present`)
  if (!rows[0]?.present) return 0
  const newest = await client.query<{ version: number }>('select coalesce(max(version), 0) as version from migrations')
  return newest.rows[0]?.version ?? 0
}

async function findDue(
  client: pg.ClientBase,
  migrations: Migration[],
  upTo: number | undefined,
): Promise<{ due: Migration[]; version: number }> {
  const done = await readApplied(client)
  checkHistory(done, migrations)
  const due = migrations.filter(({ version }) => version > done.length && version <= (upTo ?? version))
  return { due, version: done.length + due.length }
}

async function readApplied(client: pg.ClientBase): Promise<Applied[]> {
  await client.query(`create table if not exists migrations (
    version integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`)
  return (await client.query<Applied>('select version, name, checksum from migrations order by version')).rows
}

function checkHistory(done: Applied[], known: Migration[]): void {
  const newest = done.at(-1)
  if (newest && newest.version > known.length) {
    throw new StartError(
      `This data was written by a newer Perennial (schema ${newest.version}); this one knows ${known.length}. ` +
        'Start the newer one again, or restore a backup made with this one.',
    )
  }
  for (const { version, name, checksum } of done) {
    if (known[version - 1]?.checksum === checksum) continue
    throw new StartError(
      `The migration ${version} (${name}) was changed after it was applied to this database; ` +
        'put the file back as it was and write the change as a new migration.',
    )
  }
}

async function apply(client: pg.ClientBase, { version, name, sql, checksum }: Migration): Promise<void> {
  try {
    await patiently(client, sql)
    await client.query('insert into migrations (version, name, checksum) values ($1, $2, $3)', [
      version,
      name,
      checksum,
    ])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${version} (${name}) failed: ${reason}`, { cause: error })
  }
}

async function inOwnTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

function patiently(client: pg.ClientBase, text: string): Promise<pg.QueryResult> {
  return client.query({ text, query_timeout: 2 ** 31 - 1 } as pg.QueryConfig)
}
