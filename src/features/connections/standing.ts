import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
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

/** The standing of an initiative's connections, of which the caller says which; signatures are asked about if wanted. */
export function standings(db: Db, initiativeId: string, isUnsigned = sql<boolean>`false`) {
  return db
    .selectFrom('connections')
    .select(columns)
    .select(isUnsigned.as('isUnsigned'))
    .where('initiative_id', '=', initiativeId)
}

// Asked once for all of them, not once for each.
function unsigned(initiativeId: string) {
  return sql<boolean>`connections.id in (
    select member.connection_id from connection_members as member join connections as tie on tie.id = member.connection_id
    where tie.initiative_id = ${initiativeId} and member.left_at is null
      and member.agreed_version is distinct from tie.agreement_version)`
}

const isUnderWay = sql<boolean>`state in ('active', 'quiet')`

/** A proposal nobody answers, a silence, a signature, a review, or one of `ids`. */
function asksForALook(initiativeId: string, today: Temporal.PlainDate, ids: readonly string[]) {
  return sql<boolean>`((state = 'proposed' and stuck_at is not null) or (${isUnderWay} and
    (watch_state <> 'fresh' or review_on <= ${today} or id = ${anyOf(ids)} or ${unsigned(initiativeId)})))`
}

export interface Look {
  initiativeId: string
  today: Temporal.PlainDate
  /** Connections that ask for a look whatever their state. */
  ids: readonly string[]
}

/** Connections in which there may be something to see to. */
export function listToLookAt(db: Db, look: Look): Promise<Standing[]> {
  return standings(db, look.initiativeId, unsigned(look.initiativeId))
    .where(asksForALook(look.initiativeId, look.today, look.ids))
    .execute()
}

/** Of the others that are under way, those nobody touched since a moment: the longest untouched first. */
export function listUntouched(db: Db, look: Look, since: Temporal.Instant, limit: number): Promise<Standing[]> {
  const touchedAt = sql<Temporal.Instant>`coalesce(last_touch_at, started_at, proposed_at)`
  return standings(db, look.initiativeId)
    .where(isUnderWay)
    .where(sql<boolean>`not ${asksForALook(look.initiativeId, look.today, look.ids)}`)
    .where(touchedAt, '<=', since)
    .orderBy(touchedAt)
    .limit(limit)
    .execute()
}

export async function hasConnections(db: Db, initiativeId: string): Promise<boolean> {
  const query = db.selectFrom('connections').select('id').where('initiative_id', '=', initiativeId)
  return (await query.where('state', 'not in', ['closed', 'declined']).limit(1).executeTakeFirst()) !== undefined
}
