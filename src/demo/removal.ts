import { sql } from 'kysely'
import type { Db } from '../platform/database/database.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Tx } from '../platform/work.ts'

/**
 * Removes every demonstration agency with all that belongs to it; nothing of any other agency is touched.
 * @returns how many there were
 */
export async function removeDemonstrations(db: Db): Promise<number> {
  return inTransaction(db, async (trx) => {
    const agencies = await trx.selectFrom('agencies').select('id').where('is_demonstration', '=', true).execute()
    if (agencies.length === 0) return 0
    const ids = agencies.map(({ id }) => id)
    await emptyTables(trx, await tablesOfAgencies(trx), ids)
    await trx.deleteFrom('agencies').where('id', 'in', ids).where('is_demonstration', '=', true).execute()
    return ids.length
  })
}

async function tablesOfAgencies(trx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'agency_id' order by table_name`.execute(trx)
  return rows.map(({ name }) => name)
}

// A table whose rows are still named by another one is tried again after it: no list of tables has to be kept in order.
async function emptyTables(trx: Tx, tables: readonly string[], agencyIds: readonly string[]): Promise<void> {
  let left = tables
  while (left.length > 0) {
    const refused: string[] = []
    for (const table of left) if (!(await emptied(trx, table, agencyIds))) refused.push(table)
    if (refused.length === left.length) throw new Error(`These tables hold each other: ${refused.join(', ')}.`)
    left = refused
  }
}

async function emptied(trx: Tx, table: string, agencyIds: readonly string[]): Promise<boolean> {
  await sql`savepoint table_of_agency`.execute(trx)
  try {
    await sql`delete from ${sql.table(table)} where agency_id = any(${[...agencyIds]}::uuid[])`.execute(trx)
    await sql`release savepoint table_of_agency`.execute(trx)
    return true
  } catch (error) {
    const isStillNamed = error instanceof Error && 'code' in error && error.code === '23503'
    if (!isStillNamed) throw error
    await sql`rollback to savepoint table_of_agency`.execute(trx)
    return false
  }
}
