import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

export const trailPage = 50
export const outboxPage = 50

export interface TrailFilter {
  /** Part of the name of who did it. */
  person?: string | undefined
  verb?: string | undefined
  from?: Temporal.Instant | undefined
  to?: Temporal.Instant | undefined
  /** Only events older than this id. */
  before?: number | undefined
}

/** One page of an agency's audit trail, newest first, and whether older events follow. */
export async function readTrail(db: Db, agencyId: string, filter: TrailFilter) {
  let query = db
    .selectFrom('audit_events')
    .leftJoin('initiatives', (join) =>
      join.onRef('initiatives.id', '=', 'audit_events.initiative_id').on('initiatives.agency_id', '=', agencyId),
    )
    .select([
      'audit_events.id',
      'audit_events.at',
      'audit_events.actor_kind',
      'audit_events.actor_name',
      'audit_events.verb',
    ])
    .select(['audit_events.subject_kind', 'audit_events.details', 'initiatives.title as initiative'])
    .where('audit_events.agency_id', '=', agencyId)
    .orderBy('audit_events.id', 'desc')
    .limit(trailPage + 1)
  if (filter.person) query = query.where('actor_name', 'ilike', `%${filter.person.replace(/[%_\\]/g, '\\$&')}%`)
  if (filter.verb) query = query.where('verb', '=', filter.verb)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.to) query = query.where('at', '<', filter.to)
  if (filter.before !== undefined) query = query.where('audit_events.id', '<', filter.before)
  const rows = await query.execute()
  return { events: rows.slice(0, trailPage), hasOlder: rows.length > trailPage }
}

/** The verbs on an agency's trail, each found by one step over the index of verbs. */
export async function listVerbs(db: Db, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ verb: string }>`
    with recursive verbs (verb) as (
      select min(verb) from audit_events where agency_id = ${agencyId}
      union all
      select (select min(verb) from audit_events where agency_id = ${agencyId} and verb > verbs.verb) from verbs where verb is not null
    )
    select verb from verbs where verb is not null`.execute(db)
  return rows.map(({ verb }) => verb)
}

export const mailStates = ['queued', 'sending', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof mailStates)[number]

/** One page of an agency's mail, newest first, without its words. */
export async function readOutbox(db: Db, agencyId: string, filter: { state?: MailState | undefined; page: number }) {
  let query = db
    .selectFrom('mails')
    .select(['id', 'kind', 'state', 'to_name', 'to_address', 'attempts', 'created_at', 'sent_at', 'next_attempt_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(outboxPage + 1)
    .offset((filter.page - 1) * outboxPage)
  if (filter.state) query = query.where('state', '=', filter.state)
  const rows = await query.execute()
  return { mails: rows.slice(0, outboxPage), hasOlder: rows.length > outboxPage }
}

/** How many mails of an agency wait or have failed. */
export async function countUnsent(db: Db, agencyId: string): Promise<{ queued: number; failed: number; kept: number }> {
  const rows = await db
    .selectFrom('mails')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['queued', 'failed', 'kept'])
    .groupBy('state')
    .execute()
  const count = (state: MailState) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { queued: count('queued'), failed: count('failed'), kept: count('kept') }
}

/** A mail that has not left, with its words. */
export function findUndelivered(db: Db, agencyId: string, mailId: string) {
  return db
    .selectFrom('mails')
    .select(['id', 'subject', 'body_text', 'to_name', 'to_address', 'calendar_method', 'created_at', 'locale'])
    .where('id', '=', mailId)
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['queued', 'failed', 'kept'])
    .executeTakeFirst()
}
