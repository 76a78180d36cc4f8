import { sql } from 'kysely'
import type { Tx } from '../../../platform/work.ts'
import { type ChangeLog, pick } from './change-log.ts'
import { isRow, type RowJson, rowsWhere, type Shapes, type TableShape } from './references.ts'

/** Tables that say what was merged: they keep pointing at the record that went. */
const ownTables = ['merges', 'persons']

export interface Merging {
  db: Tx
  shapes: Shapes
  log: ChangeLog
  /** Ids of rows that went, and of those that stand for them now: links may name them without a foreign key. */
  standIns: Map<string, string>
}

/**
 * Makes everything that belongs to one row belong to another of the same table. Where both have a row of which only one
 * may exist (both take part in one initiative), the fuller row stays and takes what belongs to the other in turn.
 */
export async function foldInto(merging: Merging, table: string, gone: RowJson, kept: RowJson): Promise<void> {
  const references = merging.shapes.references.filter((one) => one.to === table && !ownTables.includes(one.table))
  for (const [child, columns] of Map.groupBy(references, (one) => one.table)) {
    const shape = shapeOf(merging.shapes, child)
    for (const { column, toColumn } of columns) {
      for (const row of await rowsWhere(merging.db, child, column, gone[toColumn])) {
        await moveRow(merging, shape, row, column, kept[toColumn])
      }
    }
  }
}

async function moveRow(merging: Merging, shape: TableShape, row: RowJson, column: string, to: unknown): Promise<void> {
  const values = inPairOrder(row, { [column]: to })
  const moved = { ...row, ...values }
  if (isWithItself(moved)) return merging.log.remove(shape, row)
  const rival = await findRival(merging, shape, row, moved, Object.keys(values))
  if (rival && fullness(row) <= fullness(rival)) return standFor(merging, shape, row, rival)
  if (rival) await standFor(merging, shape, rival, row)
  await merging.log.update(shape, row, await withinOneTime(merging.db, shape, row, values))
}

async function standFor(merging: Merging, shape: TableShape, gone: RowJson, kept: RowJson): Promise<void> {
  await foldInto(merging, shape.table, gone, kept)
  await merging.log.remove(shape, gone)
  if (typeof gone.id === 'string' && typeof kept.id === 'string') merging.standIns.set(gone.id, kept.id)
}

/** A row that holds two persons in the order of their ids keeps that order. */
function inPairOrder(row: RowJson, values: RowJson): RowJson {
  const { first_person_id: first, second_person_id: second } = { ...row, ...values }
  if (typeof first !== 'string' || typeof second !== 'string' || first < second) return values
  return { first_person_id: second, second_person_id: first }
}

/** Two times that overlap cannot be one person's: the row that moves lets go of its time, and stays without. */
async function withinOneTime(db: Tx, shape: TableShape, row: RowJson, values: RowJson): Promise<RowJson> {
  if (typeof row.during !== 'string' || !('person_id' in values)) return values
  const { rows } = await sql<{ isTaken: boolean }>`
    select exists (select from ${sql.table(shape.table)}
      where person_id = ${values.person_id} and during && ${row.during}::tstzrange) as "isTaken"`.execute(db)
  return rows[0]?.isTaken ? { ...values, during: null } : values
}

/** Nobody is paired with, or told apart from, themselves. */
function isWithItself(row: RowJson): boolean {
  return typeof row.first_person_id === 'string' && row.first_person_id === row.second_person_id
}

/** The row that is in the way: same values where only one may have them. */
async function findRival(
  merging: Merging,
  shape: TableShape,
  row: RowJson,
  moved: RowJson,
  changed: string[],
): Promise<RowJson | undefined> {
  for (const columns of shape.uniques) {
    if (!columns.some((column) => changed.includes(column)) || columns.some((column) => moved[column] === null))
      continue
    const { rows } = await sql<{ row: RowJson }>`
      select to_jsonb(rows) as row from ${sql.table(shape.table)} rows
      where ${isRow(shape.table, pick(moved, columns))} and not (${isRow(shape.table, pick(row, shape.primaryKey))})
      limit 1`.execute(merging.db)
    if (rows[0]) return rows[0].row
  }
  return undefined
}

/** How much a row says: values that are there, are true, are not nothing. */
function fullness(row: RowJson): number {
  const empty = new Set<unknown>([null, false, '', 0])
  return Object.values(row).filter((value) => !empty.has(value) && !(Array.isArray(value) && value.length === 0)).length
}

export function shapeOf(shapes: Shapes, table: string): TableShape {
  const shape = shapes.tables.get(table)
  if (!shape || shape.primaryKey.length === 0) throw new Error(`The table ${table} has no primary key to merge by.`)
  return shape
}
