import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

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
