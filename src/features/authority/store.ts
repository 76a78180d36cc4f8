import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { ContactOfPeer, ReportContent } from './report.ts'

/** An authority with the names a page needs. */
export function authorities(db: Db | Tx) {
  return db
    .selectFrom('authorities')
    .innerJoin('persons', 'persons.id', 'authorities.person_id')
    .leftJoin('organisations', 'organisations.id', 'authorities.organisation_id')
    .innerJoin('initiatives', 'initiatives.id', 'authorities.initiative_id')
    .innerJoin('agencies', 'agencies.id', 'authorities.agency_id')
    .leftJoin('participations', (join) =>
      join
        .onRef('participations.person_id', '=', 'authorities.person_id')
        .onRef('participations.initiative_id', '=', 'authorities.initiative_id'),
    )
    .selectAll('authorities')
    .select([
      'persons.name as person',
      'persons.zone as personZone',
      'organisations.name as organisation',
      'initiatives.title as initiative',
      'agencies.name as agency',
      'agencies.zone as agencyZone',
      'participations.report_consent_at as consentAt',
    ])
}
export type AuthorityRow = Awaited<ReturnType<ReturnType<typeof authorities>['executeTakeFirstOrThrow']>>

export function listAuthorities(db: Db, initiativeId: string): Promise<AuthorityRow[]> {
  return authorities(db)
    .where('authorities.initiative_id', '=', initiativeId)
    .where('authorities.ended_at', 'is', null)
    .orderBy('authorities.ends_on')
    .orderBy('persons.name')
    .execute()
}

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
    const contact = contacts.get(row.id) ?? { happenedAt: row.happened_at, kind: row.kind, minutes: row.minutes, with: [] }
    contact.with.push({ name: row.name, organisation: row.organisation ?? '' })
    contacts.set(row.id, contact)
  }
  return [...contacts.values()]
}

export function listReports(db: Db | Tx, authorityId: string) {
  return db.selectFrom('authority_reports').selectAll().where('authority_id', '=', authorityId).orderBy('sent_at', 'desc').execute()
}
export type ReportRow = Awaited<ReturnType<typeof listReports>>[number]

export function contentOf(report: { content: unknown }): ReportContent {
  return report.content as ReportContent
}

/** Reports whose authoriser asked for a call nobody has noted yet. */
export function listCallsAsked(db: Db, initiativeId: string) {
  return db
    .selectFrom('authority_reports')
    .innerJoin('authorities', 'authorities.id', 'authority_reports.authority_id')
    .innerJoin('persons', 'persons.id', 'authorities.person_id')
    .select([
      'authority_reports.id',
      'authority_reports.answered_at',
      'authority_reports.answer_note',
      'authorities.id as authorityId',
      'authorities.authoriser_name',
      'persons.name as person',
    ])
    .where('authorities.initiative_id', '=', initiativeId)
    .where('authority_reports.answer', '=', 'call')
    .where('authority_reports.settled_at', 'is', null)
    .execute()
}
