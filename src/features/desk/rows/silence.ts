import { daysAfter } from '../../../platform/clock.ts'
import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, silentSince, type Tie } from '../tie.ts'

/** A connection whose members are silent for longer than they agreed on: late, silent for long, or probably over. */
export function silence(tie: Tie, { now }: Moment): DeskRow | null {
  const { id, watch_state: kind, rhythm_days: rhythm, last_touch_at: helpedAt } = tie.connection
  if (!isRunning(tie) || (kind !== 'amber' && kind !== 'red' && kind !== 'lapsed')) return null
  return {
    kind,
    key: `${kind} ${id}`,
    about: id,
    days: daysSince(silentSince(tie), now),
    since: daysAfter(watchedFrom(tie), rhythm * tie.factors[kind]),
    helpedAt,
    overview: tie,
  }
}

// After a pause or a close taken back, the watch counts from there, whenever the last contact was.
function watchedFrom(tie: Tie): Temporal.Instant {
  const from = tie.connection.watch_from_at ?? tie.connection.started_at ?? tie.connection.proposed_at
  const silent = silentSince(tie)
  return Temporal.Instant.compare(silent, from) > 0 ? silent : from
}
