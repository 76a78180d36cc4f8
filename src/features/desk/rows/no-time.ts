import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** Times were proposed twice without an answer from all, and nothing is planned. */
export function noTime(tie: Tie, { now }: Moment): DeskRow | null {
  if (!isRunning(tie) || !tie.noTime) return null
  const { id, last_touch_at: helpedAt } = tie.connection
  const { askedAt, endedAt } = tie.noTime
  return {
    kind: 'noTime',
    key: `noTime ${id}`,
    about: id,
    days: daysSince(askedAt, now),
    since: endedAt,
    helpedAt,
    overview: tie,
  }
}
