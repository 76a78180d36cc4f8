import { seededRandom } from '../random.ts'
import { listCandidates } from './candidates.ts'
import { unit } from './choices.ts'
import { Draft } from './draft.ts'
import { Finish } from './finish.ts'
import { Insertion } from './insertion.ts'
import type { PlanOptions } from './plan.ts'
import { Prices } from './prices.ts'
import type { PlanningProblem, Solution } from './problem.ts'
import { phaseWeights, Search, type SearchRun } from './search.ts'
import { leastWorst } from './worst-bound.ts'

const usualSteps = 20_000

/**
 * Solves a season below the wall clock: as many sessions as can be, then as few moves, then the least total, then the
 * worst burden (or the worst before the total). The bounds hold whatever the search found.
 *
 * Each series is placed by dynamic programming, the tightest first (`bestSequence`); large neighbourhood search improves
 * the whole (`Shake`); prices on hours prove how good it is (`Prices`), and where they leave few starts, all plans of these
 * are looked through (`Finish`). Elsewhere weights on people bound the worst burden (`leastWorst`).
 *
 * @throws RangeError when time is limited without a clock
 * @example solve({ slots: 336, people: 2, sharing: 'total first', series: [...] }, { seed: 7 }).starts[0]![0] // 52
 */
export function solve(problem: PlanningProblem, options: PlanOptions): Solution {
  const random = seededRandom(options.seed)
  const candidates = problem.series.map((one) => listCandidates(problem, one, random.int(4096)))
  let [most, sessions] = [1, 0]
  for (const [at, { points }] of candidates.entries()) {
    most += problem.series[at]!.sessions * points.reduce((top, one) => Math.max(top, one), 0)
    sessions += problem.series[at]!.sessions
  }
  const weights = phaseWeights(most, sessions)
  const draft = new Draft(problem, candidates, weights.plain)
  const insertion = new Insertion(draft)
  const prices = new Prices(draft)
  const alone = Float64Array.from(problem.series, (_, at) => prices.alone(at))
  const run: SearchRun = { steps: 0, isOver: watch(options), better: () => options.onBetter?.(progress()) }
  const search = new Search(draft, insertion, weights, random, run)
  const leastTotal = () => Math.max(0, Math.ceil(prices.bound / unit) - search.placing())
  const progress = () => ({
    iterations: run.steps,
    unplaced: draft.unplaced,
    total: draft.total,
    worst: search.worst(),
    leastTotal: leastTotal(),
  })

  placeKept(draft, insertion)
  const order = tightestFirst(candidates, problem)
  for (const at of order) insertion.completeSeries(at)
  run.better()
  const isAlone = prices.reaches(search.placing() + draft.total)
  const steps = options.iterations ?? usualSteps
  const worstFirst = problem.sharing === 'worst first'
  const finish = new Finish(search, prices, run, steps)
  search.lowerTotal(Math.ceil(steps * (worstFirst ? 0.3 : 0.6)), prices, alone, (more) => finish.lowerTotal(more))
  prices.improve(200, search.placing() + draft.total)
  const holes = Int32Array.from(alone, (value) => Math.floor(value / weights.plain.leaveOut))
  let leastOfWorst = worstFirst ? 0 : finish.lowerWorst(500)
  let allows: Uint8Array[] | undefined
  if (leastOfWorst < search.worst()) {
    if (!worstFirst) allows = prices.allowed(search.placing() + draft.total)
    leastOfWorst = Math.max(leastOfWorst, leastWorst(draft, 100, holes, allows))
  }
  search.lowerWorst(Math.ceil(steps * (worstFirst ? 0.25 : 0.4)), problem.sharing, () => leastOfWorst, allows)
  if (worstFirst) {
    search.tryEvenStart(Math.ceil(steps * 0.25), order, () => leastOfWorst)
    search.lowerTotalBelowCap(steps - run.steps, alone, leastTotal())
    leastOfWorst = Math.max(leastOfWorst, leastWorst(draft, 200, holes))
  }
  for (const at of order) insertion.completeSeries(at)
  leastOfWorst = Math.min(leastOfWorst, search.worst())
  return {
    starts: problem.series.map((_, at) => draft.starts.slice(draft.bookings.first[at], draft.bookings.first[at + 1])),
    unplaced: draft.unplaced,
    moves: draft.moves,
    total: draft.total,
    burdens: draft.burdens.slice(),
    worst: search.worst(),
    leastTotal: leastTotal(),
    leastWorst: leastOfWorst,
    isTotalProved: leastTotal() >= draft.total,
    isWorstProved: leastOfWorst >= search.worst(),
    isPlacingProved: prices.bound >= draft.unplaced * weights.plain.leaveOut * unit,
    method: isAlone ? 'each alone' : 'prices',
    iterations: run.steps,
  }
}

/** Leaves every session where it was, if that is still possible. */
function placeKept(draft: Draft, insertion: Insertion): void {
  for (const [at, { kept }] of draft.problem.series.entries()) {
    for (const [index, start] of (kept ?? []).entries()) {
      if (start >= 0) insertion.placeIfFree(draft.bookings.first[at]! + index, start)
    }
  }
}

/** Series in the order of how few starts they have for a session. */
function tightestFirst(candidates: readonly { start: Int32Array }[], { series }: PlanningProblem): number[] {
  const room = candidates.map(({ start }, at) => start.length / series[at]!.sessions)
  return series.map((_, at) => at).sort((one, other) => room[one]! - room[other]!)
}

/** Asks the clock and the caller now and then whether to stop. */
function watch({ seconds, milliseconds, shouldStop }: PlanOptions): () => boolean {
  if (seconds !== undefined && !milliseconds) throw new RangeError('A limit of seconds needs a clock.')
  const end = seconds === undefined || !milliseconds ? Infinity : milliseconds() + seconds * 1000
  let [asked, over] = [0, false]
  return () => {
    if (!over && asked++ % 16 === 0) over = (shouldStop?.() ?? false) || (end < Infinity && milliseconds!() >= end)
    return over
  }
}
