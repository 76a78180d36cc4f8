import type { Db } from '../../platform/database/database.ts'
import { listSeatings } from './store.ts'

/** The rounds at tables that were filled for a group meeting. */
export async function seatingsOfMeeting(db: Db, activityId: string) {
  const rows = await listSeatings(db, { activityId })
  return rows.map(({ id, title, rounds }) => ({ id, title, rounds }))
}
