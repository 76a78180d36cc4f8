import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** What the organiser says of a poll. */
export interface PollText {
  title: string
  note: string
  minutes: number
  place: string
  zone: string
  showsNames: boolean
  answerByOn: Temporal.PlainDate
}

const columnsOf = (text: PollText) => ({
  title: text.title,
  note: text.note,
  minutes: text.minutes,
  place: text.place,
  zone: text.zone,
  shows_names: text.showsNames,
  answer_by_on: text.answerByOn,
})

export async function insertPoll(
  db: Tx,
  of: { agencyId: string; initiativeId: string; locale: string },
  text: PollText,
  now: Temporal.Instant,
): Promise<string> {
  const row = await db
    .insertInto('polls')
    .values({
      agency_id: of.agencyId,
      initiative_id: of.initiativeId,
      locale: of.locale,
      ...columnsOf(text),
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertTimes(
  db: Tx,
  poll: { id: string; agency_id: string },
  times: readonly Temporal.Instant[],
): Promise<void> {
  if (times.length === 0) return
  const rows = times.map((starts_at) => ({ agency_id: poll.agency_id, poll_id: poll.id, starts_at }))
  await db.insertInto('poll_times').values(rows).execute()
}

export async function removeTimes(db: Tx, pollId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('poll_times').where('poll_id', '=', pollId).where('id', 'in', ids).execute()
}

/** A poll with its times, the earliest first, and the names of whom it belongs to. */
export async function readPoll(db: Db | Tx, pollId: string) {
  const poll = await db
    .selectFrom('polls')
    .innerJoin('initiatives', 'initiatives.id', 'polls.initiative_id')
    .innerJoin('agencies', 'agencies.id', 'polls.agency_id')
    .selectAll('polls')
    .select(['initiatives.title as initiative', 'agencies.name as agency'])
    .where('polls.id', '=', pollId)
    .executeTakeFirst()
  if (!poll) return null
  const times = await db
    .selectFrom('poll_times')
    .select(['id', 'starts_at as startsAt'])
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .execute()
  return { ...poll, times }
}

export type Poll = NonNullable<Awaited<ReturnType<typeof readPoll>>>

/** Takes the poll for this change alone: two changes at once come one after the other. */
export async function lockPoll(db: Tx, pollId: string): Promise<void> {
  await db.selectFrom('polls').select('id').where('id', '=', pollId).forUpdate().execute()
}

export async function changePollText(db: Tx, pollId: string, text: PollText, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('polls')
    .set({ ...columnsOf(text), changed_at: now })
    .where('id', '=', pollId)
    .execute()
}

export async function setLastDay(db: Tx, pollId: string, answerByOn: Temporal.PlainDate): Promise<void> {
  await db.updateTable('polls').set({ answer_by_on: answerByOn }).where('id', '=', pollId).execute()
}

/** What stands of a poll: open, closed, or decided for a moment. */
export type Standing =
  | { state: 'open' }
  | { state: 'closed'; sequence: number }
  | { state: 'decided'; startsAt: Temporal.Instant; uid: string; sequence: number }

export async function setStanding(db: Tx, pollId: string, now: Temporal.Instant, to: Standing): Promise<void> {
  const decided = to.state === 'decided' ? { starts_at: to.startsAt, uid: to.uid } : { starts_at: null, uid: null }
  await db
    .updateTable('polls')
    .set({
      state: to.state,
      ...decided,
      closed_at: to.state === 'open' ? null : now,
      ...(to.state === 'open' ? {} : { sequence: to.sequence }),
      changed_at: now,
    })
    .where('id', '=', pollId)
    .execute()
}

export async function listPolls(db: Db, initiativeId: string) {
  return db
    .selectFrom('polls')
    .select((eb) => [
      'polls.id',
      'title',
      'state',
      'starts_at',
      'answer_by_on',
      'zone',
      eb
        .selectFrom('poll_people')
        .select((count) => sql<number>`${count.fn.countAll()}::int`.as('count'))
        .whereRef('poll_id', '=', 'polls.id')
        .where('answered_at', 'is not', null)
        .as('answered'),
      eb
        .selectFrom('poll_times')
        .select((count) => sql<number>`${count.fn.countAll()}::int`.as('count'))
        .whereRef('poll_id', '=', 'polls.id')
        .as('times'),
    ])
    .where('initiative_id', '=', initiativeId)
    .orderBy(sql`case state when 'open' then 0 when 'closed' then 1 else 2 end`)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Open polls whose last day to answer may be over somewhere; the rule decides where. */
export async function listPerhapsOver(db: Db, today: Temporal.PlainDate) {
  return db
    .selectFrom('polls')
    .select(['id', 'answer_by_on', 'zone'])
    .where('state', '=', 'open')
    .where('answer_by_on', '<=', today)
    .execute()
}

/** Polls that ended, or whose decided time was, before a moment. */
export async function listEndedBefore(db: Db, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('polls')
    .select('id')
    .where(sql<boolean>`greatest(closed_at, starts_at) < ${before}`)
    .execute()
  return rows.map(({ id }) => id)
}

export async function removePoll(db: Tx, pollId: string): Promise<void> {
  await db.deleteFrom('polls').where('id', '=', pollId).execute()
}

/** How many shared addresses of a poll work. */
export async function countSharedLinks(db: Db, pollId: string, now: Temporal.Instant): Promise<number> {
  const row = await db
    .selectFrom('links')
    .select((eb) => sql<number>`${eb.fn.countAll()}::int`.as('count'))
    .where('purpose', '=', 'poll')
    .where('subject_id', '=', pollId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return row.count
}
