import { type Mark, slotMinutes, slotsPerDay, stretchesOf } from './week.ts'

export interface Window {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** A stretch of time that suits: 2 good, 1 if need be. */
export interface FreeWindow extends Window {
  level: 1 | 2
}

/** Days, both included, in the person's own calendar, on which the usual week does not hold. */
export interface Exception {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** 0: not at all. 1: at the usual hours, but only if need be. */
  level: 0 | 1
}

/** What is known of somebody's time. */
export interface Availability {
  zone: string
  /** 336 marks, see week.ts; null where nothing was said: any time then, but for days of rest and exceptions. */
  week: string | null
  /** The person's own and public holidays; where two overlap the lower level holds. */
  exceptions: readonly Exception[]
  /** What the person's own calendars say, in order and apart. */
  busy: readonly Window[]
  /** Most sessions a week, most minutes a month. */
  sessionsPerWeek: number | null
  minutesPerMonth: number | null
  /** ISO weekday numbers of the days of rest. They cost more; they are 'no' only where no week was drawn. */
  weekendDays: readonly number[]
}

/** Nothing is known of somebody but their zone. */
export function unsaid(zone: string): Availability {
  return {
    zone,
    week: null,
    exceptions: [],
    busy: [],
    sessionsPerWeek: null,
    minutesPerMonth: null,
    weekendDays: [6, 7],
  }
}

/**
 * When somebody can be asked, in some days of their own calendar: by the week, less exceptions and what is busy.
 * Where the clock jumps over a border a window ends or begins at the jump; a border that comes twice counts on the inner
 * side, so that a window never holds an hour that was not meant.
 * @returns in order and apart; windows of one level that touch are one
 */
export function freeTime(known: Availability, first: Temporal.PlainDate, days: number): FreeWindow[] {
  const clock = wallClock(known.zone, first, days)
  const byDay = Map.groupBy(known.week === null ? [] : stretchesOf(known.week), ({ day }) => day)
  const windows: FreeWindow[] = []
  for (let index = 0; index < days; index += 1) {
    const day = first.add({ days: index })
    const most = levelOn(known.exceptions, day)
    if (most === 0) continue
    const stretches = known.week === null ? unsaidDay(day, known.weekendDays) : (byDay.get(day.dayOfWeek - 1) ?? [])
    for (const { from, to, mark } of stretches) {
      const level = mark === '1' || most === 1 ? 1 : 2
      const startsAt = clock(day, from, 'later')
      const endsAt = clock(day, to, 'earlier')
      const last = windows.at(-1)
      if (last?.level === level && last.endsAt.equals(startsAt)) last.endsAt = endsAt
      else if (Temporal.Instant.compare(startsAt, endsAt) < 0) windows.push({ startsAt, endsAt, level })
    }
  }
  return without(windows, known.busy)
}

/** Free windows as milliseconds of the epoch, to ask about many stretches of time. */
export interface FreeSpan {
  from: number
  to: number
  level: 1 | 2
}

export function asSpans(windows: readonly FreeWindow[]): FreeSpan[] {
  return windows.map(({ startsAt, endsAt, level }) => ({
    from: startsAt.epochMilliseconds,
    to: endsAt.epochMilliseconds,
    level,
  }))
}

/** How well a stretch of time suits: the lowest level in it, 0 where any of it is not free. */
export function levelOf(spans: readonly FreeSpan[], from: number, to: number): 0 | 1 | 2 {
  let at = from
  let level: 1 | 2 = 2
  for (const span of spans) {
    if (span.to <= at) continue
    if (span.from > at) return 0
    if (span.level === 1) level = 1
    at = span.to
    if (at >= to) return level
  }
  return 0
}

interface DayStretch {
  from: number
  to: number
  mark: Mark
}

function unsaidDay(day: Temporal.PlainDate, weekendDays: readonly number[]): DayStretch[] {
  return weekendDays.includes(day.dayOfWeek) ? [] : [{ from: 0, to: slotsPerDay, mark: '2' }]
}

function levelOn(exceptions: readonly Exception[], day: Temporal.PlainDate): 0 | 1 | 2 {
  let level: 0 | 1 | 2 = 2
  for (const { from, to, level: other } of exceptions) {
    const holds = Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
    if (holds && other < level) level = other
  }
  return level
}

type WallClock = (day: Temporal.PlainDate, half: number, inner: 'later' | 'earlier') => Temporal.Instant

/** Where no clock changes in these days, every border is the same distance from UTC. */
function wallClock(zone: string, first: Temporal.PlainDate, days: number): WallClock {
  const start = first.subtract({ days: 1 }).toZonedDateTime(zone)
  const end = first.add({ days: days + 1 }).toZonedDateTime(zone)
  const change = start.getTimeZoneTransition('next')
  if (change && Temporal.ZonedDateTime.compare(change, end) <= 0) return (...border) => borderIn(zone, ...border)
  const midnight = first.toZonedDateTime(zone).epochMilliseconds
  return (day, half) =>
    Temporal.Instant.fromEpochMilliseconds(
      midnight + (first.until(day).days * slotsPerDay + half) * slotMinutes * 60_000,
    )
}

// A day begins and ends with the calendar's own border, so that two days always touch. In a gap `toZonedDateTime` would
// move the border on by the whole gap: past the end of a day that a zone left out.
function borderIn(zone: string, day: Temporal.PlainDate, half: number, inner: 'later' | 'earlier'): Temporal.Instant {
  if (half === 0) return startOf(zone, day)
  if (half === slotsPerDay) return startOf(zone, day.add({ days: 1 }))
  const wall = day.toPlainDateTime({ hour: Math.floor(half / 2), minute: (half % 2) * slotMinutes })
  const found = wall.toZonedDateTime(zone, { disambiguation: inner })
  if (found.toPlainDateTime().equals(wall)) return found.toInstant()
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? found).toInstant()
}

function startOf(zone: string, day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant()
}

/** Windows less what is busy, which is in order and apart. */
function without(windows: readonly FreeWindow[], busy: readonly Window[]): FreeWindow[] {
  if (busy.length === 0) return [...windows]
  return windows.flatMap((window) => {
    const left: FreeWindow[] = []
    let at = window.startsAt
    for (const taken of busy) {
      if (Temporal.Instant.compare(taken.endsAt, at) <= 0) continue
      if (Temporal.Instant.compare(taken.startsAt, window.endsAt) >= 0) break
      if (Temporal.Instant.compare(at, taken.startsAt) < 0)
        left.push({ ...window, startsAt: at, endsAt: taken.startsAt })
      at = taken.endsAt
    }
    if (Temporal.Instant.compare(at, window.endsAt) < 0) left.push({ ...window, startsAt: at })
    return left
  })
}
