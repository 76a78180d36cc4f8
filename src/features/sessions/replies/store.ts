import { sql } from 'kysely'
import { anyOf } from '../../../platform/database/any-of.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Tx } from '../../../platform/work.ts'
import type { Reply, ReplyWay } from './reply.ts'

export async function saveReply(
  db: Tx,
  sessionId: string,
  personId: string,
  said: { reply: Reply; by: ReplyWay; at: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('session_members')
    .set({ reply: said.reply, reply_by: said.by, replied_at: said.at })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute()
}

/** What some members said is forgotten: the session has another time, about which they have said nothing. */
export async function forgetReplies(db: Tx, sessionId: string, personIds: readonly string[]): Promise<void> {
  await db
    .updateTable('session_members')
    .set({ reply: null, reply_by: null, replied_at: null })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
}

export interface NewCounter {
  agencyId: string
  sessionId: string
  personId: string
  startsAt: Temporal.Instant
  declinesOtherwise: boolean
}

export async function insertCounter(db: Tx, counter: NewCounter, now: Temporal.Instant): Promise<string> {
  const row = await db
    .insertInto('session_counters')
    .values({
      agency_id: counter.agencyId,
      session_id: counter.sessionId,
      person_id: counter.personId,
      starts_at: counter.startsAt,
      declines_otherwise: counter.declinesOtherwise,
      asked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The time that is asked about now, with who has said what to it. */
export async function readOpenCounter(db: Db | Tx, sessionId: string) {
  const counter = await db
    .selectFrom('session_counters')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!counter) return null
  const answers = await db
    .selectFrom('session_counter_answers')
    .select(['person_id', 'works'])
    .where('counter_id', '=', counter.id)
    .execute()
  return { ...counter, answers }
}

export type Counter = NonNullable<Awaited<ReturnType<typeof readOpenCounter>>>

export async function endCounters(db: Tx, sessionId: string, state: 'taken' | 'refused' | 'replaced'): Promise<void> {
  await db
    .updateTable('session_counters')
    .set({ state })
    .where('session_id', '=', sessionId)
    .where('state', '=', 'open')
    .execute()
}

export async function saveCounterAnswer(
  db: Tx,
  counterId: string,
  personId: string,
  works: boolean,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('session_counter_answers')
    .values({ counter_id: counterId, person_id: personId, works, answered_at: at })
    .onConflict((conflict) => conflict.columns(['counter_id', 'person_id']).doUpdateSet({ works, answered_at: at }))
    .execute()
}

/** Whose signed address it is. */
export async function findMemberByNumber(db: Tx, number: number) {
  const row = await db
    .selectFrom('session_members')
    .select(['session_id', 'person_id'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? { sessionId: row.session_id, personId: row.person_id } : null
}

/** Members of the sessions with these calendar UIDs who have this address. */
export async function findMembersByAddress(db: Tx, email: string, uids: readonly string[]) {
  if (uids.length === 0) return []
  const rows = await db
    .selectFrom('session_members')
    .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select(['sessions.id', 'persons.id as personId'])
    .where('sessions.uid', 'in', [...uids])
    .where((eb) => eb(eb.fn('lower', ['persons.email']), '=', email))
    .orderBy('sessions.id')
    .execute()
  return rows.map(({ id, personId }) => ({ sessionId: id, personId }))
}

/** The session that a mail of ours to this address was about, by the Message-IDs that an answer names. */
export async function findAnswered(db: Tx, email: string, messageIds: readonly string[]) {
  if (messageIds.length === 0) return null
  const row = await db
    .selectFrom('mails')
    .innerJoin('sessions', (join) =>
      join.on(sql<boolean>`sessions.id::text = substring(mails.effect_key from '[0-9a-f-]{36}')`),
    )
    .innerJoin('session_members', 'session_members.session_id', 'sessions.id')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select(['sessions.id', 'persons.id as personId'])
    .where('mails.message_id', 'in', messageIds.slice(0, 50))
    .where('mails.kind', 'like', 'session.%')
    .whereRef('sessions.agency_id', '=', 'mails.agency_id')
    .where((eb) => eb(eb.fn('lower', ['mails.to_address']), '=', email))
    .where((eb) => eb(eb.fn('lower', ['persons.email']), '=', email))
    .limit(1)
    .executeTakeFirst()
  return row ? { sessionId: row.id, personId: row.personId } : null
}
