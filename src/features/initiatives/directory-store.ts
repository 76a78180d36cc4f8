import { type Expression, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import type { ParticipationState } from './participation.ts'

export interface DirectoryFilter {
  text: string
  organisation: string
  country: string
  language: string
  offer: string
  want: string
  state: string
}

export interface DirectoryRow {
  participationId: string
  personId: string
  name: string
  email: string
  city: string
  country: string | null
  zone: string
  state: ParticipationState
  pausedUntilOn: Temporal.PlainDate | null
  invitedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  hoursPerMonth: number | null
  organisations: { name: string }[]
  languages: { language: string; level: string }[]
  topics: { name: string; kind: string }[]
}

/** Peers of an initiative that pass the filter, by name; `total` is how many pass in all. */
export async function listDirectory(
  db: Db,
  initiativeId: string,
  filter: DirectoryFilter,
  part: { offset: number; limit: number },
): Promise<{ rows: DirectoryRow[]; total: number }> {
  // Who is shown comes first: what is told of each is then asked for these alone.
  const shown = db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .select([
      'part.id as participationId',
      'part.person_id as personId',
      'person.name',
      'person.email',
      'person.city',
      'person.country',
      'person.zone',
      'part.state',
      'part.paused_until_on as pausedUntilOn',
      'part.invited_at as invitedAt',
      'part.answered_at as answeredAt',
      'part.hours_per_month as hoursPerMonth',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('part.initiative_id', '=', initiativeId)
    .where('person.merged_into_id', 'is', null)
    .where(({ and }) => and(conditions(filter)))
    .orderBy(sql`lower(person.name)`)
    .orderBy('part.id')
    .offset(part.offset)
    .limit(part.limit)
  const rows = await db
    .selectFrom(shown.as('shown'))
    .selectAll('shown')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('posts')
          .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
          .select('organisations.name')
          .whereRef('posts.person_id', '=', 'shown.personId')
          .where('posts.ends_on', 'is', null)
          .orderBy('posts.starts_on', (order) => order.desc().nullsLast()),
      ).as('organisations'),
      jsonArrayFrom(
        eb
          .selectFrom('person_languages')
          .select(['language', 'level'])
          .whereRef('person_languages.person_id', '=', 'shown.personId')
          .orderBy('language'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('participation_topics as named')
          .innerJoin('topics', 'topics.id', 'named.topic_id')
          .select(['topics.name', 'named.kind'])
          .whereRef('named.participation_id', '=', 'shown.participationId')
          .orderBy('topics.name'),
      ).as('topics'),
    ])
    .orderBy(sql`lower(shown.name)`)
    .orderBy('shown.participationId')
    .execute()
  return {
    rows: rows.map((row) => ({ ...row, state: row.state as ParticipationState })),
    total: rows[0]?.total ?? 0,
  }
}

function conditions(filter: DirectoryFilter): Expression<SqlBool>[] {
  const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
  const named = (kind: string, topicId: string) =>
    sql<SqlBool>`exists (select 1 from participation_topics where participation_id = part.id and kind = ${kind} and topic_id = ${topicId}::uuid)`
  const post = (condition: Expression<unknown>) => sql<SqlBool>`exists (
    select 1 from posts join organisations on organisations.id = posts.organisation_id where posts.person_id = part.person_id and ${condition})`
  return [
    filter.state ? sql<SqlBool>`part.state = ${filter.state}` : sql<SqlBool>`part.state <> 'left'`,
    ...(filter.text
      ? [
          sql<SqlBool>`(person.name ilike ${like} or person.email ilike ${like} or person.city ilike ${like} or ${post(sql`organisations.name ilike ${like}`)})`,
        ]
      : []),
    ...(filter.organisation ? [post(sql`posts.organisation_id = ${filter.organisation}::uuid`)] : []),
    ...(filter.country ? [sql<SqlBool>`person.country = ${filter.country}`] : []),
    ...(filter.language
      ? [
          sql<SqlBool>`exists (select 1 from person_languages where person_id = part.person_id and language = ${filter.language})`,
        ]
      : []),
    ...(filter.offer ? [named('offer', filter.offer)] : []),
    ...(filter.want ? [named('want', filter.want)] : []),
  ]
}

/** What the roster can be filtered by: organisations, countries and languages that occur in it. */
export async function readChoices(db: Db, initiativeId: string) {
  const { rows } = await sql<{ kind: 'organisation' | 'country' | 'language'; value: string; label: string }>`
    with roster as (select person_id from participations where initiative_id = ${initiativeId}::uuid)
    select distinct 'organisation' as kind, organisations.id::text as value, organisations.name as label
      from roster join posts using (person_id) join organisations on organisations.id = posts.organisation_id
    union select distinct 'country', country, country from roster join persons on persons.id = person_id where country is not null
    union select distinct 'language', language, language from roster join person_languages using (person_id)
    order by 1, 3`.execute(db)
  return Object.groupBy(rows, ({ kind }) => kind)
}

export type DirectoryChoices = Awaited<ReturnType<typeof readChoices>>

/** Participations of the initiative: those of these ids, or all in a state. */
export async function findParts(
  db: Db,
  initiativeId: string,
  which: { ids: readonly string[] } | { state: 'listed' | 'invited' },
): Promise<string[]> {
  let query = db.selectFrom('participations').select('id').where('initiative_id', '=', initiativeId)
  if ('state' in which) query = query.where('state', '=', which.state)
  else query = query.where('id', '=', sql<string>`any(${[...which.ids]}::uuid[])`)
  return (await query.execute()).map(({ id }) => id)
}
