import { isReviewDue } from '../../connections/connection-state.ts'
import type { Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** The day has come on which they wanted to look together at what the connection brings. */
export function review(tie: Tie, { today }: Moment): DeskRow | null {
  const { id, state, review_on: reviewOn, last_touch_at: helpedAt } = tie.connection
  if (!isRunning(tie) || !reviewOn || !isReviewDue({ state, reviewOn }, today)) return null
  return {
    kind: 'review',
    key: `review ${id}`,
    about: id,
    days: reviewOn.until(today).days,
    since: reviewOn.toZonedDateTime('UTC').toInstant(),
    helpedAt,
    overview: tie,
    on: reviewOn,
  }
}
