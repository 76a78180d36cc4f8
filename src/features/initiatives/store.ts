import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface InitiativeTexts {
  title: string
  purpose: string
  languages: string[]
}

export interface RhythmSettings {
  rhythmDays: number
  amberFactor: number
  redFactor: number
  lapsedFactor: number
}

export interface SeasonDates {
  title: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
}

export interface EngagementFacts extends SeasonDates {
  place: string
  link: string
}

export interface InitiativePlace {
  agencyId: string
  initiativeId: string
}

export async function insertInitiative(
  db: Tx,
  initiative: InitiativeTexts & { agencyId: string; rhythmDays?: number },
  now: Temporal.Instant,
): Promise<string> {
  const { agencyId, title, purpose, languages, rhythmDays } = initiative
  const row = await db
    .insertInto('initiatives')
    .values({
      agency_id: agencyId,
      title,
      purpose,
      languages,
      ...(rhythmDays === undefined ? {} : { rhythm_days: rhythmDays }),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateInitiative(db: Tx, id: string, change: InitiativeTexts | RhythmSettings): Promise<void> {
  const row =
    'title' in change
      ? { title: change.title, purpose: change.purpose, languages: change.languages }
      : {
          rhythm_days: change.rhythmDays,
          amber_factor: change.amberFactor,
          red_factor: change.redFactor,
          lapsed_factor: change.lapsedFactor,
        }
  await db.updateTable('initiatives').set(row).where('id', '=', id).execute()
}

export function initiativeOf(db: Tx, id: string) {
  return db.selectFrom('initiatives').select('agency_id').where('id', '=', id).executeTakeFirst()
}

/** The topic of this name, made when there is none; `made` says which. */
export async function ensureTopic(
  db: Tx,
  place: InitiativePlace,
  name: string,
): Promise<{ id: string; made: boolean }> {
  const made = await db
    .insertInto('topics')
    .values({ agency_id: place.agencyId, initiative_id: place.initiativeId, name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, made: true }
  const { id } = await topicCalled(db, place.initiativeId, name).executeTakeFirstOrThrow()
  return { id, made: false }
}

export function topicCalled(db: Tx, initiativeId: string, name: string) {
  return db
    .selectFrom('topics')
    .select('id')
    .where('initiative_id', '=', initiativeId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
}

/** Gives a topic another name. @returns whether it had a different one */
export async function renameTopicRow(db: Tx, initiativeId: string, topicId: string, name: string): Promise<boolean> {
  const result = await db
    .updateTable('topics')
    .set({ name })
    .where('id', '=', topicId)
    .where('initiative_id', '=', initiativeId)
    .where('name', '<>', name)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Removes a topic that nobody uses. @returns false when somebody does, or when there is none */
export async function deleteUnusedTopic(db: Tx, initiativeId: string, topicId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('topics')
    .where('id', '=', topicId)
    .where('initiative_id', '=', initiativeId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('participation_topics').select('topic_id').where('topic_id', '=', topicId))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('participations').select('id').where('problem_topic_id', '=', topicId))),
    )
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function insertSeason(db: Tx, place: InitiativePlace, season: SeasonDates): Promise<string> {
  const row = await db
    .insertInto('seasons')
    .values({ ...owned(place), ...seasonRow(season) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateSeason(db: Tx, initiativeId: string, id: string, season: SeasonDates): Promise<boolean> {
  const result = await db
    .updateTable('seasons')
    .set(seasonRow(season))
    .where('id', '=', id)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertEngagement(
  db: Tx,
  place: InitiativePlace,
  facts: EngagementFacts,
  now: Temporal.Instant,
): Promise<string> {
  const row = await db
    .insertInto('engagements')
    .values({ ...owned(place), ...seasonRow(facts), place: facts.place, link: facts.link, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateEngagement(
  db: Tx,
  initiativeId: string,
  id: string,
  facts: EngagementFacts,
): Promise<boolean> {
  const result = await db
    .updateTable('engagements')
    .set({ ...seasonRow(facts), place: facts.place, link: facts.link })
    .where('id', '=', id)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Where an engagement belongs. */
export function placeOfEngagement(db: Tx, id: string): Promise<InitiativePlace | undefined> {
  return db
    .selectFrom('engagements')
    .select(['agency_id as agencyId', 'initiative_id as initiativeId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Notes who was there: one row a person, new or changed. */
export async function upsertAttendance(
  db: Tx,
  engagementId: string,
  people: { personId: string; attended: boolean }[],
): Promise<void> {
  if (people.length === 0) return
  await db
    .insertInto('attendances')
    .values(people.map(({ personId, attended }) => ({ engagement_id: engagementId, person_id: personId, attended })))
    .onConflict((conflict) =>
      conflict.columns(['engagement_id', 'person_id']).doUpdateSet({ attended: sql`excluded.attended` }),
    )
    .execute()
}

const owned = ({ agencyId, initiativeId }: InitiativePlace) => ({ agency_id: agencyId, initiative_id: initiativeId })

const seasonRow = ({ title, startsOn, endsOn }: SeasonDates) => ({ title, starts_on: startsOn, ends_on: endsOn })
