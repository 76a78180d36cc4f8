import Papa from 'papaparse'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { countryName, languageName } from '../../platform/i18n/names.ts'
import type { DirectoryRow } from './directory-store.ts'
import { words } from './words.ts'

/**
 * The roster as CSV for a spreadsheet: with a byte order mark, which Excel needs, and with every cell that could pass for
 * a formula disarmed. Wishes are not in it.
 */
export function rosterCsv(locale: Locale, rows: readonly DirectoryRow[]): string {
  const t = words(locale)
  const topics = (row: DirectoryRow, kind: string) =>
    row.topics
      .filter((topic) => topic.kind === kind)
      .map(({ name }) => name)
      .join('; ')
  const day = (at: Temporal.Instant | null) => at?.toString().slice(0, 10) ?? ''
  const lines = rows.map((row) => ({
    [t.columnName]: row.name,
    [t.columnMail]: row.email,
    [t.columnOrganisation]: row.organisations.map(({ name }) => name).join('; '),
    [t.columnCity]: row.city,
    [t.columnCountry]: row.country ? countryName(locale, row.country) : '',
    [t.columnZone]: row.zone,
    [t.columnLanguages]: row.languages.map(({ language }) => languageName(locale, language)).join('; '),
    [t.columnOffers]: topics(row, 'offer'),
    [t.columnWants]: topics(row, 'want'),
    [t.columnState]: t[`state ${row.state}`],
    [t.columnHours]: row.hoursPerMonth ?? '',
    [t.columnInvited]: day(row.invitedAt),
    [t.columnAnswered]: day(row.answeredAt),
  }))
  return `\uFEFF${Papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
