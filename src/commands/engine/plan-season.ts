import type { z } from 'zod'
import { checkPlan } from '../../engine/planning/check-plan.ts'
import { planSeason } from '../../engine/planning/plan-season.ts'
import { repairPlan } from '../../engine/planning/repair-plan.ts'
import type { Season } from '../../engine/planning/season.ts'
import { readJson, readText } from './engine-file.ts'
import { secondsFlag, wholeFlag } from './flags.ts'
import { milliseconds } from './processor-clock.ts'
import { planResult, seasonFile } from './season-json.ts'
import { FileFault } from './verb.ts'

type Result = z.infer<typeof planResult>

/** `engine plan FILE`: a start for every session of a season, or the reason why there is none; anew or from a plan. */
export function planFile(file: string, flags: ReadonlyMap<string, string>): Result {
  const season = readSeason(file)
  const seed = wholeFlag(flags, 'seed', 0) ?? 1
  const iterations = wholeFlag(flags, 'iterations', 0)
  const seconds = secondsFlag(flags)
  const limit = { ...(iterations !== undefined && { iterations }), ...(seconds !== undefined && { seconds }) }
  const options = { seed, ...limit, milliseconds }
  const old = flags.get('repair')
  if (old === undefined) return { ...inWords(() => planSeason(season, options)), seed }
  const { sessions } = readJson(planResult.pick({ sessions: true }), readText(old))
  const { plan, moved } = inWords(() => repairPlan(season, { sessions }, options))
  return { ...plan, moved, seed }
}

/** `engine check` for plans: everything a plan says, found anew from the season alone. */
export function checkPlanResult(file: string, text: string) {
  const season = readSeason(file)
  const { seed: _seed, moved: _moved, ...plan } = readJson(planResult, text)
  const [why, ...more] = inWords(() => checkPlan(season, plan))
  return why === undefined ? { holds: true as const } : { holds: false as const, why, ...(more.length > 0 && { more }) }
}

function readSeason(file: string): Season {
  return readJson(seasonFile, readText(file))
}

function inWords<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof RangeError ? new FileFault(error.message) : error
  }
}
