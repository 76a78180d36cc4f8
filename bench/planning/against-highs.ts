import { solve } from '../../src/engine/planning/solve.ts'
import { median } from '../measuring/load.ts'
import { timed } from '../pairing-rivals.ts'
import { type HighsAnswer, loadHighs } from './highs.ts'
import { loadGenerator, weekProblem } from './instances.ts'
import { priceOf, weekModel } from './models.ts'
import { naivePlan } from './naive-plan.ts'
import { judge, outOf, row } from './table.ts'

/** Seconds by the wall HiGHS may take for the total, and then for the worst burden; its bound so far stands where that is short. */
const patience = 120
const worstPatience = 60

const sizes = [
  [50, 75, 2, 2],
  [200, 300, 2, 2],
  [500, 750, 2, 2],
  [200, 150, 2, 4],
  [200, 150, 2, 7],
] as const

const heads = 'ours,bound,HiGHS,above %,worst,bound,HiGHS,naive,its worst,ms,HiGHS ms,worst ms,times'.split(',')

/** Weeks of pairs and groups in twelve zones: quality beside the bound, CPU beside HiGHS in the same run. */
export async function againstHighs(seeds: readonly number[]): Promise<void> {
  const [generate, highs] = [await loadGenerator(), await loadHighs()]
  if (!generate) return judge('the shared generator of weeks is absent: nothing compared', false)
  if (!highs) console.log('The npm package highs is absent: install it elsewhere and name its folder by NODE_PATH.')
  console.log('Least total, then least worst burden. CPU ms: median of 3 of ours, between the two of HiGHS.')
  console.log(row('people/sessions/seed', heads))
  let [furthest, slowest, slowestTotal] = [0, Infinity, Infinity]
  for (const [people, sessions, least, most] of sizes) {
    for (const seed of seeds) {
      const problem = weekProblem(generate(people, sessions, least, most, seed))
      const run = () => timed(() => solve(problem, { seed: 1 }))
      const runs = [run()]
      const ours = runs[0]!.result
      const theirs = highs?.(weekModel(problem), patience)
      runs.push(run())
      const isAgreed = theirs !== undefined && priceOf(ours) <= theirs.objective + 1e-6
      const worst = isAgreed ? highs?.(weekModel(problem, priceOf(ours)), worstPatience) : undefined
      runs.push(run())
      const seconds = median(runs.map((each) => each.seconds))
      const out = priceOf(ours) - ours.total
      const bound = Math.max(ours.leastTotal, theirs ? Math.ceil(theirs.bound - 1e-6) - out : 0)
      const above = (100 * (ours.total - bound)) / Math.max(1, bound)
      const both = theirs && worst && theirs.seconds + worst.seconds
      furthest = Math.max(furthest, above)
      if (theirs) slowestTotal = Math.min(slowestTotal, theirs.seconds / seconds)
      if (both !== undefined) slowest = Math.min(slowest, both / seconds)
      const naive = naivePlan(problem)
      console.log(
        row(`${people}/${sessions} of ${least}-${most}/${seed}`, [
          outOf(ours),
          ours.leastTotal,
          theirs ? proved(theirs, out) : '-',
          above,
          ours.worst,
          ours.leastWorst,
          worst ? proved(worst, 0) : '-',
          outOf(naive),
          naive.worst,
          1000 * seconds,
          theirs ? 1000 * theirs.seconds : '-',
          worst ? 1000 * worst.seconds : '-',
          both === undefined ? '-' : both / seconds,
        ]),
      )
    }
  }
  console.log("'>' a bound only; '-n' so many sessions that nobody can place; 'times' HiGHS's CPU for both in ours.\n")
  judge(`at most ${furthest.toFixed(2)} % above the proved bound of the total, at most 1`, furthest <= 1)
  if (!highs) return
  const alone = `its total alone beside our both: ${slowestTotal.toFixed(1)}`
  judge(`everywhere at least ${slowest.toFixed(1)} times as fast as HiGHS, at least 10 (${alone})`, slowest >= 10)
}

function proved({ isOptimal, bound }: HighsAnswer, less: number): string {
  if (!Number.isFinite(bound)) return '-'
  return `${isOptimal ? '' : '>'}${Math.ceil(bound - less - 1e-6)}`
}
