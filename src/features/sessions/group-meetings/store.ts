import type { Db } from '../../../platform/database/database.ts'
import type { Tx } from '../../../platform/work.ts'

/** The session of a group meeting that stands in calendars, if there is one. */
export async function findSession(db: Db | Tx, activityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('activity_id', '=', activityId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return row?.id
}

/** Holds the group meeting of a session, if it has one. */
export async function lockMeetingOf(db: Tx, sessionId: string): Promise<void> {
  await db
    .selectFrom('activities')
    .select('id')
    .where('id', '=', (eb) => eb.selectFrom('sessions').select('activity_id').where('id', '=', sessionId))
    .forUpdate()
    .execute()
}

export function readMeeting(db: Db | Tx, activityId: string) {
  return db
    .selectFrom('activities')
    .select(['agency_id', 'initiative_id', 'mode'])
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow()
}

/** Puts somebody among the members, or changes where they find the session; what they answered before is forgotten. */
export async function putMember(db: Tx, sessionId: string, member: { personId: string; place: string }): Promise<void> {
  const changed = await db
    .updateTable('session_members')
    .set({ place: member.place, reply: null, reply_by: null, replied_at: null })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  await db
    .insertInto('session_members')
    .values({ session_id: sessionId, person_id: member.personId, place: member.place })
    .execute()
}

export async function removeMember(db: Tx, sessionId: string, personId: string): Promise<void> {
  await db.deleteFrom('session_members').where('session_id', '=', sessionId).where('person_id', '=', personId).execute()
}
