import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
  type ICalEvent,
} from 'ical-generator'
import type { Reply } from '../replies/reply.ts'
import { zoneRules } from './zone-rules.ts'

export interface CalendarSession {
  uid: string
  sequence: number
  state: string
  startsAt: Temporal.Instant
  minutes: number
  /** The zone of the clock at the place; null where there is none. */
  zone: string | null
  changedAt: Temporal.Instant
  summary: string
  description: string
  location: string
  attendees: { name: string; email: string; reply: Reply | null; isOptional: boolean }[]
  /** What the owner of a feed said; undefined for a reader who is no member. */
  ownReply?: Reply | null
}

export interface Organiser {
  name: string
  email: string
}

const product = { company: 'Perennial', product: 'Perennial', language: 'EN' }

// UTC needs no VTIMEZONE that could be wrong or missing. A room has a clock of its own: whoever prints or exports the entry
// must find there what the wall in the room says.
function addSession(calendar: ICalCalendar, session: CalendarSession, organiser: Organiser): ICalEvent {
  const { zone, startsAt } = session
  const at = (instant: Temporal.Instant) =>
    zone ? instant.toZonedDateTimeISO(zone) : new Date(instant.epochMilliseconds)
  if (zone) calendar.timezone({ name: null, generator: (name) => zoneRules(name, startsAt) })
  return calendar.createEvent({
    id: session.uid,
    sequence: session.sequence,
    start: at(startsAt),
    end: at(startsAt.add({ minutes: session.minutes })),
    ...(zone ? { timezone: zone } : {}),
    stamp: new Date(session.changedAt.epochMilliseconds),
    lastModified: new Date(session.changedAt.epochMilliseconds),
    summary: session.summary,
    description: session.description,
    location: session.location || null,
    organizer: organiser,
    status: statusOf(session),
  })
}

function statusOf({ state, ownReply }: CalendarSession): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED
  return ownReply === 'maybe' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

const partstats = {
  yes: ICalAttendeeStatus.ACCEPTED,
  maybe: ICalAttendeeStatus.TENTATIVE,
  no: ICalAttendeeStatus.DECLINED,
}

/**
 * An iMIP message (RFC 6047) for one session: REQUEST puts it into a calendar or moves it, CANCEL takes it out.
 * Reminders are left to each person: there is no VALARM.
 */
export function invitation(method: 'REQUEST' | 'CANCEL', session: CalendarSession, organiser: Organiser): string {
  const calendar = ical({
    prodId: product,
    method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  })
  const state = method === 'CANCEL' ? 'cancelled' : session.state
  const event = addSession(calendar, { ...session, state }, organiser)
  for (const attendee of session.attendees) {
    event.createAttendee({
      name: attendee.name,
      email: attendee.email,
      role: attendee.isOptional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: attendee.reply ? partstats[attendee.reply] : ICalAttendeeStatus.NEEDSACTION,
      rsvp: method === 'REQUEST' && attendee.reply === null,
    })
  }
  return calendar.toString()
}

/** A calendar to subscribe to. What is published has no attendees (RFC 5546, 3.2.1): its text says who comes. */
export function feed(name: string, sessions: readonly CalendarSession[], organiser: Organiser): string {
  const calendar = ical({ prodId: product, name, method: ICalCalendarMethod.PUBLISH, ttl: 3600 })
  for (const session of sessions) addSession(calendar, session, organiser)
  return calendar.toString()
}
