import { FormMistake } from '../../../platform/web/mistakes.ts'
import { type WrittenMail, writeMails } from '../../../platform/mail/write.ts'
import { replyAddress } from '../../../platform/mail/reply-address.ts'
import { chooseLocale } from '../../../platform/i18n/catalogue.ts'
import type { Work } from '../../../platform/work.ts'
import type {
  Letter,
  meetingCancelled,
  meetingHeld,
  meetingMoved,
  MeetingTime,
  placeGivenUp,
  placeTaken,
} from '../../activities/announcements.ts'
import { invitation } from '../calendar/calendar.ts'
import { asCalendarSession, organiserOf, uidOf } from '../calendar/calendar-session.ts'
import * as group from './store.ts'
import { noteSession } from '../session-trail.ts'
import * as store from '../store.ts'
import { words } from '../words.ts'

// What group meetings tell becomes entries in people's calendars here: one session a meeting, its members those who have
// a place. Nobody's entry names the others.

type News<T extends { tell(work: Work, news: never): Promise<void> }> = Parameters<T['tell']>[1]

/** Somebody has a place: the meeting stands in their calendar, with the room or the link that is theirs. */
export async function bookPlace(work: Work, news: News<typeof placeTaken>): Promise<void> {
  const { activityId, personId, place, letter } = news
  const standing = await group.findSession(work.db, activityId)
  const booked = await store.findBooked(work.db, [personId], news, standing)
  if (booked.length > 0) throw new FormMistake(words(letter.to.locale).bookedYourself)
  const sessionId = standing ?? (await holdSession(work, news))
  await group.putMember(work.db, sessionId, { personId, place })
  // Who comes back after a CANCEL needs a higher SEQUENCE than that had.
  if (standing) await store.changeSession(work.db, sessionId, {}, work.now)
  else await store.takeTime(work.db, sessionId)
  await send(work, 'REQUEST', sessionId, [{ personId, letter }])
}

/** Somebody has no place any more: the meeting leaves their calendar, and nobody else's. */
export async function unbookPlace(work: Work, news: News<typeof placeGivenUp>): Promise<void> {
  const sessionId = await group.findSession(work.db, news.activityId)
  if (!sessionId) return
  await store.changeSession(work.db, sessionId, {}, work.now)
  await send(work, 'CANCEL', sessionId, [news])
  await group.removeMember(work.db, sessionId, news.personId)
}

/** The meeting moved: the same entry in every calendar, with a higher SEQUENCE. */
export async function moveMeeting(work: Work, news: News<typeof meetingMoved>): Promise<void> {
  const sessionId = await group.findSession(work.db, news.activityId)
  if (!sessionId) return
  const ids = news.people.map(({ personId }) => personId)
  const booked = await store.findBooked(work.db, ids, news, sessionId)
  if (booked.length > 0) throw new FormMistake({ startsOn: words(news.locale).bookedAlready({ names: booked }) })
  for (const { personId, place } of news.people) await group.putMember(work.db, sessionId, { personId, place })
  await store.changeSession(work.db, sessionId, { starts_at: news.startsAt, minutes: news.minutes }, work.now)
  await send(work, 'REQUEST', sessionId, news.people)
  await note(work, sessionId, 'session.move')
}

/** The meeting is off: it leaves every calendar. */
export async function cancelMeetingSession(work: Work, news: News<typeof meetingCancelled>): Promise<void> {
  const sessionId = await group.findSession(work.db, news.activityId)
  if (!sessionId) return
  await store.changeSession(work.db, sessionId, { state: 'cancelled' }, work.now)
  await send(work, 'CANCEL', sessionId, news.people)
  await note(work, sessionId, 'session.cancel')
}

/** The meeting is over. */
export async function settleMeeting(work: Work, { activityId }: News<typeof meetingHeld>): Promise<void> {
  const sessionId = await group.findSession(work.db, activityId)
  if (sessionId) await store.settleSession(work.db, sessionId, 'held')
}

async function holdSession(work: Work, { activityId, startsAt, minutes }: MeetingTime): Promise<string> {
  const meeting = await group.readMeeting(work.db, activityId)
  const id = crypto.randomUUID()
  const session = {
    id,
    agency_id: meeting.agency_id,
    initiative_id: meeting.initiative_id,
    activity_id: activityId,
    uid: uidOf(work.world.settings, id),
    starts_at: startsAt,
    minutes,
    medium: meeting.mode === 'room' ? 'face_to_face' : 'video',
    // Who was there is asked by the meeting itself.
    ask_at: null,
    members: [],
  }
  await store.insertSessions(work.db, [session], work.now)
  await note(work, id, 'session.plan')
  return id
}

/** Sends each letter with the entry of its reader alone. */
async function send(
  work: Work,
  method: 'REQUEST' | 'CANCEL',
  sessionId: string,
  people: readonly { personId: string; letter: Letter }[],
): Promise<void> {
  const session = await store.readSession(work.db, sessionId)
  if (!session) return
  const organiser = organiserOf(work.world.settings)
  const mails = people.map(({ personId, letter }): WrittenMail => {
    const entry = asCalendarSession(session, chooseLocale(letter.to.locale), personId)
    const member = session.members.find((one) => one.person_id === personId)
    const answersTo = member ? replyAddress(work.world.settings, member.number) : null
    return {
      ...letter,
      effectKey: `${letter.kind} ${session.id} ${session.sequence} ${personId}`,
      calendar: {
        method,
        text: invitation(method, entry, { name: organiser.name, email: answersTo ?? organiser.email }),
      },
      ...(answersTo ? { replyTo: answersTo } : {}),
    }
  })
  await writeMails(work, mails)
}

async function note(work: Work, sessionId: string, verb: string): Promise<void> {
  const session = await store.readSession(work.db, sessionId)
  if (session) await noteSession(work, session, verb)
}
