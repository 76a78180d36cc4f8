import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** Days after which a connection that goes well is shown because no facilitator looked after it. */
export const untouchedDays = 30
/** Rows of this kind on one page: they can wait, and help for the rest comes first. */
export const mostUntouched = 5

/** In touch, but no facilitator did anything for it in a month. */
export function untouched(tie: Tie, { now }: Moment): DeskRow | null {
  const { id, started_at: startedAt, last_touch_at: helpedAt } = tie.connection
  const from = helpedAt ?? startedAt
  if (!isRunning(tie) || !from) return null
  const days = daysSince(from, now)
  if (days < untouchedDays) return null
  return { kind: 'untouched', key: `untouched ${id}`, about: id, days, since: null, helpedAt, overview: tie }
}
