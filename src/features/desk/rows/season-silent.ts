import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** The last day to answer the times of a season is over, and a member has said nothing to one that is to come. */
export function seasonSilent(tie: Tie, { now }: Moment): DeskRow | null {
  if (!isRunning(tie) || !tie.seasonSilent) return null
  const { id, last_touch_at: touchedAt } = tie.connection
  const { planId, personIds, since, askedAt } = tie.seasonSilent
  return {
    kind: 'seasonSilent',
    key: `seasonSilent ${id}`,
    about: id,
    days: daysSince(since, now),
    since,
    // Asking again by hand is help as a word from the desk is.
    helpedAt: touchedAt && Temporal.Instant.compare(touchedAt, askedAt) > 0 ? touchedAt : askedAt,
    overview: tie,
    planId,
    people: tie.members.filter(({ personId }) => personIds.includes(personId)),
  }
}
