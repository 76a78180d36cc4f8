import { sql } from 'kysely'
import type { Tx } from '../../../platform/work.ts'

/** A table as merging needs to know it: how a row is named, and which of its columns may not repeat. */
export interface TableShape {
  table: string
  primaryKey: string[]
  /** Columns of each unique index, the primary key's among them. */
  uniques: string[][]
}

/** A column through which rows of one table belong to a row of another. */
export interface Reference {
  table: string
  column: string
  /** The referenced table and column. */
  to: string
  toColumn: string
}

export interface Shapes {
  tables: ReadonlyMap<string, TableShape>
  references: readonly Reference[]
  /** Columns that hold several persons as an array of ids. */
  personLists: readonly { table: string; column: string }[]
}

/**
 * Reads from the database itself which rows can belong to which: a feature that adds a table with a person in it is part
 * of every merge from that day on.
 */
export async function readShapes(db: Tx): Promise<Shapes> {
  const indexes = await sql<{ table: string; columns: string[]; is_primary: boolean }>`
    select class.relname as table, index.indisprimary as is_primary,
      array(select attname::text from unnest(index.indkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = index.indrelid and attnum = key.number order by place) as columns
    from pg_index index join pg_class class on class.oid = index.indrelid
    where index.indisunique and index.indexprs is null and class.relnamespace = 'public'::regnamespace
    order by class.relname, index.indexrelid`.execute(db)
  const references = await sql<{ table: string; column: string; to: string; to_column: string }>`
    select class.relname as table, attribute.attname as column, target.relname as to, key.attname as to_column
    from pg_constraint
    join pg_class class on class.oid = conrelid join pg_class target on target.oid = confrelid
    join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
    join pg_attribute key on key.attrelid = confrelid and key.attnum = confkey[1]
    where contype = 'f' and cardinality(conkey) = 1 and class.relnamespace = 'public'::regnamespace
    order by class.relname, attribute.attname`.execute(db)
  const lists = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and udt_name = '_uuid' and column_name like '%person_ids' order by 1, 2`.execute(db)
  const tables = new Map<string, TableShape>()
  for (const { table, columns, is_primary } of indexes.rows) {
    const shape = tables.get(table) ?? { table, primaryKey: [], uniques: [] }
    tables.set(table, {
      table,
      primaryKey: is_primary ? columns : shape.primaryKey,
      uniques: [...shape.uniques, columns],
    })
  }
  return {
    tables,
    references: references.rows.map(({ to_column, ...reference }) => ({ ...reference, toColumn: to_column })),
    personLists: lists.rows,
  }
}

export type RowJson = Record<string, unknown>

/** Rows of a table whose column has a value, as JSON. */
export async function rowsWhere(db: Tx, table: string, column: string, value: unknown): Promise<RowJson[]> {
  const typed = sql`(jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({ [column]: value })}::jsonb)).${sql.ref(column)}`
  const { rows } = await sql<{ row: RowJson }>`
    select to_jsonb(rows) as row from ${sql.table(table)} rows where ${sql.ref(column)} = ${typed} order by to_jsonb(rows)::text`.execute(
    db,
  )
  return rows.map(({ row }) => row)
}

/** 'this row': every column of `key` has its value. */
export function isRow(table: string, key: RowJson) {
  const record = sql`jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(key)}::jsonb)`
  const conditions = Object.entries(key).map(([column, value]) =>
    value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = (${record}).${sql.ref(column)}`,
  )
  return sql.join(conditions, sql` and `)
}
