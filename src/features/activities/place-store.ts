import { sql, type Updateable } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ActivityPlaces } from '../../platform/database/schema.ts'
import type { Tx } from '../../platform/work.ts'
import type { How } from './seats.ts'

export type PlaceState = 'asked' | 'coming' | 'waiting' | 'offered' | 'declined' | 'left'

/** Everybody who was invited, with their place: those who wait in the order of the queue, the others by name. */
export async function readPlaces(db: Db | Tx, activityId: string) {
  return db
    .selectFrom('activity_places as place')
    .innerJoin('persons as person', 'person.id', 'place.person_id')
    .selectAll('place')
    .select(['person.name', 'person.email', 'person.locale', 'person.zone', 'person.city'])
    .select(
      // Whoever takes no more part in the initiative was promised no more mail about it.
      sql<boolean>`exists (select from participations part join activities meeting on meeting.id = place.activity_id
        where part.person_id = place.person_id and part.initiative_id = meeting.initiative_id and part.state = 'left')`.as(
        'hasLeft',
      ),
    )
    .$narrowType<{ state: PlaceState; how: How | null }>()
    .where('place.activity_id', '=', activityId)
    .orderBy('place.queue_number', (order) => order.asc().nullsLast())
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** The meetings of an initiative still to come in which somebody has a part or is asked, until a moment. */
export async function listPartsAhead(
  db: Tx,
  of: { personId: string; initiativeId: string; until: Temporal.Instant | null },
  now: Temporal.Instant,
): Promise<string[]> {
  let rows = db
    .selectFrom('activity_places as place')
    .innerJoin('activities as meeting', 'meeting.id', 'place.activity_id')
    .select('meeting.id')
    .where('place.person_id', '=', of.personId)
    .where('place.state', 'in', ['asked', 'coming', 'waiting', 'offered'])
    .where('meeting.initiative_id', '=', of.initiativeId)
    .where('meeting.state', 'in', ['open', 'closed'])
    .where('meeting.starts_at', '>', now)
  if (of.until) rows = rows.where('meeting.starts_at', '<', of.until)
  return (await rows.orderBy('meeting.id').execute()).map(({ id }) => id)
}

export type Place = Awaited<ReturnType<typeof readPlaces>>[number]

/** @returns the ids of those who were not invited before */
export async function insertPlaces(
  db: Tx,
  meeting: { id: string; agency_id: string },
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .insertInto('activity_places')
    .values(
      personIds.map((person_id) => ({
        agency_id: meeting.agency_id,
        activity_id: meeting.id,
        person_id,
        invited_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function updatePlace(
  db: Tx,
  place: Pick<Place, 'activity_id' | 'person_id'>,
  change: Updateable<ActivityPlaces>,
): Promise<void> {
  await db
    .updateTable('activity_places')
    .set(change)
    .where('activity_id', '=', place.activity_id)
    .where('person_id', '=', place.person_id)
    .execute()
}

export async function notePassed(db: Tx, activityId: string, personIds: readonly string[]): Promise<void> {
  await db
    .updateTable('activity_places')
    .set({ passed_over: sql`passed_over + 1` })
    .where('activity_id', '=', activityId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
}

/** Notes who was there, as the facilitator saw it: what is other than the page showed. */
export async function saveAttendance(
  db: Tx,
  activityId: string,
  { present, shown }: { present: readonly string[]; shown: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('activity_places')
    .set({ attended: sql`person_id = ${anyOf(present)}`, attended_at: now, attended_said_by: 'staff' })
    .where('activity_id', '=', activityId)
    .where(sql<boolean>`attended is distinct from (person_id = ${anyOf(present)})`)
    .where(sql<boolean>`attended is null or (person_id = ${anyOf(present)}) <> (person_id = ${anyOf(shown)})`)
    .where((eb) => eb.or([eb('state', '=', 'coming'), eb('person_id', '=', anyOf(present)), eb('attended', '=', true)]))
    .execute()
}
