import { daysAfter } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { readAvailability } from '../availability/availability.ts'
import { unsaid } from '../availability/free-time.ts'
import { note } from '../connections/trail.ts'
import { burdenAt } from './burden.ts'
import { organiserOf } from './calendar/calendar-session.ts'
import { type CancelReason, mailSession } from './calendar/mails.tsx'
import { mailTimes } from './mails.tsx'
import * as polls from './times/store.ts'
import { stillComing } from './replies/reply.ts'
import { endCounters, forgetReplies, saveReply } from './replies/store.ts'
import { noteSession } from './session-trail.ts'
import * as store from './store.ts'
import { type Attendee, proposeTimeOptions, timesFrom } from './times/time-options.ts'
import { type Words, words } from './words.ts'

/** Days people have to answer before the system proposes again. */
export const answerDays = 5
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
  const times = proposeTimeOptions(await withTimes(work, members), usualMinutes, work.now)
  if (times.length === 0) throw new FormMistake(t.noTimes)
  const attempt = options.attempt ?? 1
  const answerBy = daysAfter(work.now, answerDays)
  const pollId = await polls.insertPoll(work.db, {
    agencyId: connection.agency_id,
    connectionId,
    attempt,
    minutes: usualMinutes,
    askedAt: work.now,
    answerBy,
    options: times,
  })
  if (!pollId) throw new FormMistake(t.alreadyAsked)
  const poll = orNotHere(await polls.readPoll(work.db, pollId))
  await mailTimes(
    work,
    { id: pollId, agencyId: connection.agency_id, attempt, initiative: connection.initiative, answerBy },
    poll.options.map((option) => ({ id: option.id, startsAt: option.starts_at })),
    members,
  )
  await note(work, connection, 'times.ask', { attempt })
  return pollId
}

export async function withTimes(
  work: { db: Db | Tx; now: Temporal.Instant },
  members: readonly store.Member[],
): Promise<Attendee[]> {
  const { from, to } = timesFrom(work.now)
  const ids = members.map(({ personId }) => personId)
  const times = await readAvailability(work.db, ids, from, to)
  return members.map((member) => ({ ...member, time: times.get(member.personId) ?? unsaid(member.zone) }))
}

/** The members agreed: the first meeting is arranged, unless something is on its way already. */
export async function arrangeFirst(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  const coming = await store.listComing(work.db, connectionId, work.now)
  const asked = await polls.listOpenPolls(work.db, connectionId)
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

/** What came of an answer. */
export type Answered = 'noted' | 'decided' | 'asked again' | 'closed'

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
): Promise<Answered> {
  await polls.lockPoll(work.db, pollId)
  const poll = orNotHere(await polls.readPoll(work.db, pollId))
  if (poll.state !== 'open') return 'closed'
  const known = new Set(poll.options.map((option) => option.id))
  if (optionIds.some((id) => !known.has(id))) throw new FormMistake({ option: t.timesUnknown })
  await polls.saveTimeAnswer(work.db, pollId, personId, optionIds, work.now)
  const members = await store.readMembers(work.db, poll.connection_id, work.now)
  const answers = new Map(poll.answers.map((answer) => [answer.person_id, answer.option_ids])).set(personId, optionIds)
  if (members.some((member) => !answers.has(member.personId))) return 'noted'
  const common = poll.options
    .filter((option) => members.every((member) => answers.get(member.personId)?.includes(option.id)))
    .toSorted((a, b) => a.burden - b.burden || Temporal.Instant.compare(a.starts_at, b.starts_at))
  const best = await firstOpen(work, common, members, poll.minutes)
  if (!best) {
    await proposeAgain(work, poll)
    return 'asked again'
  }
  await planSession(work, poll.connection_id, best.starts_at, poll.minutes, pollId)
  return 'decided'
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

/** Puts a session into the plan and into everybody's calendar. */
export async function planSession(
  work: Work,
  connectionId: string,
  startsAt: Temporal.Instant,
  minutes: number,
  pollId?: string,
): Promise<string> {
  const connection = orNotHere(await store.findConnection(work.db, connectionId))
  const members = await store.readMembers(work.db, connectionId, work.now)
  await refuseBooked(
    work,
    members.map((member) => member.personId),
    { startsAt, minutes },
    words('en'),
  )
  const sessionId = await store.insertSession(work.db, {
    agencyId: connection.agency_id,
    initiativeId: connection.initiative_id,
    of: { connectionId },
    startsAt,
    minutes,
    medium: connection.medium,
    askAt: startsAt.add({ minutes, hours: 24 }),
    now: work.now,
    host: organiserOf(work.world.settings).email.split('@')[1] ?? 'localhost',
    members: members.map((member) => ({
      personId: member.personId,
      burden: Math.min(burdenAt(startsAt, minutes, member.zone, member.weekendDays).points, 100),
    })),
  })
  if (pollId) await polls.endPoll(work.db, pollId, 'decided', sessionId)
  await tellMembers(work, 'plan', sessionId)
  return sessionId
}

/**
 * Moves a session that is still to come: the same calendar entry, a higher SEQUENCE. What was said about the old time is
 * forgotten, unless somebody declined and could not come at the new one either.
 * @param agreed the persons who have said yes to the new time already
 */
export async function moveSession(
  work: Work,
  sessionId: string,
  startsAt: Temporal.Instant,
  t: Words,
  agreed: readonly string[] = [],
): Promise<void> {
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  if (session.state !== 'planned') throw new FormMistake(t.alreadyOver)
  const time = { startsAt, minutes: session.minutes }
  const coming = stillComing(session.members).map((member) => member.person_id)
  await refuseBooked(work, coming, time, t, sessionId)
  const askedAnew = [...coming]
  for (const { person_id: id, reply } of session.members)
    if (reply === 'no' && (await store.findBooked(work.db, [id], time, sessionId)).length === 0) askedAnew.push(id)
  await forgetReplies(work.db, sessionId, askedAnew)
  for (const id of agreed) await saveReply(work.db, sessionId, id, { reply: 'yes', by: 'link', at: work.now })
  await endCounters(work.db, sessionId, 'replaced')
  await store.changeSession(
    work.db,
    sessionId,
    { starts_at: startsAt, ask_at: startsAt.add({ minutes: session.minutes, hours: 24 }), asked_at: null },
    work.now,
  )
  await tellMembers(work, 'move', sessionId)
}

/** Takes a session out of the plan and of everybody's calendar. */
export async function cancelSession(work: Work, sessionId: string, t: Words, why: CancelReason = {}): Promise<void> {
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  if (session.state !== 'planned') throw new FormMistake(t.alreadyOver)
  await endCounters(work.db, sessionId, 'replaced')
  await store.changeSession(work.db, sessionId, { state: 'cancelled' }, work.now)
  await tellMembers(work, 'cancel', sessionId, why)
}

/** A connection stopped: what was still to come is off, open questions are taken back. */
export async function cancelComing(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  for (const sessionId of await store.listComing(work.db, connectionId, work.now))
    await cancelSession(work, sessionId, words('en'))
  for (const pollId of await polls.listOpenPolls(work.db, connectionId)) {
    await polls.endPoll(work.db, pollId, 'withdrawn')
    await revokeLinks(work, { purpose: 'times', subjectId: pollId })
  }
}

async function refuseBooked(
  work: Work,
  personIds: string[],
  time: { startsAt: Temporal.Instant; minutes: number },
  t: Words,
  exceptSessionId?: string,
): Promise<void> {
  const booked = await store.findBooked(work.db, personIds, time, exceptSessionId)
  if (booked.length > 0) throw new FormMistake(t.bookedAlready({ names: booked }))
}

async function tellMembers(
  work: Work,
  what: 'plan' | 'move' | 'cancel',
  sessionId: string,
  why: CancelReason = {},
): Promise<void> {
  const session = orNotHere(await store.readSession(work.db, sessionId))
  await mailSession(work, what, session, why)
  await noteSession(work, session, `session.${what}`)
}
