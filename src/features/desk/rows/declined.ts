import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import type { Tie, TieMember } from '../tie.ts'

/** Somebody said no, and another one who did not is without a connection now. Over as soon as that one has another. */
export function declined(tie: Tie, { now }: Moment): DeskRow | null {
  const { id, state, closed_at: since, proposed_at: proposedAt } = tie.connection
  if (state !== 'declined' || leftAlone(tie).length === 0) return null
  return {
    kind: 'declined',
    key: `declined ${id}`,
    about: id,
    days: daysSince(since ?? proposedAt, now),
    since,
    helpedAt: null,
    overview: tie,
  }
}

/** Who of a declined proposal did not say no and has nobody now. */
export function leftAlone({ members }: Tie): TieMember[] {
  return members.filter((member) => member.answer !== 'no' && member.isAlone)
}
