import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { PeerProfile } from './peer-profile.ts'

export interface Topic {
  id: string
  name: string
}

/** The initiative's vocabulary for problems, offers and wants, in alphabetical order. */
export function readTopics(db: Db | Tx, initiativeId: string): Promise<Topic[]> {
  return db
    .selectFrom('topics')
    .select(['id', 'name'])
    .where('initiative_id', '=', initiativeId)
    .orderBy(sql`lower(name)`)
    .execute()
}

/**
 * Everybody on the initiative's roster whatever their state, by name; persons merged into another are left out.
 * @param some only who is active and none of the persons `activeBut`, and the persons `and`
 */
export async function readPeers(
  db: Db | Tx,
  initiativeId: string,
  some?: { activeBut: readonly string[]; and: readonly string[] },
): Promise<PeerProfile[]> {
  let query = profiles(db).where('part.initiative_id', '=', initiativeId).where('person.merged_into_id', 'is', null)
  if (some) {
    query = query.where((eb) =>
      eb.or([
        eb.and([eb('part.state', '=', 'active'), eb.not(eb('part.person_id', '=', anyOf(some.activeBut)))]),
        eb('part.person_id', '=', anyOf(some.and)),
      ]),
    )
  }
  const rows = await query.orderBy(sql`lower(person.name)`).execute()
  return rows.map(asProfile)
}

/** One peer's profile, or null. */
export async function readPeer(db: Db | Tx, participationId: string): Promise<PeerProfile | null> {
  const row = await profiles(db).where('part.id', '=', participationId).executeTakeFirst()
  return row ? asProfile(row) : null
}

type Row = Awaited<ReturnType<ReturnType<typeof profiles>['executeTakeFirstOrThrow']>>

function profiles(db: Db | Tx) {
  return db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .leftJoin('availabilities as said', 'said.person_id', 'part.person_id')
    .select([
      'part.id',
      'part.person_id',
      'part.state',
      'part.paused_until_on',
      'part.problem',
      'part.problem_topic_id',
      'part.hours_per_month',
      'part.expected_months',
      'part.capacity',
      'part.channels',
      'said.week',
      'person.name',
      'person.locale',
      'person.zone',
      'person.country',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('posts')
          .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
          .select(['organisations.id', 'organisations.name', 'organisations.kind', 'organisations.size'])
          .select(sql<boolean>`posts.ends_on is null`.as('open'))
          .whereRef('posts.person_id', '=', 'part.person_id')
          .orderBy('posts.ends_on', (order) => order.desc().nullsFirst())
          .orderBy('posts.starts_on', (order) => order.desc().nullsLast())
          .orderBy('posts.created_at', 'desc'),
      ).as('posts'),
      jsonArrayFrom(
        eb
          .selectFrom('person_languages')
          .select(['language', 'level'])
          .whereRef('person_languages.person_id', '=', 'part.person_id')
          .orderBy('language'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('participation_topics')
          .select(['topic_id', 'kind'])
          .whereRef('participation_topics.participation_id', '=', 'part.id')
          .orderBy('topic_id'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('participation_wishes')
          .select('participation_wishes.person_id')
          .whereRef('participation_wishes.participation_id', '=', 'part.id')
          .orderBy('participation_wishes.person_id'),
      ).as('wishes'),
    ])
}

function asProfile(row: Row): PeerProfile {
  return {
    personId: row.person_id,
    participationId: row.id,
    name: row.name,
    locale: row.locale,
    zone: row.zone,
    country: row.country,
    organisationIds: presentPosts(row.posts).map(({ id }) => id),
    organisationName: row.posts[0]?.name ?? '',
    organisationKind: (row.posts[0]?.kind ?? null) as PeerProfile['organisationKind'],
    organisationSize: (row.posts[0]?.size ?? null) as PeerProfile['organisationSize'],
    languages: row.languages as PeerProfile['languages'],
    offers: row.topics.filter(({ kind }) => kind === 'offer').map(({ topic_id }) => topic_id),
    wants: row.topics.filter(({ kind }) => kind === 'want').map(({ topic_id }) => topic_id),
    problem: row.problem,
    problemTopicId: row.problem_topic_id,
    hoursPerMonth: row.hours_per_month,
    expectedMonths: row.expected_months,
    capacity: row.capacity,
    channels: row.channels,
    week: row.week,
    wishes: row.wishes.map(({ person_id }) => person_id),
    state: row.state as PeerProfile['state'],
    pausedUntilOn: row.paused_until_on,
  }
}

// Posts without an end count as present; somebody who has none is still known by the post that ends last.
function presentPosts(posts: Row['posts']): Row['posts'] {
  const open = posts.filter((post) => post.open)
  return open.length > 0 ? open : posts.slice(0, 1)
}
