import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Connection } from './store.ts'

/** What there is to know of a connection to see whether it needs help: no names and no words. */
export interface Standing extends Pick<
  Connection,
  | 'id'
  | 'state'
  | 'watch_state'
  | 'stuck_at'
  | 'proposed_at'
  | 'started_at'
  | 'closed_at'
  | 'last_contact_at'
  | 'last_touch_at'
  | 'review_on'
> {
  /** Somebody in it has not accepted the agreement as it stands. */
  isUnsigned: boolean
}

const columns = [
  'id',
  'state',
  'watch_state',
  'stuck_at',
  'proposed_at',
  'started_at',
  'closed_at',
  'last_contact_at',
  'last_touch_at',
  'review_on',
] as const

/** The standing of connections, of which the caller says which. */
export function standings(db: Db) {
  const unsigned = sql<boolean>`exists (
    select from connection_members as member where member.connection_id = connections.id and member.left_at is null
      and member.agreed_version is distinct from connections.agreement_version)`
  return db.selectFrom('connections').select(columns).select(unsigned.as('isUnsigned'))
}

/** How every connection of an initiative stands that has not ended. */
export function listStandings(db: Db, initiativeId: string): Promise<Standing[]> {
  return standings(db)
    .where('initiative_id', '=', initiativeId)
    .where('state', 'in', ['proposed', 'active', 'quiet', 'paused'])
    .execute()
}
