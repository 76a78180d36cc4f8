import type { Moment } from './moment.ts'
import type { DeskRow } from './row.ts'
import { declined } from './rows/declined.ts'
import { missed } from './rows/missed.ts'
import { noTime } from './rows/no-time.ts'
import { seasonClash } from './rows/season-clash.ts'
import { seasonSilent } from './rows/season-silent.ts'
import { review } from './rows/review.ts'
import { silence } from './rows/silence.ts'
import { stuck } from './rows/stuck.ts'
import { unsigned } from './rows/unsigned.ts'
import { untouched } from './rows/untouched.ts'
import type { Tie } from './tie.ts'

/** One rule a kind of row: a connection and the moment in, a row or nothing out. */
const rules = [
  stuck,
  declined,
  noTime,
  silence,
  missed,
  seasonClash,
  seasonSilent,
  unsigned,
  review,
  untouched,
] as const

/** Everything there is to help with in the connections of an initiative: several rows about one are possible. */
export function connectionRows(ties: readonly Tie[], moment: Moment): DeskRow[] {
  return ties.flatMap((tie) => rules.flatMap((rule) => rule(tie, moment) ?? []))
}
