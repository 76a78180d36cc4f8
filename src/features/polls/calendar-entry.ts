import type { Settings } from '../../platform/settings.ts'
import { feed, invitation } from '../sessions/calendar/calendar.ts'
import { organiserOf } from '../sessions/calendar/calendar-session.ts'
import type { Poll } from './store.ts'

export interface Decided {
  uid: string
  sequence: number
  startsAt: Temporal.Instant
}

/**
 * The decided time as an entry for one reader's calendar. It is an invitation (REQUEST), not a publication: calendars
 * move and take out by themselves, when a later message says so, only what came as an invitation. The reader is the one
 * attendee it names, so that nobody's address goes to the others.
 */
export function calendarEntry(
  settings: Settings,
  method: 'REQUEST' | 'CANCEL',
  poll: Pick<Poll, 'title' | 'note' | 'minutes' | 'place'>,
  decided: Decided,
  reader: { name: string; email: string },
  now: Temporal.Instant,
): string {
  return invitation(
    method,
    {
      ...decided,
      state: 'planned',
      minutes: poll.minutes,
      changedAt: now,
      summary: poll.title,
      description: poll.note,
      location: poll.place,
      zone: null,
      attendees: [{ name: reader.name || reader.email, email: reader.email, reply: null, isOptional: false }],
    },
    organiserOf(settings),
  )
}

/** The decided time as a file to open, for whoever gave no address. */
export function calendarFile(settings: Settings, poll: Poll, decided: Decided, at: Temporal.Instant): string {
  const organiser = organiserOf(settings)
  const entry = {
    ...decided,
    state: 'planned',
    minutes: poll.minutes,
    changedAt: at,
    summary: poll.title,
    description: poll.note,
    location: poll.place,
    zone: null,
    attendees: [],
  }
  return feed(poll.title, [entry], organiser)
}

/** What a poll was decided for, or null. */
export function decidedOf(poll: Poll): Decided | null {
  const { uid, sequence, starts_at: startsAt } = poll
  return uid !== null && startsAt !== null ? { uid, sequence, startsAt } : null
}
