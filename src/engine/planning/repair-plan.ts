import { checkSeason } from './check-season.ts'
import { compileSeason } from './compile-season.ts'
import { drawPlan } from './draw-plan.ts'
import type { Plan, PlanOptions, RepairedPlan } from './plan.ts'
import { minuteOfMoment, SeasonTables } from './season-tables.ts'
import type { Season } from './season.ts'
import { solve } from './solve.ts'

/**
 * Fits an old plan to a season that has changed: as many sessions placed as can be, then as few moved as can be, then
 * the least burden among those. Sessions the old plan left without a place are no moves; a session that is pinned
 * elsewhere now is one. The certificate speaks of plans with as few moves.
 *
 * @param oldPlan its sessions; series that are new or gone do no harm
 * @throws RangeError when the season is malformed
 * @example repairPlan({ ...season, people: changed }, plan, { seed: 7 }).moved.length // 1
 */
export function repairPlan(season: Season, oldPlan: Pick<Plan, 'sessions'>, options: PlanOptions): RepairedPlan {
  checkSeason(season)
  const tables = new SeasonTables(season)
  const kept = new Map(season.series.map(({ id, sessions }) => [id, new Int32Array(sessions).fill(-1)]))
  for (const { seriesId, index, startsAt } of oldPlan.sessions) {
    const own = kept.get(seriesId)
    if (own && startsAt !== null && index < own.length) own[index] = tables.slotAt(minuteOfMoment(startsAt))
  }
  const compiled = compileSeason(tables, kept)
  const plan = drawPlan(tables, compiled, solve(compiled.problem, options))
  const had = new Map(oldPlan.sessions.map(({ seriesId, index, startsAt }) => [`${index} ${seriesId}`, startsAt]))
  const moved = plan.sessions.flatMap(({ seriesId, index, startsAt }) => {
    const from = had.get(`${index} ${seriesId}`)
    if (from === undefined || from === null) return []
    const stays = startsAt !== null && minuteOfMoment(from) === minuteOfMoment(startsAt)
    return stays ? [] : [{ seriesId, index, from, to: startsAt }]
  })
  return { plan, moved }
}
