import { type DeskRow, type RowKind, rowKinds } from './row.ts'

/** Rows in the order in which they should be helped: by kind, then the longest first, then by the names in them. */
export function inOrder(rows: readonly DeskRow[]): DeskRow[] {
  const rank = (row: DeskRow) => rowKinds.indexOf(row.kind)
  const text = (row: DeskRow) => [...(row.overview?.members ?? []), row.person].map((one) => one?.name).join() + row.key
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.days - a.days || (text(a) < text(b) ? -1 : 1))
}

/** What is merely due, and can wait for a quiet hour. */
const canWait = new Set<RowKind>(['unsigned', 'unanswered', 'authorityMissing', 'review', 'untouched'])

/** Whether somebody needs a person today; the other rows alone do not make a day with work. */
export function needsHelp(row: DeskRow): boolean {
  return !canWait.has(row.kind)
}

const urgent = new Set<RowKind>(['callAsked', 'authorityLapsed', 'declined', 'lapsed', 'red'])

/** Whether a row bears the mark of what is urgent. */
export function isUrgent(row: DeskRow): boolean {
  return urgent.has(row.kind)
}
