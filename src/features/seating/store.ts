import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Seatings } from '../../platform/database/schema.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import type { Clock } from './timer.ts'

export type Seating = Selectable<Seatings>

/** What people are seated at: a foundational engagement, or a group meeting. */
export type SeatingOf = { engagementId: string } | { activityId: string }

export async function insertSeating(
  db: Tx,
  where: { agencyId: string; initiativeId: string; of: SeatingOf },
  title: string,
  now: Temporal.Instant,
): Promise<Seating> {
  return db
    .insertInto('seatings')
    .values({
      agency_id: where.agencyId,
      initiative_id: where.initiativeId,
      ...('engagementId' in where.of ? { engagement_id: where.of.engagementId } : { activity_id: where.of.activityId }),
      title,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The row, kept from everybody else until the change is over: two facilitators' acts come one after the other. */
export async function lockSeating(db: Tx, id: string): Promise<Seating> {
  return orNotHere(
    await db
      .selectFrom('seatings')
      .selectAll()
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
}

export async function updateTitle(db: Tx, seatingId: string, title: string): Promise<void> {
  await db.updateTable('seatings').set({ title }).where('id', '=', seatingId).execute()
}

export async function updatePlan(db: Tx, seatingId: string, planId: string): Promise<void> {
  await db.updateTable('seatings').set({ plan_id: planId }).where('id', '=', seatingId).execute()
}

export async function updateClock(db: Tx, seatingId: string, { seconds, since }: Clock): Promise<void> {
  await db
    .updateTable('seatings')
    .set({ clock_seconds: seconds, clock_since: since })
    .where('id', '=', seatingId)
    .execute()
}

export async function noteRemoved(db: Tx, seatingId: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('seatings').set({ removed_at: now }).where('id', '=', seatingId).execute()
}

/** The seatings of an event or a group meeting with their plans that hold, by when they begin. */
export function listSeatings(db: Db | Tx, of: SeatingOf) {
  return db
    .selectFrom('seatings')
    .innerJoin('seating_plans as plan', 'plan.id', 'seatings.plan_id')
    .select(['seatings.id', 'seatings.title', 'plan.rounds', 'plan.starts_at', 'plan.zone'])
    .select((eb) =>
      eb
        .selectFrom('seating_places')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('plan_id', '=', 'plan.id')
        .where('is_here', '=', true)
        .$asScalar()
        .as('people'),
    )
    .where((eb) =>
      'engagementId' in of
        ? eb('seatings.engagement_id', '=', of.engagementId)
        : eb('seatings.activity_id', '=', of.activityId),
    )
    .where('seatings.removed_at', 'is', null)
    .orderBy('plan.starts_at')
    .orderBy('seatings.id')
    .execute()
}

/** An event of an initiative, by its id. */
export function findEngagement(db: Db | Tx, initiativeId: string, id: string) {
  return db
    .selectFrom('engagements')
    .select(['id', 'title', 'starts_on', 'initiative_id', 'agency_id'])
    .where('id', '=', id)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst()
}

/** Somebody of the initiative as a seating knows them. */
export interface Guest {
  id: string
  name: string
  organisation: string
  /** Their organisations of today, by id. */
  organisationIds: string[]
  attended: boolean | null
}

/** Everybody a seating is about: the roster, and whoever sits in one of its plans, also after leaving the initiative. */
export function guestsOf(
  db: Db | Tx,
  seating: Pick<Seating, 'initiative_id' | 'engagement_id'> & { id: string | null },
): Promise<Guest[]> {
  const { id: seatingId, initiative_id: initiativeId, engagement_id: engagementId } = seating
  return listGuests(db, { initiativeId, engagementId, seatingId })
}

/**
 * Everybody on the roster of an initiative, by name, with whether they were noted at an event; and whoever sits in a seating
 * of it, where one is given.
 */
export async function listGuests(
  db: Db | Tx,
  {
    initiativeId,
    engagementId,
    seatingId,
  }: { initiativeId: string; engagementId: string | null; seatingId?: string | null },
): Promise<Guest[]> {
  const rows = await db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .leftJoin('attendances', (join) =>
      join.onRef('attendances.person_id', '=', 'person.id').on('attendances.engagement_id', '=', engagementId),
    )
    .select(['person.id', 'person.name', 'attendances.attended'])
    .select((eb) => {
      const posts = eb
        .selectFrom('posts')
        .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
        .whereRef('posts.person_id', '=', 'person.id')
        .where('posts.ends_on', 'is', null)
      return [
        posts
          .select(sql<string>`string_agg(distinct organisations.name, ', ')`.as('names'))
          .$asScalar()
          .as('organisation'),
        posts
          .select(sql<string[]>`array_agg(distinct organisations.id::text)`.as('ids'))
          .$asScalar()
          .as('organisationIds'),
      ]
    })
    .where('part.initiative_id', '=', initiativeId)
    .where((eb) =>
      eb.or([
        eb('part.state', '<>', 'left'),
        eb.exists(
          eb
            .selectFrom('seating_places as place')
            .innerJoin('seating_plans as plan', 'plan.id', 'place.plan_id')
            .select('place.person_id')
            .whereRef('place.person_id', '=', 'person.id')
            .where('plan.seating_id', '=', seatingId ?? null),
        ),
      ]),
    )
    .where('person.merged_into_id', 'is', null)
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    organisation: row.organisation ?? '',
    organisationIds: row.organisationIds ?? [],
  }))
}
