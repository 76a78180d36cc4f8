import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { daysAfter } from '../../platform/clock.ts'
import type { Tx } from '../../platform/work.ts'

/** When 'did you meet?' is asked of a session: a day after its end. */
export function askAt(startsAt: Temporal.Instant, minutes: number): Temporal.Instant {
  return startsAt.add({ minutes, hours: 24 })
}

/** Days before the next meeting is due by the rhythm at which times are proposed: answers and calendars take a while. */
const leadDays = 12
/** Days an agreement may wait for its signatures before a first meeting is arranged all the same. */
const agreementDays = 7
/** Days after which a session is too long past to be asked about. */
const askWithinDays = 14

/**
 * Connections whose next meeting should be arranged now: running, nothing planned or asked about, and either freshly
 * agreed (or a week without signatures), or as many days after the last contact as the rhythm says, less the lead.
 * After a question nobody answered it is the desk's: nothing is asked again by itself until the members were in touch or
 * the facilitator did something.
 */
export async function connectionsToArrange(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select c.id
    from connections c
    where c.state in ('active', 'quiet')
      and not exists (select 1 from time_polls p where p.connection_id = c.id and p.state = 'open')
      and not exists (
        select 1 from sessions s
        where s.connection_id = c.id and s.state = 'planned' and s.starts_at > ${now}::timestamptz - interval '4 days')
      and not exists (
        select 1 from time_polls p
        where p.connection_id = c.id
          and p.asked_at > ${now}::timestamptz - make_interval(days => greatest(c.rhythm_days - ${leadDays}::int, 5)))
      and not exists (
        select 1 from time_polls p
        where p.connection_id = c.id and p.state = 'unanswered'
          and p.asked_at > greatest(coalesce(c.last_contact_at, c.started_at), c.last_touch_at))
      and case
        when c.last_contact_at is null then
          c.started_at <= ${daysAfter(now, -agreementDays)}
          or not exists (
            select 1 from connection_members m
            where m.connection_id = c.id and m.left_at is null and m.agreed_version is distinct from c.agreement_version)
        else c.last_contact_at <= ${now}::timestamptz - make_interval(days => greatest(c.rhythm_days - ${leadDays}::int, 3))
      end
    order by c.started_at, c.id
    limit 500`.execute(db)
  return rows.rows.map((row) => row.id)
}

export async function pollsToRemind(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('time_polls')
    .select('id')
    .where('state', '=', 'open')
    .where('reminded_at', 'is', null)
    .where('asked_at', '<=', daysAfter(now, -3))
    .where('answer_by', '>', now)
    .orderBy('asked_at')
    .execute()
  return rows.map((row) => row.id)
}

export async function claimReminder(db: Tx, pollId: string, now: Temporal.Instant): Promise<boolean> {
  const result = await db
    .updateTable('time_polls')
    .set({ reminded_at: now })
    .where('id', '=', pollId)
    .where('reminded_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function pollsOverdue(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('time_polls')
    .select('id')
    .where('state', '=', 'open')
    .where('answer_by', '<=', now)
    .orderBy('answer_by')
    .execute()
  return rows.map((row) => row.id)
}

export async function sessionsToAsk(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('state', '=', 'planned')
    .where('asked_at', 'is', null)
    .where('ask_at', '<=', now)
    .where('ask_at', '>', daysAfter(now, -askWithinDays))
    .orderBy('ask_at')
    .execute()
  return rows.map((row) => row.id)
}

export async function claimQuestion(db: Tx, sessionId: string, now: Temporal.Instant): Promise<boolean> {
  const result = await db
    .updateTable('sessions')
    .set({ asked_at: now })
    .where('id', '=', sessionId)
    .where('asked_at', 'is', null)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
