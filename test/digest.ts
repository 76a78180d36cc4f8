import type pg from 'pg'

/**
 * The whole state of a database as one line a table: how many rows, and an md5 over them. Two equal digests mean that
 * nothing was changed, not a column of a row.
 */
export async function digest(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where (schemaname = 'public' and tablename <> 'migrations') or (schemaname = 'pgboss' and tablename = 'job')
    order by 1`)
  const state: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    )
    state[name] = rows[0]?.digest ?? ''
  }
  return state
}
