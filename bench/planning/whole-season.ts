import { checkPlan } from '../../src/engine/planning/check-plan.ts'
import { compileSeason } from '../../src/engine/planning/compile-season.ts'
import { planSeason } from '../../src/engine/planning/plan-season.ts'
import { SeasonTables } from '../../src/engine/planning/season-tables.ts'
import { solve } from '../../src/engine/planning/solve.ts'
import { timed } from '../pairing-rivals.ts'
import { loadGenerator, weekProblem } from './instances.ts'
import { naivePlan } from './naive-plan.ts'
import { sampleSeason } from './sample-season.ts'
import { judge, outOf, row } from './table.ts'

const heads = 'sessions,total,bound,above %,worst,bound,naive,its worst,CPU s,seconds'.split(',')

/** Whole seasons by wall clock, and the largest week: what they cost, and how good they are beside bound and naive plan. */
export async function wholeSeasons(seeds: readonly number[]): Promise<void> {
  console.log('CPU s of one thread from the season to the plan with its reasons; -n so many sessions have no place.')
  console.log(row('season/seed', heads))
  for (const seed of seeds) {
    const season = sampleSeason(seed)
    const from = performance.now()
    const { result: plan, seconds } = timed(() => planSeason(season, { seed: 1 }))
    const wall = (performance.now() - from) / 1000
    const unplaced = plan.sessions.filter(({ startsAt }) => startsAt === null).length
    const { problem, standingTotal } = compileSeason(new SeasonTables(season))
    const naive = naivePlan(problem)
    const { leastTotal, leastWorst } = plan.certificate
    const above = (100 * (plan.total - leastTotal)) / Math.max(1, leastTotal)
    const naiveTotal = outOf({ ...naive, total: naive.total + standingTotal })
    const cells = [
      plan.sessions.length,
      outOf({ total: plan.total, unplaced }),
      leastTotal,
      above,
      plan.worst,
      leastWorst,
    ]
    console.log(row(`250 pairs, 40 groups/${seed}`, [...cells, naiveTotal, naive.worst, seconds, wall]))
    const wrong = checkPlan(season, plan)
    for (const sentence of wrong.slice(0, 3)) console.log(`  wrong: ${sentence}`)
    judge(`season ${seed}: the check finds ${wrong.length} mistakes`, wrong.length === 0)
    judge(`season ${seed}: planned in ${seconds.toFixed(2)} CPU s, under 5`, seconds < 5)
    judge(`season ${seed}: ${above.toFixed(2)} % above the proved bound, at most 1`, above <= 1)
    judge(`season ${seed}: ${unplaced} without a place, the naive plan ${naive.unplaced}`, unplaced <= naive.unplaced)
  }
  const generate = await loadGenerator()
  if (!generate) return judge('the shared generator of weeks is absent: no large week', false)
  for (const seed of seeds) {
    const problem = weekProblem(generate(1000, 1500, 2, 2, seed))
    const from = performance.now()
    const { result: ours, seconds } = timed(() => solve(problem, { seed: 1 }))
    const wall = (performance.now() - from) / 1000
    const naive = naivePlan(problem)
    const above = (100 * (ours.total - ours.leastTotal)) / Math.max(1, ours.leastTotal)
    const cells = [1500, outOf(ours), ours.leastTotal, above, ours.worst, ours.leastWorst]
    console.log(row(`1,000 people, a week/${seed}`, [...cells, outOf(naive), naive.worst, seconds, wall]))
    judge(`1,000 people, 1,500 sessions/${seed}: ${seconds.toFixed(2)} CPU s, under 2`, seconds < 2 && above <= 1)
  }
  console.log('')
}
