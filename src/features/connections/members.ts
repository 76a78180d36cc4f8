import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/work.ts'
import type { Answer } from './asking.ts'

/** A member as others may see them, with what they said. */
export interface Member {
  personId: string
  name: string
  email: string
  locale: Locale
  zone: string
  country: string | null
  city: string
  organisation: string
  post: string
  languages: { language: string; level: string }[]
  answer: Answer | null
  answerReason: string
  answeredAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  askedAgainAt: Temporal.Instant | null
  why: string
  gives: string
  wants: string
  agreedVersion: number | null
  agreedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
}

/** The members of some connections by connection id, in the order of their names; those who left only when asked for. */
export async function readMembers(db: Db | Tx, connectionIds: string[], options: { leftToo?: boolean } = {}) {
  const byConnection = new Map<string, Member[]>(connectionIds.map((id) => [id, []]))
  if (connectionIds.length === 0) return byConnection
  let query = db
    .selectFrom('connection_members as member')
    .innerJoin('persons', 'persons.id', 'member.person_id')
    .selectAll('member')
    .select(['persons.name', 'persons.email', 'persons.locale', 'persons.zone', 'persons.country', 'persons.city'])
    .where('member.connection_id', '=', anyOf(connectionIds))
    .orderBy('persons.name')
  if (!options.leftToo) query = query.where('member.left_at', 'is', null)
  const rows = await query.execute()
  const personIds = [...new Set(rows.map((row) => row.person_id))]
  const posts = await readPosts(db, personIds)
  const languages = await readLanguages(db, personIds)
  for (const row of rows) {
    const post = posts.get(row.person_id)
    byConnection.get(row.connection_id)?.push({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      locale: chooseLocale(row.locale),
      zone: row.zone,
      country: row.country,
      city: row.city,
      organisation: post?.organisation ?? '',
      post: post?.title ?? '',
      languages: languages.get(row.person_id) ?? [],
      answer: row.answer as Answer | null,
      answerReason: row.answer_reason,
      answeredAt: row.answered_at,
      remindedAt: row.reminded_at,
      askedAgainAt: row.asked_again_at,
      why: row.why,
      gives: row.gives,
      wants: row.wants,
      agreedVersion: row.agreed_version,
      agreedAt: row.agreed_at,
      leftAt: row.left_at,
    })
  }
  return byConnection
}

/** The members of one connection. */
export async function membersOf(
  db: Db | Tx,
  connectionId: string,
  options: { leftToo?: boolean } = {},
): Promise<Member[]> {
  return (await readMembers(db, [connectionId], options)).get(connectionId) ?? []
}

async function readPosts(db: Db | Tx, personIds: string[]) {
  if (personIds.length === 0) return new Map<string, { title: string; organisation: string }>()
  const rows = await db
    .selectFrom('posts')
    .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
    .select(['posts.person_id', 'posts.title', 'organisations.name as organisation'])
    .where('posts.person_id', '=', anyOf(personIds))
    .orderBy('posts.ends_on', (direction) => direction.asc().nullsLast())
    .orderBy('posts.created_at')
    .execute()
  // The last one wins: a post without an end, the newest of them.
  return new Map(rows.map((row) => [row.person_id, row]))
}

async function readLanguages(db: Db | Tx, personIds: string[]) {
  const byPerson = new Map<string, { language: string; level: string }[]>()
  if (personIds.length === 0) return byPerson
  const rows = await db
    .selectFrom('person_languages')
    .selectAll()
    .where('person_id', '=', anyOf(personIds))
    .orderBy('language')
    .execute()
  for (const { person_id, language, level } of rows)
    byPerson.set(person_id, [...(byPerson.get(person_id) ?? []), { language, level }])
  return byPerson
}
