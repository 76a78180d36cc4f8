import type { Overview } from '../connections/overview.ts'
import type { Standing } from '../connections/standing.ts'

/** The kinds of rows, most urgent first: what cannot wait, then what is drifting, then what is merely due. */
export const rowKinds = [
  'callAsked',
  'authorityLapsed',
  'declined',
  'stuck',
  'noTime',
  'lapsed',
  'red',
  'missed',
  'authorityLapsing',
  'amber',
  'mailFailed',
  'unsigned',
  'unanswered',
  'review',
  'untouched',
] as const
export type RowKind = (typeof rowKinds)[number]

/** One row of the desk: whom to help, and the facts its sentence is made of. */
export interface DeskRow {
  kind: RowKind
  /** Names the row, so that it can be put aside and come back. */
  key: string
  /** Days the matter has lasted, or until it happens; the greater, the more urgent within its kind. */
  days: number
  count?: number
  on?: Temporal.PlainDate
  standing?: Standing
  /** With names and words: for the rows that are shown. */
  overview?: Overview
  person?: { id: string; name: string }
  authorityId?: string
  reportId?: string
  note?: string
}

/** Rows in the order in which they should be helped: by kind, then the longest first, then by name of the row. */
export function inOrder(rows: readonly DeskRow[]): DeskRow[] {
  const rank = (row: DeskRow) => rowKinds.indexOf(row.kind)
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.days - a.days || a.key.localeCompare(b.key))
}

/** Kinds that a facilitator's touch puts aside by itself for a while. */
const eased = new Set<RowKind>(['lapsed', 'red', 'amber', 'noTime', 'missed', 'untouched', 'unsigned', 'stuck'])

/** Days for which a row rests after the facilitator did something for its connection. */
export const restDays = 7

/** Whether a row rests: put aside until later, or its connection touched within the last week. */
export function isResting(
  row: DeskRow,
  snoozes: ReadonlyMap<string, Temporal.Instant>,
  now: Temporal.Instant,
): boolean {
  const until = snoozes.get(row.key)
  if (until && Temporal.Instant.compare(now, until) < 0) return true
  const touched = row.standing?.last_touch_at
  return eased.has(row.kind) && touched != null && daysSince(touched, now) < restDays
}

/** Whole days of 24 hours since a moment. */
export function daysSince(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.floor((now.epochMilliseconds - at.epochMilliseconds) / 86_400_000)
}

/** Rows the desk shows that nobody must help today: they alone do not make it a day with work. */
const quiet = new Set<RowKind>(['review', 'untouched', 'unanswered', 'unsigned'])

export function needsHelp(row: DeskRow): boolean {
  return !quiet.has(row.kind)
}
