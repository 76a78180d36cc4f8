import { sql } from 'kysely'
import type { Tx } from '../../../platform/work.ts'
import { isRow, type RowJson, type TableShape } from './references.ts'

/** One thing a merge did to one row: enough to take it back. */
export type RowChange =
  | { did: 'update'; table: string; key: RowJson; before: RowJson; after: RowJson }
  | { did: 'delete'; table: string; row: RowJson }

/** The changes of a merge in order, made and written down in one go, so that none is forgotten. */
export class ChangeLog {
  readonly changes: RowChange[] = []
  readonly #db: Tx
  constructor(db: Tx) {
    this.#db = db
  }

  /** Sets columns of one row. The row is found again later by its key after the change. */
  async update(shape: TableShape, row: RowJson, values: RowJson): Promise<RowJson> {
    const before = pick(row, Object.keys(values))
    const changed = { ...row, ...values }
    await setValues(this.#db, shape.table, pick(row, shape.primaryKey), values)
    this.changes.push({
      did: 'update',
      table: shape.table,
      key: pick(changed, shape.primaryKey),
      before,
      after: values,
    })
    return changed
  }

  /** Takes a row away; it is kept whole in the log. */
  async remove(shape: TableShape, row: RowJson): Promise<void> {
    await sql`delete from ${sql.table(shape.table)} where ${isRow(shape.table, pick(row, shape.primaryKey))}`.execute(
      this.#db,
    )
    this.changes.push({ did: 'delete', table: shape.table, row })
  }
}

/** Takes changes back, the last first. What somebody changed since stays as they left it. */
export async function takeBack(db: Tx, changes: readonly RowChange[]): Promise<void> {
  for (const change of changes.toReversed()) {
    const table = sql.table(change.table)
    if (change.did === 'delete') {
      const row = sql`jsonb_populate_record(null::${table}, ${JSON.stringify(change.row)}::jsonb)`
      await sql`insert into ${table} select (${row}).* on conflict do nothing`.execute(db)
    } else {
      await setValues(db, change.table, { ...change.key, ...change.after }, change.before)
    }
  }
}

async function setValues(db: Tx, table: string, key: RowJson, values: RowJson): Promise<void> {
  const record = sql`jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(values)}::jsonb)`
  const settings = Object.keys(values).map((column) => sql`${sql.ref(column)} = (${record}).${sql.ref(column)}`)
  await sql`update ${sql.table(table)} set ${sql.join(settings)} where ${isRow(table, key)}`.execute(db)
}

export function pick(row: RowJson, columns: readonly string[]): RowJson {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}
