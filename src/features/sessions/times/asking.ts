import { daysAfter } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { revokeLinks } from '../../../platform/links/links.ts'
import { FormMistake, orNotHere } from '../../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../../platform/work.ts'
import { readAvailability } from '../../availability/availability.ts'
import { unsaid } from '../../availability/free-time.ts'
import { note } from '../../connections/trail.ts'
import { planSession } from '../actions.ts'
import * as store from '../store.ts'
import { type Words, words } from '../words.ts'
import { mailTimes } from './mails.tsx'
import * as polls from './store.ts'
import { proposeTimeOptions, type TimeOption, timesFrom } from './time-options.ts'

/** Days people have to answer before the system proposes again. */
const answerDays = 5
const usualMinutes = 45

/**
 * Asks all members of a running connection which of three times suits them.
 * @param options.locale the language refusals are told in
 */
export async function proposeTimes(
  work: Work,
  connectionId: string,
  options: { attempt?: number; locale?: Locale } = {},
): Promise<string> {
  const t = words(options.locale ?? 'en')
  const connection = orNotHere(await store.findConnection(work.db, connectionId))
  if (connection.state !== 'active' && connection.state !== 'quiet') throw new FormMistake(t.notRunning)
  const members = await store.readMembers(work.db, connectionId, work.now)
  const times = await findTimes(work, connectionId, members, usualMinutes)
  if (times.length === 0) throw new FormMistake(t.noTimes)
  const attempt = options.attempt ?? 1
  const pollId = await polls.insertPoll(work.db, {
    agencyId: connection.agency_id,
    connectionId,
    attempt,
    minutes: usualMinutes,
    askedAt: work.now,
    answerBy: daysAfter(work.now, answerDays),
    options: times,
  })
  if (!pollId) throw new FormMistake(t.alreadyAsked)
  const poll = orNotHere(await polls.readPoll(work.db, pollId))
  await mailTimes(work, 'times.ask', poll, connection.initiative, members)
  await note(work, connection, 'times.ask', { attempt })
  return pollId
}

/** A few times that are easy for all in a connection, and that they were not asked about before. */
export async function findTimes(
  { db, now }: { db: Db | Tx; now: Temporal.Instant },
  connectionId: string,
  members: readonly store.Member[],
  minutes: number,
): Promise<TimeOption[]> {
  const { from, to } = timesFrom(now)
  const ids = members.map(({ personId }) => personId)
  const times = await readAvailability(db, ids, from, to)
  const attendees = members.map((member) => ({ ...member, time: times.get(member.personId) ?? unsaid(member.zone) }))
  return proposeTimeOptions(attendees, minutes, now, await polls.listAskedTimes(db, connectionId, now))
}

/** The members agreed: the first meeting is arranged, unless something is on its way already. */
export async function arrangeFirst(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  const coming = await store.listComing(work.db, connectionId, work.now)
  const asked = await polls.listOpenPolls(work.db, [connectionId])
  if (coming.length > 0 || asked.length > 0) return
  await tryProposingTimes(work, connectionId)
}

/**
 * Proposes times after something that stands whether or not there are any: an agreement, an answer.
 * @returns false where no time suits all; nothing is written then, and the sweep or the desk finds another way
 */
export async function tryProposingTimes(work: Work, connectionId: string, attempt = 1): Promise<boolean> {
  try {
    await proposeTimes(work, connectionId, { attempt })
    return true
  } catch (mistake) {
    if (mistake instanceof FormMistake) return false
    throw mistake
  }
}

/**
 * Notes which times suit one member; none of them is an answer too. When all have answered, the easiest common time
 * becomes the session; when there is none, new times are proposed once, then the desk is told.
 */
export async function answerTimes(
  work: Work,
  pollId: string,
  personId: string,
  optionIds: string[],
  t: Words,
): Promise<void> {
  await polls.lockPoll(work.db, pollId)
  const poll = orNotHere(await polls.readPoll(work.db, pollId))
  if (poll.state !== 'open') return
  const known = new Set(poll.options.map((option) => option.id))
  if (optionIds.some((id) => !known.has(id))) throw new FormMistake({ option: t.timesUnknown })
  await polls.saveTimeAnswer(work.db, pollId, personId, optionIds, work.now)
  const members = await store.readMembers(work.db, poll.connection_id, work.now)
  const answers = new Map(poll.answers.map((answer) => [answer.person_id, answer.option_ids])).set(personId, optionIds)
  if (members.some((member) => !answers.has(member.personId))) return
  const common = poll.options
    .filter((option) => members.every((member) => answers.get(member.personId)?.includes(option.id)))
    .toSorted((a, b) => a.burden - b.burden || Temporal.Instant.compare(a.starts_at, b.starts_at))
  const best = await firstOpen(work, common, members, poll.minutes)
  if (!best) return proposeAgain(work, poll)
  const sessionId = await planSession(work, poll.connection_id, best.starts_at, poll.minutes)
  await polls.endPoll(work.db, pollId, 'decided', sessionId)
}

/** The first of some times that is still to come and that nobody has given to another session since. */
async function firstOpen<T extends { starts_at: Temporal.Instant }>(
  work: Work,
  times: T[],
  members: store.Member[],
  minutes: number,
): Promise<T | null> {
  const ids = members.map((member) => member.personId)
  for (const time of times) {
    if (Temporal.Instant.compare(time.starts_at, work.now) <= 0) continue
    if ((await store.findBooked(work.db, ids, { startsAt: time.starts_at, minutes })).length === 0) return time
  }
  return null
}

/** Ends a poll without a time: new times once, after that the desk is told by the poll's state. */
export async function proposeAgain(
  work: Work,
  poll: { id: string; attempt: number; connection_id: string },
): Promise<void> {
  if (!(await polls.endPoll(work.db, poll.id, 'withdrawn'))) return
  if (poll.attempt < 2 && (await tryProposingTimes(work, poll.connection_id, poll.attempt + 1))) {
    await revokeLinks(work, { purpose: 'times', subjectId: poll.id })
    return
  }
  await polls.leaveUnanswered(work.db, poll.id)
  await note(work, orNotHere(await store.findConnection(work.db, poll.connection_id)), 'times.unanswered')
}

/** Takes back the questions about times that are open for some connections. */
export async function withdrawTimes(work: Work, connectionIds: readonly string[]): Promise<void> {
  for (const pollId of await polls.listOpenPolls(work.db, connectionIds)) {
    await polls.endPoll(work.db, pollId, 'withdrawn')
    await revokeLinks(work, { purpose: 'times', subjectId: pollId })
  }
}
