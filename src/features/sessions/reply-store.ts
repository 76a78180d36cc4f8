import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
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
