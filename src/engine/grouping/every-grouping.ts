import { checkGrouping } from './check-grouping.ts'
import type { GroupingProblem } from './problem.ts'

/** The greatest value of any grouping by trying every one, or undefined: a yardstick for the search, for about ten people. */
export function bestOfEveryGrouping(problem: GroupingProblem): number | undefined {
  const groups: number[][] = problem.sizes.map(() => [])
  let best: number | undefined
  function place(person: number): void {
    if (person === problem.n) {
      const verdict = checkGrouping(problem, { groups })
      if (verdict.holds && (best === undefined || verdict.value > best)) best = verdict.value
      return
    }
    for (const [group, members] of groups.entries()) {
      if (members.length >= problem.sizes[group]![1]) continue
      members.push(person)
      place(person + 1)
      members.pop()
    }
  }
  place(0)
  return best
}
