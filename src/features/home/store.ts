import type { NotNull } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'

export interface Self {
  personId: string
  agencyId: string
}

/** A person's parts in initiatives, the newest first. */
export function readParts(db: Db | Tx, { personId, agencyId }: Self) {
  return db
    .selectFrom('participations')
    .innerJoin('initiatives', 'initiatives.id', 'participations.initiative_id')
    .select([
      'participations.id',
      'participations.initiative_id',
      'participations.state',
      'participations.paused_until_on',
    ])
    .select(['participations.answered_at', 'initiatives.title'])
    .where('participations.person_id', '=', personId)
    .where('participations.agency_id', '=', agencyId)
    .orderBy('participations.created_at', 'desc')
    .orderBy('participations.id')
    .execute()
}
export type Part = Awaited<ReturnType<typeof readParts>>[number]

/** One of a person's own parts; anybody else's is 'not here'. */
export async function ownPart(db: Db | Tx, self: Self, id: string): Promise<Part> {
  return orNotHere((await readParts(db, self)).find((part) => part.id === id))
}

/** The meetings still to come of a person, the next one first. */
export function readComing(db: Db | Tx, { personId, agencyId }: Self, now: Temporal.Instant) {
  return db
    .selectFrom('sessions')
    .innerJoin('session_members', 'session_members.session_id', 'sessions.id')
    .select([
      'sessions.id',
      'sessions.connection_id',
      'sessions.starts_at',
      'sessions.minutes',
      'sessions.medium',
      'sessions.place',
    ])
    .where('session_members.person_id', '=', personId)
    .where('sessions.agency_id', '=', agencyId)
    .where('sessions.state', '=', 'planned')
    .where('sessions.starts_at', '>', now)
    .where('sessions.connection_id', 'is not', null)
    .$narrowType<{ connection_id: NotNull }>()
    .orderBy('sessions.starts_at')
    .limit(4)
    .execute()
}
export type Coming = Awaited<ReturnType<typeof readComing>>[number]

/** Polls about times that a person has not answered. */
export function readOpenPolls(db: Db | Tx, { personId, agencyId }: Self) {
  return db
    .selectFrom('time_polls')
    .innerJoin('connection_members as member', 'member.connection_id', 'time_polls.connection_id')
    .leftJoin('time_answers', (join) =>
      join.onRef('time_answers.poll_id', '=', 'time_polls.id').onRef('time_answers.person_id', '=', 'member.person_id'),
    )
    .select(['time_polls.id', 'time_polls.connection_id'])
    .where('member.person_id', '=', personId)
    .where('member.left_at', 'is', null)
    .where('time_polls.agency_id', '=', agencyId)
    .where('time_polls.state', '=', 'open')
    .where('time_answers.poll_id', 'is', null)
    .orderBy('time_polls.asked_at')
    .execute()
}

/** The plans of seasons in which a person has not answered meetings that are to come, with how many. */
export function readOpenSeries(db: Db | Tx, { personId, agencyId }: Self, now: Temporal.Instant) {
  return db
    .selectFrom('season_plans as plan')
    .innerJoin('initiatives', 'initiatives.id', 'plan.initiative_id')
    .innerJoin('series_asked as asked', 'asked.plan_id', 'plan.id')
    .innerJoin('planned_sessions as row', 'row.plan_id', 'plan.id')
    .innerJoin('sessions', 'sessions.id', 'row.session_id')
    .innerJoin('session_members as member', 'member.session_id', 'sessions.id')
    .select(['plan.id', 'initiatives.title'])
    .select(({ fn }) => fn.countAll<number>().as('meetings'))
    .where('asked.person_id', '=', personId)
    .where('member.person_id', '=', personId)
    .where('member.reply', 'is', null)
    .where('plan.agency_id', '=', agencyId)
    .where('plan.state', '=', 'published')
    .where('sessions.state', '=', 'planned')
    .where('sessions.starts_at', '>', now)
    .groupBy(['plan.id', 'initiatives.title'])
    .orderBy('plan.id')
    .execute()
}

/** Other times for a session that a partner asks for, and of which a person has not said whether they work. */
export function readOpenCounters(db: Db | Tx, { personId, agencyId }: Self, now: Temporal.Instant) {
  return db
    .selectFrom('session_counters as counter')
    .innerJoin('sessions', 'sessions.id', 'counter.session_id')
    .innerJoin('session_members as member', 'member.session_id', 'sessions.id')
    .leftJoin('session_counter_answers as answer', (join) =>
      join.onRef('answer.counter_id', '=', 'counter.id').onRef('answer.person_id', '=', 'member.person_id'),
    )
    .select([
      'counter.id',
      'sessions.id as sessionId',
      'sessions.connection_id as connectionId',
      'counter.starts_at as startsAt',
    ])
    .where('counter.state', '=', 'open')
    .where('counter.agency_id', '=', agencyId)
    .where('counter.starts_at', '>', now)
    .whereRef('counter.person_id', '<>', 'member.person_id')
    .where('member.person_id', '=', personId)
    .where('answer.person_id', 'is', null)
    .where('sessions.state', '=', 'planned')
    .where('sessions.starts_at', '>', now)
    .orderBy('counter.starts_at')
    .execute()
}

/** Meetings of the last 60 days of which a person was asked whether they took place, and has not said. */
export function readOpenCheckins(db: Db | Tx, { personId, agencyId }: Self, now: Temporal.Instant) {
  return db
    .selectFrom('sessions')
    .innerJoin('session_members', 'session_members.session_id', 'sessions.id')
    .select(['sessions.id', 'sessions.connection_id', 'sessions.starts_at'])
    .where('session_members.person_id', '=', personId)
    .where('session_members.held', 'is', null)
    .where('sessions.agency_id', '=', agencyId)
    .where('sessions.asked_at', 'is not', null)
    .where('sessions.state', 'in', ['planned', 'held'])
    .where('sessions.starts_at', '>', now.subtract({ hours: 60 * 24 }))
    .where('sessions.connection_id', 'is not', null)
    .$narrowType<{ connection_id: NotNull }>()
    .orderBy('sessions.starts_at')
    .execute()
}

/** The persons behind an e-mail address, one an agency, with what their agency is called. */
export function personsAt(db: Db | Tx, email: string) {
  return db
    .selectFrom('persons')
    .innerJoin('agencies', 'agencies.id', 'persons.agency_id')
    .select([
      'persons.id',
      'persons.agency_id',
      'persons.name',
      'persons.email',
      'persons.locale',
      'agencies.name as agency',
    ])
    .where((eb) => eb(eb.fn<string>('lower', ['persons.email']), '=', email.toLowerCase()))
    .where('persons.merged_into_id', 'is', null)
    .execute()
}

/** How many home links an address was sent since a moment. */
export async function linksSentSince(
  db: Db | Tx,
  agencyId: string,
  email: string,
  since: Temporal.Instant,
): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'home.link')
    .where('to_address', '=', email)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Lists of suggestions that wait for a person's answer, while the round is a draft. */
export function readOpenChoices(db: Db | Tx, { personId, agencyId }: Self) {
  return db
    .selectFrom('matching_asked as asked')
    .innerJoin('matching_rounds as round', 'round.id', 'asked.round_id')
    .innerJoin('initiatives', 'initiatives.id', 'round.initiative_id')
    .select(['round.id', 'initiatives.title'])
    .where('asked.person_id', '=', personId)
    .where('asked.answered_at', 'is', null)
    .where('round.agency_id', '=', agencyId)
    .where('round.state', '=', 'draft')
    .orderBy('asked.asked_at')
    .orderBy('round.id')
    .execute()
}
