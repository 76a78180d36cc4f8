import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator'
import type { Reply } from './reply.ts'

export interface CalendarSession {
  uid: string
  sequence: number
  state: string
  startsAt: Temporal.Instant
  minutes: number
  changedAt: Temporal.Instant
  summary: string
  description: string
  location: string
  url?: string
  attendees: { name: string; email: string; reply: Reply | null; isOptional: boolean }[]
}

export interface Organiser {
  name: string
  email: string
}

const product = { company: 'Perennial', product: 'Perennial', language: 'EN' }

// Times go out in UTC, which every calendar turns into its reader's own zone: no VTIMEZONE can be wrong or missing.
const instant = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const partstats = {
  yes: ICalAttendeeStatus.ACCEPTED,
  maybe: ICalAttendeeStatus.TENTATIVE,
  no: ICalAttendeeStatus.DECLINED,
}

function addSession(calendar: ICalCalendar, session: CalendarSession, organiser: Organiser): void {
  const event = calendar.createEvent({
    id: session.uid,
    sequence: session.sequence,
    start: instant(session.startsAt),
    end: instant(session.startsAt.add({ minutes: session.minutes })),
    stamp: instant(session.changedAt),
    lastModified: instant(session.changedAt),
    summary: session.summary,
    description: session.description,
    location: session.location || null,
    organizer: organiser,
    status: session.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(session.url ? { url: session.url } : {}),
  })
  for (const attendee of session.attendees) {
    event.createAttendee({
      name: attendee.name,
      email: attendee.email,
      role: attendee.isOptional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: attendee.reply ? partstats[attendee.reply] : ICalAttendeeStatus.NEEDSACTION,
      rsvp: attendee.reply === null,
    })
  }
}

/** An iMIP message (RFC 6047) for one session: REQUEST puts it into a calendar or moves it, CANCEL takes it out. */
export function invitation(method: 'REQUEST' | 'CANCEL', session: CalendarSession, organiser: Organiser): string {
  const calendar = ical({
    prodId: product,
    method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  })
  addSession(calendar, { ...session, state: method === 'CANCEL' ? 'cancelled' : session.state }, organiser)
  return calendar.toString()
}

/** A person's own calendar, to subscribe to. */
export function feed(name: string, sessions: readonly CalendarSession[], organiser: Organiser): string {
  const calendar = ical({ prodId: product, name, method: ICalCalendarMethod.PUBLISH, ttl: 3600 })
  for (const session of sessions) addSession(calendar, session, organiser)
  return calendar.toString()
}
