import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/work.ts'
import { weekendOf } from '../availability/weekend.ts'

export interface Member {
  personId: string
  name: string
  email: string
  locale: string
  zone: string
  city: string
  /** ISO weekday numbers of the days of rest. */
  weekendDays: readonly number[]
  /** Burden points borne in this connection's sessions so far. */
  burdenSoFar: number
  /** Starts and ends of sessions this person has already. */
  taken: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]
}

/** The members of a connection who have not left, with their days of rest, what they have borne and what they have on. */
export async function readMembers(db: Db | Tx, connectionId: string, now: Temporal.Instant): Promise<Member[]> {
  const rows = await db
    .selectFrom('connection_members as member')
    .innerJoin('connections', 'connections.id', 'member.connection_id')
    .innerJoin('persons', 'persons.id', 'member.person_id')
    .leftJoin('availabilities as said', 'said.person_id', 'persons.id')
    .select((eb) => [
      'persons.id as personId',
      'persons.name',
      'persons.email',
      'persons.locale',
      'persons.zone',
      'persons.city',
      'persons.country',
      'said.weekend_days',
      eb
        .selectFrom('session_members')
        .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
        .select((sum) => sql<number>`coalesce(${sum.fn.sum('session_members.burden')}, 0)::int`.as('burden'))
        .whereRef('session_members.person_id', '=', 'member.person_id')
        .where('sessions.connection_id', '=', connectionId)
        .where('sessions.state', '<>', 'cancelled')
        .as('burdenSoFar'),
    ])
    .where('member.connection_id', '=', connectionId)
    .where('member.left_at', 'is', null)
    .orderBy('persons.name')
    .orderBy('persons.id')
    .execute()
  const taken = await readTaken(
    db,
    rows.map((row) => row.personId),
    now,
  )
  return rows.map((row) => ({
    ...withWeekend(row),
    burdenSoFar: row.burdenSoFar ?? 0,
    taken: taken.get(row.personId) ?? [],
  }))
}

/** A person's days of rest: those they named, else those of their country. */
export function withWeekend<T extends { country: string | null; weekend_days: number[] | null }>(person: T) {
  const { country, weekend_days, ...rest } = person
  return { ...rest, weekendDays: weekend_days ?? weekendOf(country) }
}

async function readTaken(db: Db | Tx, personIds: string[], now: Temporal.Instant) {
  const taken = new Map<string, { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]>()
  if (personIds.length === 0) return taken
  const rows = await db
    .selectFrom('session_members')
    .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
    .select(['session_members.person_id', 'sessions.starts_at', 'sessions.minutes'])
    .where('session_members.person_id', 'in', personIds)
    .where('sessions.state', '=', 'planned')
    .where('sessions.starts_at', '>', now)
    .execute()
  for (const row of rows) {
    const own = taken.get(row.person_id) ?? []
    own.push({ startsAt: row.starts_at, endsAt: row.starts_at.add({ minutes: row.minutes }) })
    taken.set(row.person_id, own)
  }
  return taken
}

export function findConnection(db: Db | Tx, connectionId: string) {
  return db
    .selectFrom('connections')
    .innerJoin('initiatives', 'initiatives.id', 'connections.initiative_id')
    .select([
      'connections.id',
      'connections.agency_id',
      'connections.initiative_id',
      'connections.state',
      'connections.medium',
      'initiatives.title as initiative',
    ])
    .where('connections.id', '=', connectionId)
    .executeTakeFirst()
}

/** Sessions with their members, in the order of their names; sessions in order of time. */
export async function readSessions(db: Db | Tx, sessionIds: string[]) {
  if (sessionIds.length === 0) return []
  const sessions = await db
    .selectFrom('sessions')
    .innerJoin('initiatives', 'initiatives.id', 'sessions.initiative_id')
    .leftJoin('activities', 'activities.id', 'sessions.activity_id')
    .selectAll('sessions')
    .select(['initiatives.title as initiative', 'activities.title as activity'])
    .select(['activities.mode as activity_mode', 'activities.zone as activity_zone'])
    .where('sessions.id', 'in', sessionIds)
    .orderBy('sessions.starts_at')
    .execute()
  const members = await db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .leftJoin('availabilities as said', 'said.person_id', 'persons.id')
    .select([
      'session_members.session_id',
      'session_members.person_id',
      'session_members.held',
      'session_members.held_minutes',
      'session_members.answered_at',
      'session_members.reply',
      'session_members.reply_by',
      'session_members.replied_at',
      'session_members.is_optional',
      'session_members.number',
      'session_members.place',
      'persons.name',
      'persons.email',
      'persons.locale',
      'persons.zone',
      'persons.country',
      'said.weekend_days',
    ])
    .where('session_members.session_id', 'in', sessionIds)
    .orderBy('persons.name')
    .execute()
  const bySession = Map.groupBy(members.map(withWeekend), (member) => member.session_id)
  return sessions.map((session) => ({ ...session, members: bySession.get(session.id) ?? [] }))
}

export async function readSession(db: Db | Tx, sessionId: string): Promise<SessionRow | undefined> {
  return (await readSessions(db, [sessionId]))[0]
}

export type SessionRow = Awaited<ReturnType<typeof readSessions>>[number]

export interface NewSession {
  id: string
  agency_id: string
  initiative_id: string
  connection_id?: string
  activity_id?: string
  uid: string
  starts_at: Temporal.Instant
  minutes: number
  medium: string
  /** When it is asked whether the session took place; null where it is not. */
  ask_at: Temporal.Instant | null
  members: { personId: string; burden: number }[]
}

/** Puts sessions into the plan, with the time they take of everybody. */
export async function insertSessions(db: Tx, sessions: readonly NewSession[], now: Temporal.Instant): Promise<void> {
  for (const part of inParts(sessions)) {
    const rows = part.map(({ members: _members, ...row }) => ({ ...row, created_at: now, changed_at: now }))
    await db.insertInto('sessions').values(rows).execute()
    for (const members of inParts(part.flatMap((session) => membersOf(session)))) {
      await db.insertInto('session_members').values(members).execute()
    }
  }
}

function membersOf({ id, starts_at, minutes, members }: NewSession) {
  return members.map(({ personId, burden }) => ({
    session_id: id,
    person_id: personId,
    burden,
    during: sql<string>`tstzrange(${starts_at}::timestamptz, ${starts_at.add({ minutes })}::timestamptz)`,
  }))
}

/**
 * Writes down which time a session takes of each member who has not said no; none when it is cancelled. The database
 * refuses a time that another session of the person has; the transaction then runs again and meets `findBooked`.
 */
export async function takeTime(db: Tx, sessionId: string): Promise<void> {
  await sql`
    update session_members m
    set during = case when s.state <> 'cancelled' and m.reply is distinct from 'no'
      then tstzrange(s.starts_at, s.starts_at + make_interval(mins => s.minutes)) end
    from sessions s where s.id = m.session_id and s.id = ${sessionId}`.execute(db)
}

/** The names of those whom another session than this one has already, at a time. */
export async function findBooked(
  db: Db | Tx,
  personIds: string[],
  time: { startsAt: Temporal.Instant; minutes: number },
  exceptSessionId?: string,
): Promise<string[]> {
  const endsAt = time.startsAt.add({ minutes: time.minutes })
  const rows = await db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select('persons.name')
    .distinct()
    .where('session_members.person_id', '=', anyOf(personIds))
    .where(sql<boolean>`during && tstzrange(${time.startsAt}, ${endsAt})`)
    .$if(exceptSessionId !== undefined, (query) => query.where('session_id', '<>', exceptSessionId ?? ''))
    .orderBy('persons.name')
    .execute()
  return rows.map((row) => row.name)
}

/** Changes a session and raises the SEQUENCE that calendars go by. */
export async function changeSession(
  db: Tx,
  sessionId: string,
  change: {
    state?: 'cancelled'
    starts_at?: Temporal.Instant
    minutes?: number
    ask_at?: Temporal.Instant
    asked_at?: null
  },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({
      ...change,
      changed_at: now,
      sequence: sql`sequence + 1`,
      ...(change.starts_at ? { moved_sequence: sql`sequence + 1` } : {}),
    })
    .where('id', '=', sessionId)
    .execute()
  await takeTime(db, sessionId)
}

export async function listComing(db: Tx, connectionId: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'planned')
    .where('starts_at', '>', now)
    .execute()
  return rows.map((row) => row.id)
}

/** Takes the session for this change alone: two answers at once are settled one after the other. */
export async function lockSession(db: Tx, sessionId: string): Promise<void> {
  await db.selectFrom('sessions').select('id').where('id', '=', sessionId).forUpdate().execute()
}

export async function settleSession(db: Tx, sessionId: string, state: 'held' | 'missed'): Promise<void> {
  await db.updateTable('sessions').set({ state }).where('id', '=', sessionId).execute()
}

export async function saveCheckin(
  db: Tx,
  sessionId: string,
  personId: string,
  held: string,
  minutes: number | null,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('session_members')
    .set({ held, held_minutes: minutes, answered_at: now })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute()
}
