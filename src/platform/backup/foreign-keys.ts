import pg from 'pg'
import { quoted } from './tables.ts'

/**
 * Takes all foreign keys and triggers away while rows are loaded, and puts them back afterwards, which checks every row.
 * Needs no more than to own the tables, unlike session_replication_role, and no order of loading, which tables that
 * refer to each other do not have. In a transaction nobody else ever sees the tables without them.
 * @returns what puts them back
 */
export async function setConstraintsAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ schema: string; table: string; name: string; definition: string }>(`
    select n.nspname as schema, c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'pgboss')`)
  const { rows: guarded } = await client.query<{ schema: string; table: string }>(`
    select distinct n.nspname as schema, c.relname as table
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgenabled = 'O' and n.nspname in ('public', 'pgboss')`)
  for (const { schema, table, name } of keys) {
    await client.query(`alter table ${quoted(schema, table)} drop constraint ${pg.escapeIdentifier(name)}`)
  }
  for (const { schema, table } of guarded)
    await client.query(`alter table ${quoted(schema, table)} disable trigger user`)
  return async () => {
    for (const { schema, table } of guarded)
      await client.query(`alter table ${quoted(schema, table)} enable trigger user`)
    for (const { schema, table, name, definition } of keys) {
      await client.query(
        `alter table ${quoted(schema, table)} add constraint ${pg.escapeIdentifier(name)} ${definition}`,
      )
    }
  }
}
