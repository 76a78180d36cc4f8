import { dayIn } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { isUnderWay } from './connection-state.ts'
import { reviewAfterMonths } from './proposing.ts'
import { changeConnection, type Connection, lockConnection, readSetting } from './store.ts'
import { note, refuse } from './trail.ts'

/** A facilitator did something for this connection: one touch a month keeps it alive. @returns the connection, locked */
export async function noteTouch(work: Work, connectionId: string): Promise<Connection> {
  const connection = await lockConnection(work.db, connectionId)
  await changeConnection(work.db, connectionId, { last_touch_at: work.now })
  return connection
}

/** The facilitator has looked at the connection with its members; the next look is half a year away, or on a chosen day. */
export async function reviewConnection(work: Work, connectionId: string, nextOn?: Temporal.PlainDate): Promise<void> {
  const connection = await lockConnection(work.db, connectionId)
  if (!isUnderWay(connection.state)) return refuse(work, (t) => t.notUnderWay)
  const { agencyZone } = await readSetting(work.db, connection.initiative_id)
  const today = dayIn(agencyZone, work.now)
  const reviewOn = nextOn ?? today.add({ months: reviewAfterMonths })
  if (Temporal.PlainDate.compare(reviewOn, today) <= 0) return refuse(work, (t) => t.reviewInPast, 'review')
  await changeConnection(work.db, connectionId, { review_on: reviewOn, last_touch_at: work.now })
  await note(work, connection, 'connection.review', { next: reviewOn.toString() })
}
