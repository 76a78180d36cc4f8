import ICAL from 'ical.js'
import { isZone } from '../../../platform/clock.ts'
import { offsetByRules } from './rules-of-zone.ts'
import { windowsZone } from './windows-zones.ts'

/** What a calendar answers, as far as it is understood. */
export interface CalendarReply {
  method: string
  uid: string
  sequence: number
  /** When it was said, by the clock of the calendar that said it; null where it does not tell. */
  stampAt: Temporal.Instant | null
  attendees: { email: string; partstat: string }[]
  /** When it begins according to the answer; null where there is no time, or one in a zone nobody knows. */
  startsAt: Temporal.Instant | null
}

/**
 * Whose event a text is about: its UID, and the addresses of the organiser as they came back, in small letters. Nothing
 * else of it is looked at, so that this may be asked before anybody knows who writes.
 */
export function readIdentity(text: string): { uid: string | null; organisers: string[] } {
  const event = parsed(text)?.getFirstSubcomponent('vevent')
  const uid = event?.getFirstPropertyValue('uid')
  return {
    uid: typeof uid === 'string' ? uid : null,
    organisers: event?.getAllProperties('organizer').map(addressOf) ?? [],
  }
}

/**
 * Reads the answer of a calendar program (RFC 5546): the first event that says which one it is.
 * @param label the method that the mail part was labelled with, for programs that leave it out of the calendar itself
 * @param ownZone the zone of the person who answers: a time without a zone is theirs
 * @returns null where the text is no calendar, has no event, or says what cannot be
 */
export function readCalendarReply(text: string, label: string | null, ownZone: string): CalendarReply | null {
  const calendar = parsed(text)
  try {
    return calendar && replyIn(calendar, label, ownZone)
  } catch {
    // The library reads a value only when it is asked for, and throws where it is none.
    return null
  }
}

function replyIn(calendar: ICAL.Component, label: string | null, ownZone: string): CalendarReply | null {
  const event = calendar.getFirstSubcomponent('vevent')
  const uid = event?.getFirstPropertyValue('uid')
  if (!event || typeof uid !== 'string') return null
  const method = calendar.getFirstPropertyValue('method')
  return {
    method: (typeof method === 'string' ? method : (label ?? '')).toUpperCase(),
    uid,
    sequence: Number(event.getFirstPropertyValue('sequence') ?? 0) || 0,
    stampAt: instantOf(event.getFirstProperty('dtstamp'), 'UTC', calendar),
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      email: addressOf(attendee),
      partstat: String(attendee.getFirstParameter('partstat') ?? 'NEEDS-ACTION').toUpperCase(),
    })),
    startsAt: instantOf(event.getFirstProperty('dtstart'), ownZone, calendar),
  }
}

function parsed(text: string): ICAL.Component | null {
  try {
    const root: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''))
    if (!Array.isArray(root)) return null
    const component = new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0])
    return component.name === 'vcalendar' ? component : null
  } catch {
    return null
  }
}

const addressOf = (property: ICAL.Property) =>
  String(property.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()

/** A zone by its IANA name, by the name Windows has for it, or by the rules that came along. */
function instantOf(property: ICAL.Property | null, ownZone: string, calendar: ICAL.Component): Temporal.Instant | null {
  const time = property?.getFirstValue()
  if (!property || !(time instanceof ICAL.Time) || time.isDate) return null
  const wall = { year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute }
  const plain = Temporal.PlainDateTime.from({ ...wall, second: time.second })
  const named = property.getFirstParameter('tzid')
  if (!named) return plain.toZonedDateTime(time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : ownZone).toInstant()
  const zone = isZone(named) ? named : windowsZone(named)
  if (zone) return plain.toZonedDateTime(zone).toInstant()
  const rules = calendar
    .getAllSubcomponents('vtimezone')
    .find((component) => component.getFirstPropertyValue('tzid') === named)
  const seconds = rules ? offsetByRules(rules, plain) : null
  return seconds === null ? null : plain.toZonedDateTime('UTC').toInstant().subtract({ seconds })
}
