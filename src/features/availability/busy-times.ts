import ICAL from 'ical.js'
import { dayIn } from '../../platform/clock.ts'
import type { Window } from './free-time.ts'
import { zoneOf } from './zone-of.ts'

export interface Reading {
  from: Temporal.Instant
  to: Temporal.Instant
  /** Where days and hours without a zone are meant: the person's own. */
  zone: string
  /** Meetings of ours, by the end of their UID, are known already. */
  ownHost: string
}

/** Of one rule: more than fifty years of days. */
const mostSteps = 20_000

/**
 * What is busy in a calendar between two moments: events but those that are cancelled or marked as free, and what
 * VFREEBUSY says. Throws where the text is no calendar. A rule can be written that never finds a day: only `busyInCalendars`
 * may call this, from beside the server.
 */
export function busyTimes(text: string, reading: Reading): Window[] {
  const parsed = ICAL.parse(text) as unknown[]
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
  if (calendars.length === 0) throw new Error('This is no calendar.')
  return calendars.flatMap((one) => {
    const calendar = new ICAL.Component(one as never)
    if (calendar.name !== 'vcalendar') throw new Error('This is no calendar.')
    // The library would look for the changes of each event among all the others; they are put together below.
    const events = calendar
      .getAllSubcomponents('vevent')
      .filter((component) => component.hasProperty('dtstart'))
      .map((component) => new ICAL.Event(component, { exceptions: [], strictExceptions: false }))
    const changes = Map.groupBy(events.filter(isChange), ({ uid }) => uid)
    return [
      ...calendar.getAllSubcomponents('vfreebusy').flatMap((part) => statedTimes(part, reading)),
      ...events.flatMap((event) => {
        if (isChange(event) || !event.isRecurring()) return timeOf(event, reading)
        return repeatedTimes(event, changes.get(event.uid) ?? [], reading)
      }),
    ]
  })
}

const isChange = (event: ICAL.Event) => event.component.hasProperty('recurrence-id')

/** What a rule gives, but for the times that a change of their own stands for. */
function repeatedTimes(event: ICAL.Event, changes: readonly ICAL.Event[], reading: Reading): Window[] {
  const times: Window[] = []
  const rule = event.component.getFirstPropertyValue('rrule') as { freq?: string } | null
  // Nobody meets every minute: such a rule only keeps a machine busy.
  if (rule?.freq === 'SECONDLY' || rule?.freq === 'MINUTELY' || !counts(event, reading)) return times
  const changed = new Set(
    changes.map((change) => momentOf(change.recurrenceId, change, reading, 'recurrence-id').epochMilliseconds),
  )
  const length = lengthOf(event, reading)
  const first = dayNumber(reading.from.toZonedDateTimeISO('UTC')) - Math.ceil(length.total('hours') / 24) - 2
  const each = event.iterator()
  let taken = 0
  for (let start = each.next(); start && taken < mostSteps; start = each.next(), taken += 1) {
    if (dayNumber(start) < first) continue
    const startsAt = momentOf(start, event, reading)
    if (Temporal.Instant.compare(startsAt, reading.to) >= 0) break
    if (!changed.has(startsAt.epochMilliseconds))
      times.push(...within({ startsAt, endsAt: startsAt.add(length) }, reading))
  }
  return times
}

/** Good for telling earlier from later by some days. */
function dayNumber({ year, month, day }: { year: number; month: number; day: number }): number {
  return year * 372 + month * 31 + day
}

function lengthOf(event: ICAL.Event, reading: Reading): Temporal.Duration {
  return momentOf(event.startDate, event, reading).until(momentOf(event.endDate, event, reading, 'dtend'))
}

function timeOf(event: ICAL.Event, reading: Reading): Window[] {
  if (!counts(event, reading)) return []
  const startsAt = momentOf(event.startDate, event, reading)
  return within({ startsAt, endsAt: momentOf(event.endDate, event, reading, 'dtend') }, reading)
}

function counts({ component, uid }: ICAL.Event, { ownHost }: Reading): boolean {
  const says = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  return says('status') !== 'CANCELLED' && says('transp') !== 'TRANSPARENT' && !String(uid).endsWith(`@${ownHost}`)
}

/** A moment by the calendar's own zone where it has one, else by the person's. A whole day begins where they live. */
function momentOf(time: ICAL.Time, event: ICAL.Event, { zone }: Reading, property = 'dtstart'): Temporal.Instant {
  if (time.isDate) return new Temporal.PlainDate(time.year, time.month, time.day).toZonedDateTime(zone).toInstant()
  const { component } = event
  const stated = component.getFirstProperty(property) ?? component.getFirstProperty('dtstart')
  const tzid = stated?.getFirstParameter('tzid') ?? time.zone.tzid
  const named = time.zone.tzid === 'UTC' ? 'UTC' : zoneOf(tzid)
  const { tzid: own } = time.zone
  if (!named && own !== 'floating') return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
  const wall = new Temporal.PlainDateTime(time.year, time.month, time.day, time.hour, time.minute, time.second)
  return wall.toZonedDateTime(named ?? zone).toInstant()
}

function statedTimes(part: ICAL.Component, reading: Reading): Window[] {
  return part.getAllProperties('freebusy').flatMap((property) => {
    if (String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') return []
    return (property.getValues() as ICAL.Period[]).flatMap((period) =>
      within(
        {
          startsAt: Temporal.Instant.fromEpochMilliseconds(period.start.toUnixTime() * 1000),
          endsAt: Temporal.Instant.fromEpochMilliseconds(period.getEnd().toUnixTime() * 1000),
        },
        reading,
      ),
    )
  })
}

function within(time: Window, { from, to }: Reading): Window[] {
  const isOver = Temporal.Instant.compare(time.endsAt, from) <= 0
  const isFar = Temporal.Instant.compare(time.startsAt, to) >= 0
  return isOver || isFar || Temporal.Instant.compare(time.startsAt, time.endsAt) >= 0 ? [] : [time]
}

/** The stretch that is read: from today, where the person lives, for 400 days. */
export function readingSpan(zone: string, now: Temporal.Instant): { from: Temporal.Instant; to: Temporal.Instant } {
  const today = dayIn(zone, now)
  return {
    from: today.toZonedDateTime(zone).toInstant(),
    to: today.add({ days: 400 }).toZonedDateTime(zone).toInstant(),
  }
}
