import Papa from 'papaparse'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { withoutIsolates } from '../../../ui/isolate.tsx'
import type { RosterRow } from './roster-row.ts'
import { refusalSentence } from './sentences.ts'
import type { RosterTable } from './table.ts'
import { words } from './words.ts'

/**
 * The refused lines as they came, each with its number and the reason: to be corrected and sent again. The mark at the
 * start makes Excel read UTF-8; cells that a spreadsheet would run as a formula are put behind an apostrophe.
 */
export function refusedFile(locale: Locale, table: RosterTable, rows: readonly RosterRow[]): string {
  const t = words(locale)
  const columns = Array.from(
    { length: table.width },
    (_, column) => table.headings[column] ?? t.column({ place: column + 1 }),
  )
  const refused = rows
    .filter(({ person }) => person === null)
    .map(({ line, cells, refusals }) => {
      const reasons = refusals.map((refusal) => withoutIsolates(refusalSentence(locale, refusal))).join(' ')
      return [...columns.map((_, column) => cells[column] ?? ''), line, reasons]
    })
  const lines = [[...columns, t.lineHeading, t.reasonHeading], ...refused]
  return `\ufeff${Papa.unparse(lines, { delimiter: table.separator, escapeFormulae: true })}\r\n`
}
