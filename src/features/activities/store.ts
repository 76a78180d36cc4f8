import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Activities } from '../../platform/database/schema.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import type { AgendaItem } from './agenda.ts'

export type Meeting = Selectable<Activities>

export async function insertMeeting(db: Tx, meeting: Insertable<Activities>): Promise<string> {
  const { id } = await db.insertInto('activities').values(meeting).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findMeeting(db: Db | Tx, id: string): Promise<Meeting | undefined> {
  return db.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row, kept from everybody else until the change is over: two who want the last seat come one after the other. */
export async function lockMeeting(db: Tx, id: string): Promise<Meeting> {
  return orNotHere(await db.selectFrom('activities').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function updateMeeting(db: Tx, id: string, change: Updateable<Activities>): Promise<void> {
  await db.updateTable('activities').set(change).where('id', '=', id).execute()
}

export async function removeDraft(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('activity_agenda').where('activity_id', '=', id).execute()
  await db.deleteFrom('activity_decisions').where('activity_id', '=', id).execute()
  await db.deleteFrom('activities').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** The group meetings of an initiative with how many come and wait, the latest first; drafts without a time on top. */
export function listMeetings(db: Db | Tx, initiativeId: string) {
  return db
    .selectFrom('activities')
    .select(['id', 'title', 'tool', 'state', 'starts_at', 'minutes', 'mode', 'room_capacity', 'online_capacity'])
    .select((eb) => {
      const places = eb.selectFrom('activity_places').whereRef('activity_id', '=', 'activities.id')
      const heads = (state: string) =>
        places
          .select(({ fn }) => fn.coalesce(fn.sum<number>('party_size'), eb.lit(0)).as('heads'))
          .where('state', '=', state)
          .$asScalar()
      return [heads('coming').as('coming'), heads('waiting').as('waiting')]
    })
    .where('initiative_id', '=', initiativeId)
    .orderBy('starts_at', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute()
}

export function readAgenda(db: Db | Tx, activityId: string): Promise<AgendaItem[]> {
  return db
    .selectFrom('activity_agenda')
    .select(['title', 'minutes', 'who'])
    .where('activity_id', '=', activityId)
    .orderBy('position')
    .execute()
}

export async function replaceAgenda(
  db: Tx,
  meeting: { id: string; agency_id: string },
  items: readonly AgendaItem[],
): Promise<void> {
  await db.deleteFrom('activity_agenda').where('activity_id', '=', meeting.id).execute()
  if (items.length === 0) return
  const rows = items.map((item, position) => ({
    ...item,
    position,
    agency_id: meeting.agency_id,
    activity_id: meeting.id,
  }))
  await db.insertInto('activity_agenda').values(rows).execute()
}

export interface Decision {
  what: string
  who: string
  byOn: Temporal.PlainDate | null
}

export async function readDecisions(db: Db | Tx, activityId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('activity_decisions')
    .select(['what', 'who', 'by_on as byOn'])
    .where('activity_id', '=', activityId)
    .orderBy('position')
    .execute()
  return rows
}

export async function replaceDecisions(
  db: Tx,
  meeting: { id: string; agency_id: string },
  decisions: readonly Decision[],
): Promise<void> {
  await db.deleteFrom('activity_decisions').where('activity_id', '=', meeting.id).execute()
  if (decisions.length === 0) return
  const rows = decisions.map(({ what, who, byOn }, position) => ({
    what,
    who,
    by_on: byOn,
    position,
    agency_id: meeting.agency_id,
    activity_id: meeting.id,
  }))
  await db.insertInto('activity_decisions').values(rows).execute()
}

export async function readSetting(db: Db | Tx, initiativeId: string) {
  return db
    .selectFrom('initiatives')
    .innerJoin('agencies', 'agencies.id', 'initiatives.agency_id')
    .select(['initiatives.title as initiative', 'agencies.name as agency', 'initiatives.languages'])
    .where('initiatives.id', '=', initiativeId)
    .executeTakeFirstOrThrow()
}
