import { dayIn } from '../../platform/clock.ts'
import { freeWindows } from '../initiatives/free-hours.ts'
import { burdenAt, impossible } from './burden.ts'

export interface Attendee {
  personId: string
  zone: string
  /** Codes of the half-day grid this person is usually free. */
  freeHalfDays: readonly string[]
  /** Burden points borne in this connection's sessions so far: who has borne more is spared more. */
  burdenSoFar: number
  /** Starts and ends of sessions this person has already. */
  taken: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]
}

export interface TimeOption {
  startsAt: Temporal.Instant
  burden: number
}

const weeksAhead = 3
/** Longer than people have to answer, so that no time passes while they are still being asked. */
const leadDays = 6

/**
 * Three times, on different days where that can be, that all attendees could make: first within everybody's own free
 * hours, then, where these do not meet, within hours people are awake. Least total burden first; each person's points
 * count more the more they have borne already, so that the awkward hour moves around.
 * @param now earliest start is six days later, latest three weeks on
 */
export function proposeTimeOptions(
  attendees: readonly Attendee[],
  minutes: number,
  now: Temporal.Instant,
): TimeOption[] {
  const free = candidates(now).filter((start) => attendees.every((one) => isFree(one, start, minutes)))
  const chosen = choose(rate(free, attendees, minutes), [])
  if (chosen.length >= 3) return chosen
  return choose(rate(candidates(now), attendees, minutes), chosen)
}

function candidates(now: Temporal.Instant): Temporal.Instant[] {
  const first = now.add({ hours: leadDays * 24 }).round({ smallestUnit: 'hour', roundingMode: 'ceil' })
  return Array.from({ length: (weeksAhead * 7 - leadDays) * 48 }, (_, index) => first.add({ minutes: index * 30 }))
}

function isFree(one: Attendee, start: Temporal.Instant, minutes: number): boolean {
  const end = start.add({ minutes })
  return windowsAround(one, start).some(
    (window) =>
      Temporal.Instant.compare(window.startsAt, start) <= 0 && Temporal.Instant.compare(end, window.endsAt) <= 0,
  )
}

interface Window {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

const weeks = new WeakMap<Attendee, Map<string, Window[]>>()

function windowsAround(one: Attendee, start: Temporal.Instant) {
  const day = dayIn(one.zone, start)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const known = weeks.get(one) ?? new Map<string, Window[]>()
  weeks.set(one, known)
  const key = monday.toString()
  const windows = known.get(key) ?? joined(freeWindows(one.freeHalfDays, one.zone, monday))
  known.set(key, windows)
  return windows
}

/** Half-days that touch are one stretch: a session may cross one o'clock. */
function joined(windows: Window[]): Window[] {
  const result: Window[] = []
  for (const window of windows.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    const last = result.at(-1)
    if (last && Temporal.Instant.compare(window.startsAt, last.endsAt) <= 0) last.endsAt = window.endsAt
    else result.push({ ...window })
  }
  return result
}

interface Rated extends TimeOption {
  weighted: number
  day: string
}

function rate(starts: Temporal.Instant[], attendees: readonly Attendee[], minutes: number): Rated[] {
  return starts.flatMap((startsAt) => {
    const points = attendees.map((one) =>
      isTaken(one, startsAt, minutes) ? impossible : burdenAt(startsAt, minutes, one.zone).points,
    )
    if (points.some((point) => point >= impossible)) return []
    const burden = points.reduce((sum, point) => sum + point, 0)
    const weighted = points.reduce(
      (sum, point, index) => sum + point * (1 + (attendees[index]?.burdenSoFar ?? 0) / 4),
      0,
    )
    return [{ startsAt, burden, weighted, day: dayIn('UTC', startsAt).toString() }]
  })
}

function isTaken(one: Attendee, startsAt: Temporal.Instant, minutes: number): boolean {
  const endsAt = startsAt.add({ minutes })
  return one.taken.some(
    (other) =>
      Temporal.Instant.compare(other.startsAt, endsAt) < 0 && Temporal.Instant.compare(startsAt, other.endsAt) < 0,
  )
}

/** Fills up to three, each on a day of its own first, then on any day, never overlapping. */
function choose(rated: Rated[], already: TimeOption[]): TimeOption[] {
  const ranked = rated.toSorted((a, b) => a.weighted - b.weighted || Temporal.Instant.compare(a.startsAt, b.startsAt))
  const chosen = [...already]
  const days = new Set(already.map((option) => dayIn('UTC', option.startsAt).toString()))
  for (const onNewDay of [true, false]) {
    for (const option of ranked) {
      if (chosen.length >= 3) break
      const apart = chosen.every(
        (other) => Math.abs(other.startsAt.epochMilliseconds - option.startsAt.epochMilliseconds) >= 7_200_000,
      )
      if (!apart || (onNewDay && days.has(option.day))) continue
      days.add(option.day)
      chosen.push({ startsAt: option.startsAt, burden: option.burden })
    }
  }
  return chosen.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}
