import type { Plan, PlanOptions, RepairedPlan } from './plan.ts'
import type { Season } from './season.ts'

/** Fits an old plan to a season that has changed: fewest moves first, then the least burden. */
export function repairPlan(_season: Season, _oldPlan: Pick<Plan, 'sessions'>, _options: PlanOptions): RepairedPlan {
  throw new Error('Not yet.')
}
