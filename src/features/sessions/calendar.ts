import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator'

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
  attendees: { name: string; email: string }[]
}

export interface Organiser {
  name: string
  email: string
}

const product = { company: 'Perennial', product: 'Perennial', language: 'EN' }

// Times go out in UTC, which every calendar turns into its reader's own zone: no VTIMEZONE can be wrong or missing.
const instant = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

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
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: true,
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
