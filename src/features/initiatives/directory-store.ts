import { type Expression, type SqlBool, sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
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
  const shown = await db
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
    .execute()
  const details = await readDetails(db, shown)
  return {
    rows: shown.map((row) => ({
      ...row,
      state: row.state as ParticipationState,
      organisations: details.organisations.get(row.personId) ?? [],
      languages: details.languages.get(row.personId) ?? [],
      topics: details.topics.get(row.participationId) ?? [],
    })),
    total: shown[0]?.total ?? 0,
  }
}

/** What is told of each of those shown, asked for once for all of them. */
async function readDetails(db: Db, shown: readonly { personId: string; participationId: string }[]) {
  const persons = anyOf(shown.map(({ personId }) => personId))
  const organisations = await db
    .selectFrom('posts')
    .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
    .select(['posts.person_id as of', 'organisations.name'])
    .where('posts.person_id', '=', persons)
    .where('posts.ends_on', 'is', null)
    .orderBy('posts.starts_on', (order) => order.desc().nullsLast())
    .execute()
  const languages = await db
    .selectFrom('person_languages')
    .select(['person_id as of', 'language', 'level'])
    .where('person_id', '=', persons)
    .orderBy('language')
    .execute()
  const topics = await db
    .selectFrom('participation_topics as named')
    .innerJoin('topics', 'topics.id', 'named.topic_id')
    .select(['named.participation_id as of', 'topics.name', 'named.kind'])
    .where('named.participation_id', '=', anyOf(shown.map(({ participationId }) => participationId)))
    .orderBy('topics.name')
    .execute()
  return { organisations: grouped(organisations), languages: grouped(languages), topics: grouped(topics) }
}

const grouped = <Row extends { of: string }>(rows: readonly Row[]) => Map.groupBy(rows, (row) => row.of)

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
    with roster as not materialized (select person_id from participations where initiative_id = ${initiativeId}::uuid)
    select 'organisation' as kind, id::text as value, name as label from organisations
      where id in (select organisation_id from posts join roster using (person_id))
    union all select distinct 'country', country, country from roster join persons on persons.id = person_id where country is not null
    union all select distinct 'language', language, language from roster join person_languages using (person_id)
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
