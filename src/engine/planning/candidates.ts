import { impossible, type PlanningProblem, type ProblemSeries } from './problem.ts'

/** The possible starts of a series, grouped by day, cheapest first within a day. */
export interface Candidates {
  start: Int32Array
  points: Int32Array
  /** Where each day's starts begin, days + 1 of them. */
  firstOfDay: Int32Array
  days: number
  /** Number of the first day; days count from 0 above it. */
  firstDay: number
}

/**
 * Lists the starts of a series that are possible for all required members. Starts of equal cost come in an order by
 * `salt`, so that series with the same taste do not all ask for the same hour first.
 */
export function listCandidates(problem: PlanningProblem, series: ProblemSeries, salt: number): Candidates {
  const { slots } = problem
  const dayOf = series.dayOf ?? fortyEightADay(slots)
  const points = new Int32Array(slots)
  let [possible, most] = [0, 0]
  for (let start = 0; start < slots; start++) {
    const cost = costOf(series, start)
    points[start] = cost
    if (cost < 0) continue
    possible++
    if (cost > most) most = cost
  }
  const standing = series.standing?.filter((day) => day >= 0) ?? new Int32Array(0)
  const firstDay = Math.min(dayOf[0]!, ...standing)
  const days = Math.max(dayOf[slots - 1]!, ...standing) - firstDay + 1
  const keys = new Float64Array(possible)
  let at = 0
  for (let start = 0; start < slots; start++) {
    if (points[start]! < 0) continue
    const chance = (Math.imul(start + salt, 0x9e3779b1) >>> 12) & 1023
    keys[at++] = (((dayOf[start]! - firstDay) * (most + 1) + points[start]!) * 1024 + chance) * slots + start
  }
  keys.sort()
  const sorted = Int32Array.from(keys, (key) => key % slots)
  const firstOfDay = new Int32Array(days + 1)
  for (const start of sorted) firstOfDay[dayOf[start]! - firstDay + 1]!++
  for (let day = 0; day < days; day++) firstOfDay[day + 1]! += firstOfDay[day]!
  return { start: sorted, points: sorted.map((start) => points[start]!), firstOfDay, days, firstDay }
}

/** Points of a start for everybody together, or -1 where it is not possible. */
export function costOf(series: ProblemSeries, start: number): number {
  let cost = series.extra ? series.extra[start]! : 0
  if (cost === impossible) return -1
  for (const row of series.rows) {
    const points = row[start]!
    if (points === impossible) return -1
    cost += points
  }
  if (series.optional) {
    for (const row of series.optional.rows) cost += row[start] === impossible ? series.optional.missing : row[start]!
  }
  return cost
}

const calendars = new Map<number, Int32Array>()

function fortyEightADay(slots: number): Int32Array {
  let days = calendars.get(slots)
  if (!days) calendars.set(slots, (days = Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / 48))))
  return days
}
