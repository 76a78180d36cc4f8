import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/work.ts'

/** Notes that people were sent the times of a plan, or more of them. */
export async function noteAsked(
  db: Tx,
  plan: { id: string; agency_id: string },
  personIds: readonly string[],
  at: { askedAt: Temporal.Instant; remindAt: Temporal.Instant | null },
): Promise<void> {
  for (const part of inParts(personIds)) {
    const set = { asked_at: at.askedAt, next_reminder_at: at.remindAt, reminded_at: null }
    await db
      .insertInto('series_asked')
      .values(part.map((person_id) => ({ plan_id: plan.id, agency_id: plan.agency_id, person_id, ...set })))
      .onConflict((conflict) => conflict.columns(['plan_id', 'person_id']).doUpdateSet(set))
      .execute()
  }
}

/** Sets when the invitations of sessions go to those who have not answered. */
export async function setInvitations(
  db: Tx,
  planId: string,
  rows: readonly { sessionId: string; inviteAt: string }[],
): Promise<void> {
  for (const part of inParts(rows)) {
    await sql`
      update planned_sessions p set invite_at = c."inviteAt"
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as c("sessionId" uuid, "inviteAt" timestamptz)
      where p.plan_id = ${planId} and p.session_id = c."sessionId"`.execute(db)
  }
}

/**
 * The sessions of a published plan that one person is to come to, in order of time, with all their members and the other
 * time that one of them asks for.
 */
export async function listSeries(db: Db | Tx, planId: string, personIds: readonly string[], now: Temporal.Instant) {
  const { rows } = await sql<{
    person_id: string
    session_id: string
    connection_id: string
    starts_at: Temporal.Instant
    minutes: number
    medium: string
    reply: string | null
    others: { personId: string; name: string; zone: string }[]
    asked_at: Temporal.Instant | null
    asked_by: string | null
  }>`
    select own.person_id, s.id as session_id, p.connection_id, s.starts_at, s.minutes, s.medium, own.reply,
      (select json_agg(json_build_object('personId', q.id, 'name', q.name, 'zone', q.zone) order by q.name)
       from session_members m join persons q on q.id = m.person_id
       where m.session_id = s.id and m.person_id <> own.person_id) as others,
      asked.starts_at as asked_at, asked.person_id as asked_by
    from planned_sessions p
    join sessions s on s.id = p.session_id
    left join session_counters asked on asked.session_id = s.id and asked.state = 'open'
    join session_members own on own.session_id = s.id
    where p.plan_id = ${planId} and s.state = 'planned' and s.starts_at > ${now}
      and own.person_id = ${anyOf(personIds)}
    order by s.starts_at, s.id`.execute(db)
  return rows.map(({ others, ...row }) => ({ ...row, others: others ?? [] }))
}

export type SeriesSession = Awaited<ReturnType<typeof listSeries>>[number]

/** The members of some sessions. */
export async function listMembersOf(db: Db | Tx, sessionIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('session_members')
    .select('person_id')
    .distinct()
    .where('session_id', '=', anyOf(sessionIds))
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Whom a mail goes to. */
export function readRecipients(db: Db | Tx, personIds: readonly string[]) {
  return db
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'locale', 'zone'])
    .where('id', '=', anyOf(personIds))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export type Recipient = Awaited<ReturnType<typeof readRecipients>>[number]

/** Who was sent the times of a plan and has not said anything to one that is to come. */
export async function listWaiting(db: Db | Tx, planId: string, now: Temporal.Instant) {
  return db
    .selectFrom('series_asked as asked')
    .innerJoin('persons', 'persons.id', 'asked.person_id')
    .select(['asked.person_id', 'persons.name', 'asked.asked_at', 'asked.reminded_at'])
    .where('asked.plan_id', '=', planId)
    .where(
      sql<boolean>`exists (
        select 1 from planned_sessions p
        join sessions s on s.id = p.session_id
        join session_members m on m.session_id = s.id and m.person_id = asked.person_id
        where p.plan_id = asked.plan_id and s.state = 'planned' and s.starts_at > ${now} and m.reply is null)`,
    )
    .orderBy('persons.name')
    .orderBy('asked.person_id')
    .execute()
}

export async function dueReminders(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('series_asked')
    .select(['plan_id', 'person_id'])
    .where('next_reminder_at', '<=', now)
    .orderBy('next_reminder_at')
    .limit(500)
    .execute()
}

/** @returns false where another process was quicker */
export async function claimReminder(
  db: Tx,
  due: { plan_id: string; person_id: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('series_asked')
    .set({ next_reminder_at: null })
    .where('plan_id', '=', due.plan_id)
    .where('person_id', '=', due.person_id)
    .where('next_reminder_at', '<=', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function noteReminded(
  db: Tx,
  planId: string,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('series_asked')
    .set({ reminded_at: now })
    .where('plan_id', '=', planId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
}

export async function dueInvitations(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('planned_sessions')
    .select('session_id')
    .where('invite_at', '<=', now)
    .where('session_id', 'is not', null)
    .orderBy('invite_at')
    .limit(500)
    .execute()
  return rows.flatMap((row) => row.session_id ?? [])
}

/** Takes an invitation that is due for this change alone. @returns who has not answered; null where nothing is to be sent */
export async function claimInvitation(db: Tx, sessionId: string, now: Temporal.Instant): Promise<string[] | null> {
  const result = await db
    .updateTable('planned_sessions')
    .set({ invite_at: null })
    .where('session_id', '=', sessionId)
    .where('invite_at', '<=', now)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return null
  const rows = await db
    .selectFrom('session_members as member')
    .innerJoin('sessions', 'sessions.id', 'member.session_id')
    .select('member.person_id')
    .where('sessions.id', '=', sessionId)
    .where('sessions.state', '=', 'planned')
    // Whoever it was moved for has the invitation already: the mail of a move is one.
    .where('sessions.sequence', '=', 0)
    .where('sessions.starts_at', '>', now)
    .where('member.reply', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}

/** The plan, and the row of it, that a session belongs to. */
export async function findPlanned(db: Db | Tx, sessionId: string) {
  return db
    .selectFrom('planned_sessions as row')
    .innerJoin('season_plans as plan', 'plan.id', 'row.plan_id')
    .select(['row.plan_id', 'row.series_id', 'row.number'])
    .where('row.session_id', '=', sessionId)
    .where('plan.state', '=', 'published')
    .executeTakeFirst()
}

/** The sessions of published plans that somebody is to come to, from a moment on, in order of time. */
export function listComing(db: Db | Tx, personId: string, from: Temporal.Instant) {
  return db
    .selectFrom('session_members as own')
    .innerJoin('sessions', 'sessions.id', 'own.session_id')
    .innerJoin('planned_sessions as row', 'row.session_id', 'sessions.id')
    .innerJoin('season_plans as plan', 'plan.id', 'row.plan_id')
    .select(['sessions.id as sessionId', 'sessions.starts_at as startsAt', 'sessions.minutes', 'own.reply'])
    .select(sql<boolean>`coalesce(row.reason -> 'people' ? own.person_id::text, false)`.as('isMarked'))
    .where('own.person_id', '=', personId)
    .where('plan.state', '=', 'published')
    .where('sessions.state', '=', 'planned')
    .where('sessions.starts_at', '>=', from)
    .where(sql<boolean>`own.reply is distinct from 'no'`)
    .orderBy('sessions.starts_at')
    .orderBy('sessions.id')
    .execute()
}
export type ComingSession = Awaited<ReturnType<typeof listComing>>[number]

/** Whether somebody was sent the times of a plan. */
export async function wasAsked(db: Db | Tx, planId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('series_asked')
    .select('asked_at')
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
