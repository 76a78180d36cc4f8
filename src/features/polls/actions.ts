import { dayIn } from '../../platform/clock.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { cancelEntries } from './deciding.ts'
import { mailQuestion } from './mails.tsx'
import { readPeople } from './people-store.ts'
import { eachAddressOnce } from './readers.ts'
import * as store from './store.ts'
import { type PollText } from './store.ts'
import { note, takePoll } from './taking.ts'
import { timeKeys } from '../../platform/web/time-key.ts'
import type { Words } from './words.ts'

/** Days a poll that is opened again, after its last day to answer, stays open. */
const daysAgain = 7

export async function createPoll(
  work: Work,
  of: { agencyId: string; initiativeId: string; locale: string },
  text: PollText,
  times: readonly Temporal.Instant[],
): Promise<string> {
  const id = await store.insertPoll(work.db, of, text, work.now)
  await store.insertTimes(work.db, { id, agency_id: of.agencyId }, times)
  await note(work, orNotHere(await store.readPoll(work.db, id)), 'poll.create')
  return id
}

/**
 * Changes what a poll asks. What was answered to a time that stays, stays; what was answered to one that goes, goes with
 * it. Where the times are others, everybody with an address is told.
 * @param shown the times the page showed, as `timeKeys`: those that a colleague proposed since are not dropped unasked
 */
export async function changePoll(
  work: Work,
  pollId: string,
  text: PollText,
  times: readonly Temporal.Instant[],
  t: Words,
  shown?: string,
): Promise<void> {
  const before = await takePoll(work, pollId)
  if (before.state === 'decided') throw new FormMistake(t.decidedFirst)
  if (shown !== undefined && shown !== timeKeys(before.times)) throw new FormMistake(t.timesMeanwhile)
  const gone = before.times.filter(({ startsAt }) => !times.some((time) => time.equals(startsAt)))
  const fresh = times.filter((time) => !before.times.some(({ startsAt }) => startsAt.equals(time)))
  await store.changePollText(work.db, pollId, text, work.now)
  await store.removeTimes(
    work.db,
    pollId,
    gone.map(({ id }) => id),
  )
  await store.insertTimes(work.db, before, fresh)
  const after = orNotHere(await store.readPoll(work.db, pollId))
  await note(work, after, 'poll.change', { added: fresh.length, removed: gone.length })
  if (after.state !== 'open' || gone.length + fresh.length === 0) return
  await mailQuestion(work, 'changed', after, eachAddressOnce(await readPeople(work.db, pollId)))
}

/** Takes no more answers; nothing is decided by it. */
export async function closePoll(work: Work, pollId: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  if (poll.state !== 'open') return
  await store.setStanding(work.db, pollId, work.now, { state: 'closed', sequence: poll.sequence })
  await note(work, poll, 'poll.close')
}

/** Takes answers again, until its last day or, where that is over, for another week. A decision is taken back before. */
export async function openPoll(work: Work, pollId: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  if (poll.state !== 'closed') return
  const today = dayIn(poll.zone, work.now)
  if (Temporal.PlainDate.compare(poll.answer_by_on, today) < 0)
    await store.setLastDay(work.db, pollId, today.add({ days: daysAgain }))
  await store.setStanding(work.db, pollId, work.now, { state: 'open' })
  await note(work, poll, 'poll.open')
}

/** Removes a poll with everything that was answered; a decided time goes out of the calendars. */
export async function dropPoll(work: Work, pollId: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  await cancelEntries(work, poll)
  await note(work, poll, 'poll.remove')
  await store.removePoll(work.db, pollId)
}
