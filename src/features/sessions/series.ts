import { recordAll } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import { cancelSession, moveSession } from './actions.ts'
import { burdenAt } from './burden.ts'
import { uidOf } from './calendar/calendar-session.ts'
import { mailMember } from './calendar/mails.tsx'
import * as series from './series-store.ts'
import { askAt } from './due.ts'
import { insertSessions, type NewSession, readSession } from './store.ts'
import { withdrawTimes } from './times/asking.ts'
import { words } from './words.ts'

/** A session of a season that is published. */
export interface WantedSession {
  connectionId: string
  startsAt: Temporal.Instant
  minutes: number
}

/** What became of it: a session, or the names of those who have something else then; none where the connection ended or rests. */
export type PlannedOutcome = { sessionId: string } | { taken: string[] }

/**
 * Puts many sessions into the plan at once, without a mail each: whoever publishes a season writes one to each peer. One
 * that meets another session is not made, and the others stand. Questions about times that are open for these
 * connections are taken back.
 * @returns an outcome for each wanted one, in their order
 */
export async function planSessions(work: Work, wanted: readonly WantedSession[]): Promise<PlannedOutcome[]> {
  const connectionIds = [...new Set(wanted.map(({ connectionId }) => connectionId))]
  const members = Map.groupBy(await series.listMembers(work.db, connectionIds), (member) => member.connection_id)
  const personIds = [...new Set([...members.values()].flat().map(({ person_id }) => person_id))]
  const booked = new Map<string, Booking[]>()
  for (const { person_id, from_at, to_at } of await series.listBooked(work.db, personIds, work.now))
    book(booked, person_id, from_at, to_at)
  const made: NewSession[] = []
  const outcomes = wanted.map(({ connectionId, startsAt, minutes }): PlannedOutcome => {
    const own = (members.get(connectionId) ?? []).filter(({ state }) => state !== 'closed' && state !== 'declined')
    const [first] = own
    const endsAt = startsAt.add({ minutes })
    const taken = own.filter(({ person_id }) => isBooked(booked, person_id, startsAt, endsAt)).map(({ name }) => name)
    if (!first || own.length < 2 || taken.length > 0 || own.some((member) => isAway(member, startsAt))) return { taken }
    const id = crypto.randomUUID()
    for (const { person_id } of own) book(booked, person_id, startsAt, endsAt)
    made.push({
      id,
      agency_id: first.agency_id,
      initiative_id: first.initiative_id,
      connection_id: connectionId,
      uid: uidOf(work.world.settings, id),
      starts_at: startsAt,
      minutes,
      medium: first.medium,
      ask_at: askAt(startsAt, minutes),
      members: own.map(({ person_id, zone, weekendDays }) => ({
        personId: person_id,
        burden: burdenAt(startsAt, minutes, zone, weekendDays).points,
      })),
    })
    return { sessionId: id }
  })
  await insertSessions(work.db, made, work.now)
  await recordAll(
    work,
    made.map((session) => ({
      verb: 'session.plan',
      subjectKind: 'connection',
      subjectId: session.connection_id ?? null,
      agencyId: session.agency_id,
      initiativeId: session.initiative_id,
      details: { sessionId: session.id, startsAt: session.starts_at.toString() },
    })),
  )
  await withdrawTimes(
    work,
    made.flatMap(({ connection_id }) => connection_id ?? []),
  )
  return outcomes
}

type Member = Awaited<ReturnType<typeof series.listMembers>>[number]

/** Whether somebody takes no more part, or they or the connection pause on the day that a session begins by their clock. */
function isAway(member: Member, startsAt: Temporal.Instant): boolean {
  if (member.part === 'left') return true
  const day = startsAt.toZonedDateTimeISO(member.zone).toPlainDate()
  const own = member.part === 'paused' ? member.part_paused_until_on : null
  return [member.paused_until_on, own].some((untilOn) => untilOn && Temporal.PlainDate.compare(day, untilOn) < 0)
}

interface Booking {
  from: Temporal.Instant
  to: Temporal.Instant
}

function book(booked: Map<string, Booking[]>, personId: string, from: Temporal.Instant, to: Temporal.Instant): void {
  const own = booked.get(personId)
  if (own) own.push({ from, to })
  else booked.set(personId, [{ from, to }])
}

function isBooked(booked: Map<string, Booking[]>, personId: string, from: Temporal.Instant, to: Temporal.Instant) {
  return (booked.get(personId) ?? []).some(
    (other) => Temporal.Instant.compare(other.from, to) < 0 && Temporal.Instant.compare(from, other.to) < 0,
  )
}

/** Sends one member the invitation to a session that was planned without a mail of its own. */
export async function inviteMember(work: Work, sessionId: string, personId: string): Promise<void> {
  const session = orNotHere(await readSession(work.db, sessionId))
  if (session.state !== 'planned') return
  await mailMember(work, 'back', session, personId)
}

/** Moves a session that a season moved; everybody is told. @returns false where somebody is taken then, or it is over */
export async function tryMoving(work: Work, sessionId: string, startsAt: Temporal.Instant): Promise<boolean> {
  try {
    await moveSession(work, sessionId, startsAt, words('en'))
    return true
  } catch (mistake) {
    if (mistake instanceof FormMistake) return false
    throw mistake
  }
}

/** Takes a session that a season has no place for any more out of everybody's calendar. */
export async function cancelPlanned(work: Work, sessionId: string): Promise<void> {
  await cancelSession(work, sessionId, words('en'))
}
