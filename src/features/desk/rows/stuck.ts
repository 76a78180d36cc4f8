import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import type { Tie } from '../tie.ts'

/** A proposal nobody answers although reminded, or answered 'later' twice. */
export function stuck(tie: Tie, { now }: Moment): DeskRow | null {
  const { id, state, stuck_at: since, proposed_at: proposedAt, last_touch_at: helpedAt } = tie.connection
  if (state !== 'proposed' || !since) return null
  return {
    kind: 'stuck',
    key: `stuck ${id}`,
    about: id,
    days: daysSince(proposedAt, now),
    since,
    helpedAt,
    overview: tie,
  }
}
