import type { PlanningProblem } from '../../src/engine/planning/problem.ts'
import { pointsOf } from './instances.ts'

/** More than any week costs: a session is left out only where it must. */
const leftOut = 100_000

/**
 * A week as a model in the LP format: a 0-1 variable for each session and possible start. Least total; or, with the
 * total given, the least worst burden among plans as cheap.
 */
export function weekModel(problem: PlanningProblem, total?: number): string {
  const [costs, rows, names] = [[] as string[], [] as string[], [] as string[]]
  const uses = new Map<number, string[]>()
  const burdens = Array.from({ length: problem.people }, () => [] as string[])
  for (const [at, series] of problem.series.entries()) {
    const own: string[] = []
    for (const [slot, points] of pointsOf(problem, at).entries()) {
      if (points < 0) continue
      const name = `x${at}_${slot}`
      own.push(name)
      if (points > 0) costs.push(`${points} ${name}`)
      for (const [place, member] of series.members.entries()) {
        const share = series.rows[place]![slot]!
        if (share > 0) burdens[member]!.push(`${share} ${name}`)
        for (let cell = slot; cell < Math.min(problem.slots, slot + series.length); cell++) {
          const key = member * problem.slots + cell
          uses
            .set(key, uses.get(key) ?? [])
            .get(key)!
            .push(name)
        }
      }
    }
    rows.push(`s${at}: ${[...own, `u${at}`].join(' + ')} = 1`)
    costs.push(`${leftOut} u${at}`)
    names.push(...own, `u${at}`)
  }
  for (const [key, sharing] of uses) if (sharing.length > 1) rows.push(`c${key}: ${sharing.join(' + ')} <= 1`)
  if (total === undefined) return lp(costs.join(' + '), rows, names)
  rows.push(`total: ${costs.join(' + ')} <= ${total}`)
  for (const [person, terms] of burdens.entries()) {
    if (terms.length > 0) rows.push(`b${person}: ${terms.join(' + ')} - worst <= 0`)
  }
  return lp('worst', rows, names)
}

/** Left out sessions as the model prices them. */
export function priceOf({ total, unplaced }: { total: number; unplaced: number }): number {
  return total + leftOut * unplaced
}

/**
 * The time-sharing game of one group: shares of hours, so that the worst member bears as little as can be. Its value
 * times the number of sessions bounds every rotation from below.
 */
export function sharingModel(problem: PlanningProblem): string {
  const { members, rows } = problem.series[0]!
  const points = pointsOf(problem, 0)
  const slots = Array.from({ length: 336 }, (_, slot) => slot).filter((slot) => points[slot]! >= 0)
  const lines = members.map((member, at) => {
    const terms = slots.filter((slot) => rows[at]![slot]! > 0).map((slot) => `${rows[at]![slot]} y${slot}`)
    return `m${member}: ${terms.join(' + ')} - worst <= 0`
  })
  return lp('worst', [`all: ${slots.map((slot) => `y${slot}`).join(' + ')} = 1`, ...lines], [])
}

function lp(objective: string, rows: readonly string[], binary: readonly string[]): string {
  const whole = binary.length > 0 ? `Binary\n ${binary.join('\n ')}\n` : ''
  return `Minimize\n obj: ${objective}\nSubject To\n ${rows.join('\n ')}\n${whole}End\n`
}
