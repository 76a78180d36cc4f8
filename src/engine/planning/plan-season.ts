import { checkSeason } from './check-season.ts'
import { compileSeason } from './compile-season.ts'
import { drawPlan } from './draw-plan.ts'
import type { Plan, PlanOptions } from './plan.ts'
import { SeasonTables } from './season-tables.ts'
import type { Season } from './season.ts'
import { solve } from './solve.ts'

/**
 * Finds a start for every session of a season, or says why there is none: as many sessions as can be, then the least
 * total burden, then the least worst burden of one person ('worst first': the other way round). Nobody is in two places
 * at once; gaps, limits and places are kept; pinned and fixed sessions stay. Method: see `solve`.
 *
 * @throws RangeError with one sentence when the season is malformed
 * @example planSeason(season, { seed: 7 }).sessions[0]?.startsAt // '2027-03-08T14:00:00Z'
 */
export function planSeason(season: Season, options: PlanOptions): Plan {
  checkSeason(season)
  const tables = new SeasonTables(season)
  const compiled = compileSeason(tables)
  const { onBetter } = options
  const told = onBetter && {
    onBetter: (progress: Parameters<typeof onBetter>[0]) =>
      onBetter({
        ...progress,
        total: progress.total + compiled.standingTotal,
        leastTotal: progress.leastTotal + compiled.standingTotal,
      }),
  }
  return drawPlan(tables, compiled, solve(compiled.problem, { ...options, ...told }))
}
