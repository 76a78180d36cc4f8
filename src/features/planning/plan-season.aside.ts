import type { Plan, PlanProgress } from '../../engine/planning/plan.ts'
import { planSeason } from '../../engine/planning/plan-season.ts'
import { repairPlan } from '../../engine/planning/repair-plan.ts'
import type { Season } from '../../engine/planning/season.ts'

export interface PlanAside {
  /** From the beginning, close to the rhythm; null keeps what is planned. */
  fresh: Season | null
  /** With room to leave the rhythm, and where sessions are: they leave their place only where they must. */
  wide: Season
  kept: Pick<Plan, 'sessions'>
  seed: number
  seconds: number
  /** A shared number: 1 asks for the best plan so far. */
  stop: Int32Array
}

/** The sessions of a plan, and what is proved of it where it was made from the beginning. */
export type FoundPlan = Pick<Plan, 'sessions'> & { proved: Pick<Plan, 'total' | 'certificate'> | null }

/** Plans a season in a thread of its own, telling each better plan's figures on the way. */
export default function planAside(asked: PlanAside, tell: (progress: PlanProgress) => void): FoundPlan {
  const { fresh, wide, kept, seed, seconds, stop } = asked
  const options = {
    seed,
    seconds,
    milliseconds: () => performance.now(),
    onBetter: tell,
    shouldStop: () => Atomics.load(stop, 0) === 1,
  }
  if (!fresh) return { sessions: repairPlan(wide, kept, options).plan.sessions, proved: null }
  const plan = planSeason(fresh, options)
  if (plan.sessions.every(({ startsAt }) => startsAt)) return { sessions: plan.sessions, proved: plan }
  // What finds no place in the rhythm may find one beside it.
  return { sessions: repairPlan(wide, plan, options).plan.sessions, proved: null }
}
