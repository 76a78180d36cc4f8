import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { PersonValues } from './person-changes.ts'

export interface RecordedPost {
  id: string
  organisationId: string
  organisation: string
  organisationKind: string | null
  organisationSize: string | null
  /** Whom they work under there, if that is known. */
  superior: { name: string; email: string } | null
  title: string
  startsOn: Temporal.PlainDate | null
  endsOn: Temporal.PlainDate | null
}

/** Everything known of a person themselves: what their page shows and the edit form holds. */
export interface PersonRecord extends PersonValues {
  id: string
  agencyId: string
  note: string
  createdAt: Temporal.Instant
  languages: { language: string; level: string }[]
  /** Open ones first, then the latest. */
  posts: RecordedPost[]
}

/** Reads what is known of a person who was reached through an access door. */
export async function readPersonRecord(db: Db | Tx, personId: string): Promise<PersonRecord> {
  const row = await db.selectFrom('persons').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  const languages = await db
    .selectFrom('person_languages')
    .select(['language', 'level'])
    .where('person_id', '=', personId)
    .orderBy(sql`array_position(array['native', 'fluent', 'working', 'basic'], level)`)
    .orderBy('language')
    .execute()
  const posts = await db
    .selectFrom('posts')
    .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
    .leftJoin('persons as superior', 'superior.id', 'posts.reports_to_id')
    .select([
      'posts.id',
      'posts.organisation_id',
      'organisations.name',
      'organisations.kind',
      'organisations.size',
      'superior.name as superiorName',
      'superior.email as superiorEmail',
      'posts.title',
      'posts.starts_on',
      'posts.ends_on',
    ])
    .where('posts.person_id', '=', personId)
    .orderBy(sql`coalesce(posts.ends_on, 'infinity')`, 'desc')
    .orderBy(sql`coalesce(posts.starts_on, '-infinity')`, 'desc')
    .orderBy('posts.created_at', 'desc')
    .orderBy('posts.id')
    .execute()
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    zone: row.zone,
    country: row.country,
    city: row.city,
    phone: row.phone,
    note: row.note,
    createdAt: row.created_at,
    languages,
    posts: posts.map((post) => ({
      id: post.id,
      organisationId: post.organisation_id,
      organisation: post.name,
      organisationKind: post.kind,
      organisationSize: post.size,
      superior:
        post.superiorName === null || post.superiorEmail === null
          ? null
          : { name: post.superiorName, email: post.superiorEmail },
      title: post.title,
      startsOn: post.starts_on,
      endsOn: post.ends_on,
    })),
  }
}
