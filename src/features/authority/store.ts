import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { ContactOfPeer, ReportContent } from './report.ts'

/** Peers who take part and have no authority on record. */
export function listWithoutAuthority(db: Db, initiativeId: string) {
  return db
    .selectFrom('participations')
    .innerJoin('persons', 'persons.id', 'participations.person_id')
    .select(['persons.id', 'persons.name', 'persons.city'])
    .where('participations.initiative_id', '=', initiativeId)
    .where('participations.state', 'in', ['active', 'paused', 'invited'])
    .where('persons.merged_into_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('authorities')
            .select('authorities.id')
            .whereRef('authorities.person_id', '=', 'persons.id')
            .where('authorities.initiative_id', '=', initiativeId)
            .where('authorities.ended_at', 'is', null),
        ),
      ),
    )
    .orderBy('persons.name')
    .execute()
}

export function currentOrganisation(db: Db | Tx, personId: string) {
  return db
    .selectFrom('posts')
    .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
    .select(['organisations.id', 'organisations.name'])
    .where('posts.person_id', '=', personId)
    .orderBy(sql`posts.ends_on is null desc, posts.ends_on desc, posts.starts_on desc nulls last`)
    .executeTakeFirst()
}

/** Everything a peer was in touch about, with whom, in the connections of one initiative. */
export async function listContactsOf(db: Db | Tx, personId: string, initiativeId: string): Promise<ContactOfPeer[]> {
  const rows = await db
    .selectFrom('contacts')
    .innerJoin('connections', 'connections.id', 'contacts.connection_id')
    .innerJoin('connection_members as own', 'own.connection_id', 'connections.id')
    .innerJoin('connection_members as other', 'other.connection_id', 'connections.id')
    .innerJoin('persons', 'persons.id', 'other.person_id')
    .select((eb) => [
      'contacts.id',
      'contacts.happened_at',
      'contacts.kind',
      'contacts.minutes',
      'persons.name',
      eb
        .selectFrom('posts')
        .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
        .select('organisations.name')
        .whereRef('posts.person_id', '=', 'persons.id')
        .orderBy(sql`posts.ends_on is null desc, posts.ends_on desc`)
        .limit(1)
        .as('organisation'),
    ])
    .where('own.person_id', '=', personId)
    .whereRef('other.person_id', '<>', 'own.person_id')
    .where('connections.initiative_id', '=', initiativeId)
    .orderBy('contacts.happened_at')
    .orderBy('persons.name')
    .execute()
  const contacts = new Map<string, ContactOfPeer>()
  for (const row of rows) {
    const contact = contacts.get(row.id) ?? {
      happenedAt: row.happened_at,
      kind: row.kind,
      minutes: row.minutes,
      with: [],
    }
    contact.with.push({ name: row.name, organisation: row.organisation ?? '' })
    contacts.set(row.id, contact)
  }
  return [...contacts.values()]
}

export function listReports(db: Db | Tx, authorityId: string) {
  return db
    .selectFrom('authority_reports')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('sent_at', 'desc')
    .execute()
}
export type ReportRow = Awaited<ReturnType<typeof listReports>>[number]

export function contentOf(report: { content: unknown }): ReportContent {
  return report.content as ReportContent
}

/** Whom a mail about their authority goes to. */
export function findPeer(db: Db | Tx, personId: string) {
  return db
    .selectFrom('persons')
    .select(['email', 'name', 'locale'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}
