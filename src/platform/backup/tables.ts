import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

export interface Table {
  schema: 'public' | 'pgboss'
  name: string
  columns: string[]
  /** The columns of the primary key; empty when there is none. */
  key: string[]
}

export interface Sequence {
  schema: 'public' | 'pgboss'
  name: string
  value: string
  isCalled: boolean
}

/** So that the same values are the same text on every server. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`

const foreign = `exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/**
 * Every table of the application and of its job queue, whatever they are called: a table that is added later is in the
 * backup without anybody thinking of it. Not `migrations`: it says how the tables came to be, not what is in them.
 */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
      and not (n.nspname = 'public' and c.relname = 'migrations') and not ${foreign}
    order by n.nspname desc, c.relname`)
  return rows
}

/** Every sequence with its present value. */
export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: 'public' | 'pgboss'; name: string }>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind = 'S' and not ${foreign} order by 1, 2`)
  const sequences: Sequence[] = []
  for (const { schema, name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(schema, name)}`,
    )
    const [now] = found.rows
    if (now) sequences.push({ schema, name, value: now.value, isCalled: now.called })
  }
  return sequences
}

/** All rows of a table as text, in an order that is the same on every server. */
export function copyOut(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  const key = table.key.length > 0 ? table.key : undefined
  const order = (key?.map((column) => pg.escapeIdentifier(column)) ?? ['t.*']).map(
    (column) => `(${column})::text collate "C"`,
  )
  const query = `select ${columnList(table)} from ${quoted(table.schema, table.name)} t order by ${order.join(', ')}`
  return client.query(copyTo(`copy (${query}) to stdout`))
}

/** Counts and checks rows of COPY text as they pass. */
export function tally(): { add(chunk: Buffer): void; result(): { rows: number; md5: string } } {
  const hash = createHash('md5')
  let rows = 0
  return {
    add(chunk) {
      hash.update(chunk)
      // A line break inside a value is written as two characters, so each true one ends a row.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1
    },
    result: () => ({ rows, md5: hash.digest('hex') }),
  }
}

/** The columns of a table as SQL, each quoted: '"id", "name"'. */
export function columnList({ columns }: { columns: string[] }): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

/** A table's name as SQL: '"public"."persons"'. */
export function quoted(schema: string, name: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}
