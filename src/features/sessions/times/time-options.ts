import { dayIn } from '../../../platform/clock.ts'
import {
  asSpans,
  type Availability,
  type FreeSpan,
  freeTime,
  levelOf,
  type Window,
} from '../../availability/free-time.ts'
import { burdenAt, impossible } from '../burden.ts'

export interface Attendee {
  personId: string
  time: Availability
  /** Burden points borne in this connection's sessions so far: who has borne more is spared more. */
  burdenSoFar: number
  /** Starts and ends of sessions this person has already. */
  taken: readonly Window[]
}

export interface TimeOption {
  startsAt: Temporal.Instant
  burden: number
}

const weeksAhead = 3
/** Longer than people have to answer, so that no time passes while they are still being asked. */
const leadDays = 6

/** Points on top of the hour's own where somebody said 'if need be'. */
const ifNeedBe = 3

/**
 * Three times, on different days where that can be, that all attendees could make: first within everybody's own free
 * hours, then, where these do not meet, within hours people are awake; never on days they named as exceptions, on public
 * holidays or while their own calendar is busy. Least total burden first; each person's points count more the more they
 * have borne already, so that the awkward hour moves around.
 * @param now earliest start is six days later, latest three weeks on
 * @param asked starts that were asked about already: nothing near them is asked again
 */
export function proposeTimeOptions(
  attendees: readonly Attendee[],
  minutes: number,
  now: Temporal.Instant,
  asked: readonly Temporal.Instant[] = [],
): TimeOption[] {
  const starts = candidates(now).filter((start) => asked.every((other) => isApart(start, other)))
  const people = attendees.map((one) => lookAt(one, now))
  const chosen = choose(rate(starts, people, minutes, 'usual'), [])
  if (chosen.length >= 3) return chosen
  return choose(rate(starts, people, minutes, 'awake'), chosen)
}

/** The stretch in which times are looked for: the availability of attendees must be known for it. */
export function timesFrom(now: Temporal.Instant): { from: Temporal.Instant; to: Temporal.Instant } {
  return { from: now, to: now.add({ hours: (weeksAhead * 7 + 1) * 24 }) }
}

function candidates(now: Temporal.Instant): Temporal.Instant[] {
  const first = now.add({ hours: leadDays * 24 }).round({ smallestUnit: 'hour', roundingMode: 'ceil' })
  return Array.from({ length: (weeksAhead * 7 - leadDays) * 48 }, (_, index) => first.add({ minutes: index * 30 }))
}

interface Looked extends Attendee {
  usual: FreeSpan[]
  /** Whatever the usual week says, but no exception, holiday or busy time. */
  awake: FreeSpan[]
}

function lookAt(one: Attendee, now: Temporal.Instant): Looked {
  const first = dayIn(one.time.zone, now)
  const days = weeksAhead * 7 + 2
  const anyTime = { ...one.time, week: null, weekendDays: [] }
  return { ...one, usual: asSpans(freeTime(one.time, first, days)), awake: asSpans(freeTime(anyTime, first, days)) }
}

interface Rated extends TimeOption {
  weighted: number
  day: string
}

function rate(
  starts: readonly Temporal.Instant[],
  people: readonly Looked[],
  minutes: number,
  hours: 'usual' | 'awake',
): Rated[] {
  return starts.flatMap((startsAt) => {
    const points = people.map((one) => pointsOf(one, startsAt, minutes, hours))
    if (points.some((point) => point >= impossible)) return []
    const burden = points.reduce((sum, point) => sum + point, 0)
    const weighted = points.reduce((sum, point, index) => sum + point * (1 + (people[index]?.burdenSoFar ?? 0) / 4), 0)
    return [{ startsAt, burden, weighted, day: dayIn('UTC', startsAt).toString() }]
  })
}

function pointsOf(one: Looked, startsAt: Temporal.Instant, minutes: number, hours: 'usual' | 'awake'): number {
  const { zone, weekendDays } = one.time
  const from = startsAt.epochMilliseconds
  const level = levelOf(one[hours], from, from + minutes * 60_000)
  if (level === 0 || isTaken(one, startsAt, minutes)) return impossible
  const { points } = burdenAt(startsAt, minutes, zone, weekendDays)
  return level === 1 ? points + ifNeedBe : points
}

function isTaken(one: Attendee, startsAt: Temporal.Instant, minutes: number): boolean {
  const endsAt = startsAt.add({ minutes })
  return one.taken.some(
    (other) =>
      Temporal.Instant.compare(other.startsAt, endsAt) < 0 && Temporal.Instant.compare(startsAt, other.endsAt) < 0,
  )
}

const isApart = (one: Temporal.Instant, other: Temporal.Instant) =>
  Math.abs(one.epochMilliseconds - other.epochMilliseconds) >= 7_200_000

/** Fills up to three, each on a day of its own first, then on any day, never overlapping. */
function choose(rated: Rated[], already: TimeOption[]): TimeOption[] {
  const ranked = rated.toSorted((a, b) => a.weighted - b.weighted || Temporal.Instant.compare(a.startsAt, b.startsAt))
  const chosen = [...already]
  const days = new Set(already.map((option) => dayIn('UTC', option.startsAt).toString()))
  for (const onNewDay of [true, false]) {
    for (const option of ranked) {
      if (chosen.length >= 3) break
      const apart = chosen.every((other) => isApart(other.startsAt, option.startsAt))
      if (!apart || (onNewDay && days.has(option.day))) continue
      days.add(option.day)
      chosen.push({ startsAt: option.startsAt, burden: option.burden })
    }
  }
  return chosen.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}
