import type { Locale } from './i18n/catalogue.ts'

/** Where 'now' comes from. Injected everywhere, so that tests and the demonstration can live months in seconds. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until moved. */
export class SteppedClock implements Clock {
  #now: Temporal.Instant
  constructor(start: Temporal.Instant | string) {
    this.#now = Temporal.Instant.from(start)
  }
  now(): Temporal.Instant {
    return this.#now
  }
  moveTo(instant: Temporal.Instant): void {
    this.#now = instant
  }
  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.toZonedDateTimeISO('UTC').add(duration).toInstant()
  }
}

/** The machine's clock moved by an offset in milliseconds, which may change: the demonstration's clock. */
export class OffsetClock implements Clock {
  offsetMilliseconds: number
  constructor(offsetMilliseconds = 0) {
    this.offsetMilliseconds = offsetMilliseconds
  }
  now(): Temporal.Instant {
    return Temporal.Now.instant().add({ milliseconds: this.offsetMilliseconds })
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: string, shape: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${shape}`
  let made = formats.get(key)
  if (!made)
    formats.set(
      key,
      (made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: zone })),
    )
  return made
}

/** The city of an IANA zone as people say it: 'America/Bogota' is Bogota. */
export function zoneCity(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** 'Thursday 26 November 2026, 14:00 (Accra time)': a moment in somebody's zone, which is always named. */
export function formatMoment(locale: Locale, zone: string, at: Temporal.Instant): string {
  return `${formatDayOf(locale, zone, at)}, ${formatTime(locale, zone, at)} (${zoneLabel(locale, zone)})`
}

/** 'Accra time', 'heure d’Accra': the words that name a zone. */
export function zoneLabel(locale: Locale, zone: string): string {
  if (zone === 'UTC') return 'UTC'
  const city = zoneCity(zone)
  if (locale === 'fr') return /^[AEIOUY]/.test(city) ? `heure d’${city}` : `heure de ${city}`
  return `${city} time`
}

/** 'Thursday 26 November 2026': the day a moment falls on in a zone. */
export function formatDayOf(locale: Locale, zone: string, at: Temporal.Instant): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return format(locale, zone, 'day', options).format(at.epochMilliseconds).replace(',', '')
}

/** '14:00': the wall-clock time of a moment in a zone; name the zone beside it. */
export function formatTime(locale: Locale, zone: string, at: Temporal.Instant): string {
  return format(locale, zone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at.epochMilliseconds,
  )
}

/** 'Thu 26 Nov': a short day for tables. */
export function formatShortDay(locale: Locale, zone: string, at: Temporal.Instant): string {
  return format(locale, zone, 'short', { weekday: 'short', day: 'numeric', month: 'short' })
    .format(at.epochMilliseconds)
    .replace(',', '')
}

/** '26 November 2026': a calendar day, which has no zone. */
export function formatDate(locale: Locale, day: Temporal.PlainDate): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return format(locale, 'UTC', 'date', options).format(day.toZonedDateTime('UTC').epochMilliseconds)
}

/**
 * The calendar day written as YYYY-MM-DD, from 1900 to 2199; null when it is none. What else ISO 8601 and its extensions
 * allow (other calendars, years of six digits) would be a day here and an error in the database.
 */
export function isoDay(text: string): Temporal.PlainDate | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The calendar day at a moment in a zone. */
export function dayIn(zone: string, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

/** A moment some days later (exact days of 24 hours). */
export function daysAfter(at: Temporal.Instant, days: number): Temporal.Instant {
  return at.add({ hours: Math.round(days * 24) })
}

/** 'June 2026': a month of the calendar. */
export function formatMonth(locale: Locale, month: Temporal.PlainYearMonth): string {
  const day = month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds
  return format(locale, 'UTC', 'month', { month: 'long', year: 'numeric' }).format(day)
}

/** Whether the runtime knows an IANA zone by this name. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
