import type { Plan } from './plan.ts'
import type { Season } from './season.ts'

/** What is wrong with a plan, one sentence each; nothing when it is right. Shares no code with the planner. */
export function checkPlan(_season: Season, _plan: Plan): string[] {
  throw new Error('Not yet.')
}
