import { isDayFirst } from './day.ts'
import type { RosterField } from './fields.ts'
import type { Columns } from './mapping.ts'
import { readRow } from './read-row.ts'
import type { RosterRow } from './roster-row.ts'
import type { RosterTable } from './table.ts'

/** What a person decided about a file: what its columns hold, and the zone for countries that have several. */
export interface RosterMapping {
  columns: Columns
  zones: Record<string, string>
}

/** Reads every line of a roster. Pure: the same table, mapping and agency give the same rows. */
export function readRoster(
  table: RosterTable,
  mapping: RosterMapping,
  agency: { locale: string; zone: string },
): RosterRow[] {
  const columnOf = new Map<RosterField, number>()
  mapping.columns.forEach((field, column) => field && columnOf.set(field, column))
  const since = columnOf.get('postSince')
  const dayFirst = since === undefined || isDayFirst(table.lines.map(({ cells }) => cells[since] ?? ''))
  const context = { columnOf, dayFirst, zones: mapping.zones, agency }
  return withoutDoubles(table.lines.map((line) => readRow(line, context)))
}

/** Of the lines with one address the first good one is taken; the others name it. */
function withoutDoubles(rows: readonly RosterRow[]): RosterRow[] {
  const first = new Map<string, number>()
  for (const { person, email, line } of rows) if (person && !first.has(email)) first.set(email, line)
  return rows.map((row) => {
    const taken = first.get(row.email)
    if (taken === undefined || taken === row.line) return row
    return { ...row, person: null, refusals: [...row.refusals, { why: 'doubled', text: row.email, line: taken }] }
  })
}
