import { pairWorth } from './atoms.ts'
import type { Grouping, GroupingProblem } from './problem.ts'

/** Reckons from the people alone what a grouping is worth. */
export function describe(
  problem: GroupingProblem,
  groupOf: Int32Array,
  done: Pick<Grouping, 'iterations' | 'plan'>,
): Grouping {
  const worth = pairWorth(problem)
  const groups: number[][] = problem.sizes.map(() => [])
  for (const [person, group] of groupOf.entries()) groups[group]!.push(person)
  let value = 0
  let worst = Infinity
  for (const members of groups) {
    let sum = 0
    for (const [at, one] of members.entries()) {
      for (const other of members.slice(0, at)) sum += worth[one * problem.n + other]!
    }
    value += sum
    if (members.length > 1) worst = Math.min(worst, sum / ((members.length * (members.length - 1)) / 2))
  }
  return { value: value - ownSpread(problem), worst: Number.isFinite(worst) ? worst : 0, groupOf, groups, ...done }
}

/** What each person's own deviations cost, wherever they are: the same in every grouping. */
function ownSpread({ n, spread = [] }: GroupingProblem): number {
  let cost = 0
  for (const { values, weight } of spread) {
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    for (const value of values) cost += weight * (value - mean) ** 2
  }
  return cost
}
