import type { Plan, PlanProgress } from '../../engine/planning/plan.ts'
import { planSeason } from '../../engine/planning/plan-season.ts'
import { repairPlan } from '../../engine/planning/repair-plan.ts'
import type { Season } from '../../engine/planning/season.ts'

export interface PlanAside {
  season: Season
  /** Where sessions are now: they leave it only where they must. Null plans from the beginning. */
  kept: Pick<Plan, 'sessions'> | null
  seed: number
  seconds: number
  /** A shared number: 1 asks for the best plan so far. */
  stop: Int32Array
}

/** Plans a season in a thread of its own, telling each better plan's figures on the way. */
export default function planAside(
  { season, kept, seed, seconds, stop }: PlanAside,
  tell: (p: PlanProgress) => void,
): Plan {
  const options = {
    seed,
    seconds,
    milliseconds: () => performance.now(),
    onBetter: tell,
    shouldStop: () => Atomics.load(stop, 0) === 1,
  }
  return kept ? repairPlan(season, kept, options).plan : planSeason(season, options)
}
