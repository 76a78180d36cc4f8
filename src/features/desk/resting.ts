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
 * @param putAside until when, by the key of the row
 */
export function sortOut(
  all: readonly DeskRow[],
  putAside: ReadonlyMap<string, Temporal.Instant>,
  now: Temporal.Instant,
): Sorted {
  const shown: DeskRow[] = []
  let resting = 0
  for (const rows of Map.groupBy(all, (row) => row.about).values()) {
    const [first] = inOrder(rows.filter((row) => !restsAfterHelp(row, now)))
    if (first && !isPutAside(first, putAside, now)) shown.push(first)
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

function isPutAside(row: DeskRow, putAside: ReadonlyMap<string, Temporal.Instant>, now: Temporal.Instant): boolean {
  const until = putAside.get(row.key)
  return until !== undefined && Temporal.Instant.compare(now, until) < 0
}
