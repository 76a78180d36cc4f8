import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

export interface InitiativeLine {
  id: string
  title: string
  purpose: string
  peers: number
  answered: number
}

/** An agency's initiatives with how many peers they have, the newest first. */
export function listInitiatives(db: Db, agencyId: string): Promise<InitiativeLine[]> {
  return db
    .selectFrom('initiatives')
    .leftJoin('participations as part', (join) =>
      join.onRef('part.initiative_id', '=', 'initiatives.id').on('part.state', '<>', 'left'),
    )
    .select((eb) => [
      'initiatives.id',
      'initiatives.title',
      'initiatives.purpose',
      eb.fn.count<number>('part.id').as('peers'),
      eb.fn.count<number>('part.answered_at').as('answered'),
    ])
    .where('initiatives.agency_id', '=', agencyId)
    .groupBy('initiatives.id')
    .orderBy('initiatives.created_at', 'desc')
    .execute()
}

export interface TopicUse {
  id: string
  name: string
  /** Peers who name it as problem, offer or want. */
  used: number
}

/** All that the setup page shows. */
export async function readSetup(db: Db, initiativeId: string) {
  const initiative = await db
    .selectFrom('initiatives')
    .selectAll()
    .where('id', '=', initiativeId)
    .executeTakeFirstOrThrow()
  const topics = await readTopicUse(db, initiativeId)
  const seasons = await db
    .selectFrom('seasons')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .orderBy('starts_on')
    .execute()
  const engagements = await db
    .selectFrom('engagements')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('attendances')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('attendances.engagement_id', '=', 'engagements.id')
        .where('attended', '=', true)
        .as('attended'),
    )
    .where('initiative_id', '=', initiativeId)
    .orderBy('starts_on')
    .execute()
  return { initiative, topics, seasons, engagements }
}

export type Setup = Awaited<ReturnType<typeof readSetup>>

function readTopicUse(db: Db, initiativeId: string): Promise<TopicUse[]> {
  return db
    .selectFrom('topics')
    .select((eb) => [
      'topics.id',
      'topics.name',
      eb
        .selectFrom(
          eb
            .selectFrom('participation_topics')
            .select('participation_id as id')
            .whereRef('topic_id', '=', 'topics.id')
            .union(eb.selectFrom('participations').select('id').whereRef('problem_topic_id', '=', 'topics.id'))
            .as('users'),
        )
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .as('used'),
    ])
    .where('topics.initiative_id', '=', initiativeId)
    .orderBy(sql`lower(topics.name)`)
    .execute()
}

/** One engagement of the initiative with everybody on the roster, and who was there. */
export async function readEngagement(db: Db, initiativeId: string, id: string) {
  const engagement = await db
    .selectFrom('engagements')
    .selectAll()
    .where('id', '=', id)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst()
  if (!engagement) return null
  const roster = await db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .leftJoin('attendances', (join) =>
      join.onRef('attendances.person_id', '=', 'person.id').on('attendances.engagement_id', '=', id),
    )
    .select(['person.id', 'person.name', 'person.city', 'attendances.attended'])
    .where('part.initiative_id', '=', initiativeId)
    .where('person.merged_into_id', 'is', null)
    .orderBy(sql`lower(person.name)`)
    .execute()
  return { engagement, roster }
}

export type EngagementWithRoster = NonNullable<Awaited<ReturnType<typeof readEngagement>>>
