import type { Plan, PlanOptions } from './plan.ts'
import type { Season } from './season.ts'

/**
 * Finds a start for every session of a season, or says why there is none.
 *
 * @throws RangeError with one sentence when the season is malformed
 * @example planSeason(season, { seed: 7 }).sessions[0]?.startsAt // '2027-03-08T14:00:00Z'
 */
export function planSeason(_season: Season, _options: PlanOptions): Plan {
  throw new Error('Not yet.')
}
