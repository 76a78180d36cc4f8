import { anyOf } from '../../../platform/database/any-of.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Tx } from '../../../platform/work.ts'

export async function insertPoll(
  db: Tx,
  poll: {
    agencyId: string
    connectionId: string
    attempt: number
    minutes: number
    askedAt: Temporal.Instant
    answerBy: Temporal.Instant
    options: { startsAt: Temporal.Instant; burden: number }[]
  },
): Promise<string | null> {
  const row = await db
    .insertInto('time_polls')
    .values({
      agency_id: poll.agencyId,
      connection_id: poll.connectionId,
      attempt: poll.attempt,
      minutes: poll.minutes,
      asked_at: poll.askedAt,
      answer_by: poll.answerBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await db
    .insertInto('time_options')
    .values(poll.options.map((option) => ({ poll_id: row.id, starts_at: option.startsAt, burden: option.burden })))
    .execute()
  return row.id
}

/** A poll with its options in order of time and everybody's answers. */
export async function readPoll(db: Db | Tx, pollId: string) {
  const poll = await db.selectFrom('time_polls').selectAll().where('id', '=', pollId).executeTakeFirst()
  if (!poll) return null
  const options = await db
    .selectFrom('time_options')
    .selectAll()
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .execute()
  const answers = await db.selectFrom('time_answers').selectAll().where('poll_id', '=', pollId).execute()
  return { ...poll, options, answers }
}

export type PollRow = NonNullable<Awaited<ReturnType<typeof readPoll>>>

/** Takes the poll for this change alone: two answers at once are decided one after the other. */
export async function lockPoll(db: Tx, pollId: string): Promise<void> {
  await db.selectFrom('time_polls').select('id').where('id', '=', pollId).forUpdate().execute()
}

export async function endPoll(
  db: Tx,
  pollId: string,
  state: 'decided' | 'withdrawn',
  sessionId?: string,
): Promise<boolean> {
  const result = await db
    .updateTable('time_polls')
    .set({ state, ...(sessionId ? { session_id: sessionId } : {}) })
    .where('id', '=', pollId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** No time came of a poll that was ended: the desk looks after it. */
export async function leaveUnanswered(db: Tx, pollId: string): Promise<void> {
  await db.updateTable('time_polls').set({ state: 'unanswered' }).where('id', '=', pollId).execute()
}

export async function saveTimeAnswer(
  db: Tx,
  pollId: string,
  personId: string,
  optionIds: string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('time_answers')
    .values({ poll_id: pollId, person_id: personId, option_ids: optionIds, answered_at: at })
    .onConflict((conflict) =>
      conflict.columns(['poll_id', 'person_id']).doUpdateSet({ option_ids: optionIds, answered_at: at }),
    )
    .execute()
}

/** The questions about times that are open for some connections. */
export async function listOpenPolls(db: Tx, connectionIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('time_polls')
    .select('id')
    .where('connection_id', '=', anyOf(connectionIds))
    .where('state', '=', 'open')
    .execute()
  return rows.map((row) => row.id)
}

/** Times still to come that a connection was asked about, and those of its meetings that were cancelled. */
export async function listAskedTimes(
  db: Db | Tx,
  connectionId: string,
  now: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const rows = await db
    .selectFrom('time_options')
    .innerJoin('time_polls', 'time_polls.id', 'time_options.poll_id')
    .select('time_options.starts_at')
    .where('time_polls.connection_id', '=', connectionId)
    .where('time_options.starts_at', '>', now)
    .union(({ selectFrom }) =>
      selectFrom('sessions')
        .select('sessions.starts_at')
        .where('sessions.connection_id', '=', connectionId)
        .where('sessions.state', '=', 'cancelled')
        .where('sessions.starts_at', '>', now),
    )
    .execute()
  return rows.map((row) => row.starts_at)
}
