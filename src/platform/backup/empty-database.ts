import type pg from 'pg'
import { getConstructionPlans } from 'pg-boss'
import { migrateWithin, schemaVersion } from '../database/migrate.ts'
import { readMigrations } from '../database/migration-files.ts'
import { BackupError } from './backup-error.ts'
import type { Manifest } from './manifest.ts'
import { listTables, quoted } from './tables.ts'

/**
 * Makes sure that nothing can be lost by restoring into this database.
 * The job queue does not count: it only serves rows that are not there.
 * Throws BackupError when a table has rows or a Perennial is running on it.
 */
export async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and application_name like 'perennial %' and application_name <> $1 limit 1`,
    [`perennial ${process.pid}`],
  )
  if (rows[0])
    throw new BackupError(
      `Perennial is running on this database (process ${rows[0].name.split(' ')[1]}); stop it first.`,
    )
  for (const { schema, name } of await listTables(client)) {
    if (schema !== 'public') continue
    const found = await client.query<{ filled: boolean }>(
      `select exists (select from ${quoted(schema, name)}) as filled`,
    )
    if (found.rows[0]?.filled) {
      throw new BackupError(
        `This database is not empty (there are rows in ${name}); restore into a new DATA_DIR or an empty database: nothing was changed.`,
      )
    }
  }
}

/** Gives an empty database the schema that the backup was made with. */
export async function makeSchema(client: pg.ClientBase, manifest: Manifest, folder: string | undefined): Promise<void> {
  const known = readMigrations(folder).length
  if (manifest.schema > known) {
    throw new BackupError(
      `The backup was made by a newer Perennial (schema ${manifest.schema}); this one knows ${known}.`,
    )
  }
  if ((await schemaVersion(client)) > manifest.schema) await dropSchema(client)
  await migrateWithin(client, { upTo: manifest.schema, ...(folder === undefined ? {} : { folder }) })
  if (manifest.queueSchema !== null) await makeQueue(client)
}

// Empty tables of a later schema than the backup's: there is no way back to it but from the beginning. What belongs to an
// extension stays: it may be the administrator's.
async function dropSchema(client: pg.ClientBase): Promise<void> {
  const own = (catalog: string, oid: string) =>
    `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`
  const { rows } = await client.query<{ drop: string }>(`
    select format('drop %s if exists %s cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view'
        when 'S' then 'sequence' else 'table' end, c.oid::regclass) as drop, relkind = 'S' as later
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and ${own('pg_class', 'c.oid')}
    union all select format('drop routine if exists %s cascade', p.oid::regprocedure), true
      from pg_proc p where pronamespace = 'public'::regnamespace and ${own('pg_proc', 'p.oid')}
    union all select format('drop type if exists %s cascade', t.oid::regtype), true
      from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r') and ${own('pg_type', 't.oid')}
    order by later`)
  for (const { drop } of rows) await client.query(drop)
}

// Always the tables of the pg-boss that we have: older ones it could not make, and its own start would only change them.
async function makeQueue(client: pg.ClientBase): Promise<void> {
  await client.query('drop schema if exists pgboss cascade')
  await client.query(
    getConstructionPlans('pgboss')
      .replace(/^\s*BEGIN;/, '')
      .replace(/COMMIT;\s*$/, ''),
  )
}
