import { joined } from './busy.ts'
import { type Availability, type Exception, freeTime, type Window } from './free-time.ts'
import { emptyWeek, slotsOfDay, withSlots } from './week.ts'

/** A person as the season planner takes them, but for the id and what they have borne. */
export interface PlannedTime {
  zone: string
  week: string
  exceptions: { from: string; to: string; level: '0' | '1' }[]
  busy: { startsAt: string; endsAt: string }[]
  sessionsPerWeek?: number
  minutesPerMonth?: number
  weekendDays: number[]
}

/**
 * Somebody's time for the season planner. There an exception holds all day, and a later one wins: so days of 'if need be'
 * come first, and their unusual hours are handed over as busy.
 */
export function plannedTime(known: Availability): PlannedTime {
  const { zone, week, exceptions, busy, sessionsPerWeek, minutesPerMonth, weekendDays } = known
  const lowered = exceptions.filter(({ level }) => level === 1)
  return {
    zone,
    week:
      week ??
      withSlots(
        emptyWeek,
        workingDays(weekendDays).flatMap((day) => slotsOfDay(day)),
        '2',
      ),
    exceptions: [...lowered, ...exceptions.filter(({ level }) => level === 0)].map(({ from, to, level }) => ({
      from: from.toString(),
      to: to.toString(),
      level: level === 0 ? '0' : '1',
    })),
    busy: joined([...busy, ...lowered.flatMap((exception) => unusualHours(known, exception))]).map(
      ({ startsAt, endsAt }) => ({ startsAt: startsAt.toString(), endsAt: endsAt.toString() }),
    ),
    ...(sessionsPerWeek === null ? {} : { sessionsPerWeek }),
    ...(minutesPerMonth === null ? {} : { minutesPerMonth }),
    weekendDays: [...weekendDays],
  }
}

function workingDays(weekendDays: readonly number[]): number[] {
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => !weekendDays.includes(day + 1))
}

function unusualHours(known: Availability, { from, to }: Exception): Window[] {
  const start = from.toZonedDateTime(known.zone).toInstant()
  const end = to.add({ days: 1 }).toZonedDateTime(known.zone).toInstant()
  const usual = freeTime({ ...known, exceptions: [], busy: [] }, from, from.until(to).days + 1)
  const borders = [start, ...usual.flatMap((window) => [window.startsAt, window.endsAt]), end]
  return borders.flatMap((startsAt, index) => {
    const endsAt = borders[index + 1]
    const isGap = index % 2 === 0 && endsAt && Temporal.Instant.compare(startsAt, endsAt) < 0
    return isGap ? [{ startsAt, endsAt }] : []
  })
}
