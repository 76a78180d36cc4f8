import { seededRandom } from '../random.ts'
import { impossible, type PlanningProblem, type ProblemSeries } from './problem.ts'

/**
 * A tiny problem with everything that can occur, by chance: gaps, limits, a place, leads, optional members, standing
 * and kept sessions. For comparisons with `tryEveryStart`.
 *
 * @example solve(tinyProblem(7), { seed: 1 }).total === tryEveryStart(tinyProblem(7)).total
 */
export function tinyProblem(seed: number): PlanningProblem {
  const random = seededRandom(seed)
  const slots = 6 + random.int(6)
  const people = 2 + random.int(3)
  const perDay = 2 + random.int(3)
  const dayOf = Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / perDay))
  const row = () => Uint8Array.from({ length: slots }, () => (random.int(3) === 0 ? impossible : random.int(6)))
  const counts = random.pick([[1, 1, 1, 1], [2, 1, 1], [2, 2], [3, 1], [3], [1, 1, 1]])
  const series = counts.map((sessions): ProblemSeries => {
    const members = random.shuffle(Array.from({ length: people }, (_, person) => person))
    const required = members.slice(0, 1 + random.int(2))
    const optional = random.int(4) === 0 ? members.slice(required.length, required.length + 1) : []
    const chance = (n: number) => random.int(n) === 0
    const some = () => Int32Array.from({ length: sessions }, () => (chance(2) ? -1 : random.int(slots)))
    return {
      members: required,
      rows: required.map(row),
      sessions,
      length: 1 + random.int(2),
      minutes: 30 * (1 + random.int(2)),
      leastGap: 1 + random.int(2),
      greatestGap: 2 + random.int(3),
      dayOf,
      ...(optional.length > 0 && { optional: { members: optional, rows: optional.map(row), missing: 20 } }),
      ...(chance(4) && { extra: row() }),
      ...(chance(3) && { place: random.int(2) }),
      ...(chance(5) && { lead: 1 }),
      ...(chance(6) && { before: -1 - random.int(2) }),
      ...(chance(6) && { standing: some().map((start) => (start < 0 ? -1 : dayOf[start]!)) }),
      ...(chance(4) && { kept: some() }),
    }
  })
  const limits = Array.from({ length: random.int(3) }, () => {
    const from = random.int(slots)
    const to = from + 1 + random.int(slots - from)
    const counts = random.pick(['sessions', 'minutes'] as const)
    return { person: random.int(people), from, to, most: counts === 'minutes' ? 60 : 1, counts }
  })
  const borne = Int32Array.from({ length: people }, () => random.int(4))
  return { slots, people, series, limits, borne, sharing: random.pick(['total first', 'worst first']) }
}

/**
 * Three days by chance in which 40 people meet in 45 groups of two to four: each hour asks 0 to 7 points of each, four in ten
 * are impossible, and many groups want the same ones.
 */
export function crowdedDays(seed: number): PlanningProblem {
  const random = seededRandom(seed)
  const [slots, people] = [144, 40]
  const rows = Array.from({ length: people }, () => {
    const hours = Array.from({ length: slots / 2 }, () =>
      random.int(10) < 4 ? impossible : random.pick([0, 0, 1, 2, 4, 7]),
    )
    return Uint8Array.from(hours.flatMap((points) => [points, points]))
  })
  const series = Array.from({ length: 45 }, (): ProblemSeries => {
    const members = random.shuffle(rows.map((_, person) => person)).slice(0, 2 + random.int(3))
    return {
      members,
      rows: members.map((member) => rows[member]!),
      sessions: 1,
      length: 2,
      minutes: 60,
      leastGap: 1,
      greatestGap: 7,
    }
  })
  return { slots, people, series, sharing: 'total first' }
}
