import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { burdenAt } from './burden.ts'
import { uidOf } from './calendar/calendar-session.ts'
import { type CancelReason, mailMember, mailSession } from './calendar/mails.tsx'
import { askAt } from './due.ts'
import { stillComing } from './replies/reply.ts'
import { endCounters, forgetReplies, saveReply } from './replies/store.ts'
import { noteSession } from './session-trail.ts'
import * as store from './store.ts'
import { type Words, words } from './words.ts'

/** Puts a session into the plan and into everybody's calendar. */
export async function planSession(
  work: Work,
  connectionId: string,
  startsAt: Temporal.Instant,
  minutes: number,
): Promise<string> {
  const connection = orNotHere(await store.findConnection(work.db, connectionId))
  const members = await store.readMembers(work.db, connectionId, work.now)
  await refuseBooked(
    work,
    members.map((member) => member.personId),
    { startsAt, minutes },
    words('en'),
  )
  const id = crypto.randomUUID()
  const session = {
    id,
    agency_id: connection.agency_id,
    initiative_id: connection.initiative_id,
    connection_id: connectionId,
    uid: uidOf(work.world.settings, id),
    starts_at: startsAt,
    minutes,
    medium: connection.medium,
    ask_at: askAt(startsAt, minutes),
    members: members.map(({ personId, zone, weekendDays }) => ({
      personId,
      burden: burdenAt(startsAt, minutes, zone, weekendDays).points,
    })),
  }
  await store.insertSessions(work.db, [session], work.now)
  await tellMembers(work, 'plan', id)
  return id
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
    { starts_at: startsAt, ask_at: askAt(startsAt, session.minutes), asked_at: null },
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

/** One member's calendar loses a session, or gets it again, under a SEQUENCE higher than all it has seen. */
export async function tellMember(work: Work, what: 'out' | 'back', sessionId: string, personId: string): Promise<void> {
  await store.changeSession(work.db, sessionId, {}, work.now)
  await mailMember(work, what, orNotHere(await store.readSession(work.db, sessionId)), personId)
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
