import type { PlanOptions } from './plan.ts'
import type { PlanningProblem, Solution } from './problem.ts'

/** Solves a season below the wall clock: see `PlanningProblem`. */
export function solve(_problem: PlanningProblem, _options: PlanOptions): Solution {
  throw new Error('Not yet.')
}
