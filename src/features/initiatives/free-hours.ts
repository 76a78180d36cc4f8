/** The days of a week as the half-day grid names them, Monday first. */
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekDay = (typeof weekDays)[number]

/** Wall-clock hours of each half-day, in the person's own zone. */
export const dayParts = { am: [9, 13], pm: [13, 17], ev: [17, 20] } as const
export type DayPart = keyof typeof dayParts
export const partNames: readonly DayPart[] = ['am', 'pm', 'ev']

/** 'mon-am' … 'sun-ev': one field of the half-day grid. */
export type HalfDay = `${WeekDay}-${DayPart}`
export const halfDays: readonly HalfDay[] = weekDays.flatMap((day) =>
  partNames.map((part) => `${day}-${part}` as const),
)

/** Whether a text names a field of the grid. */
export function isHalfDay(code: string): code is HalfDay {
  return (halfDays as readonly string[]).includes(code)
}

export interface Window {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** Somebody's usual free half-days, and the zone they are meant in. */
export interface UsualWeek {
  codes: readonly string[]
  zone: string
}

/**
 * The moments of seven days in which somebody is usually free.
 * @param codes fields of the half-day grid; unknown ones are left out
 * @param weekStart first of the seven days in the person's own calendar, usually a Monday
 * @returns windows in order, apart from each other: neighbouring half-days are one window. Where the clock jumps over a
 *   border the window ends or begins at the jump; a border that comes twice counts on the inner side.
 */
export function freeWindows(codes: readonly string[], zone: string, weekStart: Temporal.PlainDate): Window[] {
  return windowsOf(codes, zone, weekStart, 7)
}

/** Free time of one week as [from, to) in minutes after `weekStart` 00:00 UTC: in order and apart. */
export type FreeWeek = readonly (readonly [from: number, to: number])[]

const minutesOfWeek = 7 * 24 * 60

/**
 * Somebody's free time in the seven UTC days from `weekStart` as plain numbers: made once a person, compared often.
 * @example sharedMinutes(freeWeek(ana, monday), freeWeek(kofi, monday))
 */
export function freeWeek({ codes, zone }: UsualWeek, weekStart: Temporal.PlainDate): FreeWeek {
  const zero = weekStart.toZonedDateTime('UTC').epochMilliseconds
  const minutes = (at: Temporal.Instant) => (at.epochMilliseconds - zero) / 60_000
  return windowsOf(codes, zone, weekStart.subtract({ days: 1 }), 9)
    .map(({ startsAt, endsAt }) => [Math.max(0, minutes(startsAt)), Math.min(minutesOfWeek, minutes(endsAt))] as const)
    .filter(([from, to]) => from < to)
}

/** Minutes in which both are free. */
export function sharedMinutes(a: FreeWeek, b: FreeWeek): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (!one || !other) break
    shared += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
    if (one[1] < other[1]) i += 1
    else j += 1
  }
  return shared
}

/** Minutes in the seven UTC days from `weekStart` in which two people are both usually free. */
export function overlapMinutes(a: UsualWeek, b: UsualWeek, weekStart: Temporal.PlainDate): number {
  return sharedMinutes(freeWeek(a, weekStart), freeWeek(b, weekStart))
}

/** The Monday of the week a day falls in. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function windowsOf(codes: readonly string[], zone: string, first: Temporal.PlainDate, days: number): Window[] {
  const free = new Set(codes)
  const windows: Window[] = []
  for (let index = 0; index < days; index += 1) {
    const day = first.add({ days: index })
    for (const part of partNames) {
      if (!free.has(`${weekDays[day.dayOfWeek - 1]}-${part}`)) continue
      const [from, to] = dayParts[part]
      const startsAt = border(day, from, zone, 'later')
      const endsAt = border(day, to, zone, 'earlier')
      const last = windows.at(-1)
      if (last?.endsAt.equals(startsAt)) last.endsAt = endsAt
      else if (Temporal.Instant.compare(startsAt, endsAt) < 0) windows.push({ startsAt, endsAt })
    }
  }
  return windows
}

// In a gap `toZonedDateTime` would move the border on by the whole gap: past the end of a day that a zone left out.
function border(day: Temporal.PlainDate, hour: number, zone: string, inner: 'later' | 'earlier'): Temporal.Instant {
  const wall = day.toPlainDateTime({ hour })
  const found = wall.toZonedDateTime(zone, { disambiguation: inner })
  if (found.toPlainDateTime().equals(wall)) return found.toInstant()
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? found).toInstant()
}
