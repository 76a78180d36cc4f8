import { daysSince } from './moment.ts'
import type { DeskRow } from './row.ts'
import { mostUntouched } from './rows/untouched.ts'
import { inOrder } from './urgency.ts'

/** Days for which a row rests after the facilitator did something about it. */
export const restDays = 7

export interface Sorted {
  /** What the desk shows, most urgent first. */
  rows: DeskRow[]
  /** How many more things rest: helped lately, or put aside. */
  resting: number
}

/**
 * What the desk shows of all there is: of several rows about the same thing the most telling one; nothing that was helped
 * within the last week, unless it changed since; nothing that was put aside.
 * @param putAside keys of the rows that are put aside now
 */
export function sortOut(all: readonly DeskRow[], putAside: ReadonlySet<string>, now: Temporal.Instant): Sorted {
  const shown: DeskRow[] = []
  let resting = 0
  for (const rows of Map.groupBy(all, (row) => row.about).values()) {
    const [first] = inOrder(rows.filter((row) => !restsAfterHelp(row, now)))
    if (first && !putAside.has(first.key)) shown.push(first)
    else resting += 1
  }
  let untouched = 0
  const rows = inOrder(shown).filter((row) => row.kind !== 'untouched' || ++untouched <= mostUntouched)
  return { rows, resting }
}

/** Whether a facilitator helped within the last week, and nothing has changed since. */
export function restsAfterHelp({ since, helpedAt }: DeskRow, now: Temporal.Instant): boolean {
  if (!helpedAt || daysSince(helpedAt, now) >= restDays) return false
  return !since || Temporal.Instant.compare(since, helpedAt) <= 0
}
