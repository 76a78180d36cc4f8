import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/work.ts'

/** The times that sessions take of some people from a moment on. */
export async function listBooked(db: Db | Tx, personIds: readonly string[], from: Temporal.Instant) {
  const { rows } = await sql<{ person_id: string; from_at: Temporal.Instant; to_at: Temporal.Instant }>`
    select person_id, lower(during) as from_at, upper(during) as to_at from session_members
    where person_id = ${anyOf(personIds)} and during && tstzrange(${from}, null)`.execute(db)
  return rows
}

/** The members of some connections who have not left, with what they said of their part in the initiative. */
export function listMembers(db: Db | Tx, connectionIds: readonly string[]) {
  return db
    .selectFrom('connection_members as member')
    .innerJoin('connections', 'connections.id', 'member.connection_id')
    .innerJoin('persons', 'persons.id', 'member.person_id')
    .leftJoin('participations as part', (join) =>
      join
        .onRef('part.person_id', '=', 'member.person_id')
        .onRef('part.initiative_id', '=', 'connections.initiative_id'),
    )
    .select(['member.connection_id', 'persons.id as person_id', 'persons.name', 'persons.zone'])
    .select(['connections.agency_id', 'connections.initiative_id', 'connections.medium', 'connections.state'])
    .select(['connections.paused_until_on', 'part.state as part', 'part.paused_until_on as part_paused_until_on'])
    .where('member.connection_id', '=', anyOf(connectionIds))
    .where('member.left_at', 'is', null)
    .orderBy('persons.name')
    .execute()
}

export interface NewSession {
  id: string
  agency_id: string
  initiative_id: string
  connection_id: string
  uid: string
  starts_at: Temporal.Instant
  minutes: number
  medium: string
  ask_at: Temporal.Instant
  members: { personId: string; burden: number }[]
}

/** Puts many sessions into the plan at once, with the time they take of everybody. */
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

/** The questions about times that are open for some connections. */
export async function listOpenQuestions(db: Tx, connectionIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('time_polls')
    .select('id')
    .where('connection_id', '=', anyOf(connectionIds))
    .where('state', '=', 'open')
    .execute()
  return rows.map((row) => row.id)
}
