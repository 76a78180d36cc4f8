import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** A session did not take place, and nothing new is arranged. */
export function missed(tie: Tie, { now }: Moment): DeskRow | null {
  if (!isRunning(tie) || !tie.missed) return null
  const { id, last_touch_at: helpedAt } = tie.connection
  const { at, toldAt } = tie.missed
  return {
    kind: 'missed',
    key: `missed ${id}`,
    about: id,
    days: daysSince(at, now),
    since: toldAt,
    helpedAt,
    overview: tie,
  }
}
