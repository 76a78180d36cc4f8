import { unit } from './choices.ts'
import { dive, type DiveVerdict } from './dive.ts'
import { FewStarts } from './few-starts.ts'
import type { Prices } from './prices.ts'
import type { Search, SearchRun } from './search.ts'

/** How often a bound is raised by one at a time. */
const mostTries = 8

/** Ends a search where prices leave few starts: finds the best plan among them, or proves that there is none better. */
export class Finish {
  private readonly search: Search
  private readonly prices: Prices
  private readonly run: SearchRun
  private readonly mostSteps: number

  /** @param mostSteps after so many steps of all phases it gives up */
  constructor(search: Search, prices: Prices, run: SearchRun, mostSteps: number) {
    this.search = search
    this.prices = prices
    this.run = run
    this.mostSteps = mostSteps
  }

  /** Looks for a plan as cheap as the bound, and raises the bound where there is none, by so many steps each time. */
  lowerTotal(steps: number): void {
    const { search, prices } = this
    for (let tries = 0; tries < mostTries && !prices.reaches(search.placing() + search.draft.total); tries++) {
      const most = Math.ceil(prices.bound / unit)
      const verdict = this.look(new FewStarts(search.draft, prices, most), most, Infinity, steps)
      if (verdict === 'unknown') return
      if (verdict === 'none') prices.exceed(most)
    }
  }

  /**
   * Lowers the worst burden at the same placing and total: tries the least that somebody must bear, and where nobody can
   * keep that, one more, then three, then seven more.
   *
   * @returns a lower bound; the worst burden itself where nothing is left to know
   */
  lowerWorst(steps: number): number {
    const { search, prices } = this
    if (search.worst() === 0 || this.run.isOver()) return 0
    const most = search.placing() + search.draft.total
    const few = new FewStarts(search.draft, prices, most)
    let [known, more] = [few.isWhole ? few.leastWorst() : 0, 0]
    while (known < search.worst()) {
      const cap = Math.min(known + more, search.worst() - 1)
      const verdict = this.look(few, most, cap, steps)
      if (verdict === 'unknown' && more === 0) break
      if (verdict === 'none') known = cap + 1
      more = verdict === 'none' ? 2 * more + 1 : 0
    }
    return known
  }

  private look(few: FewStarts, most: number, cap: number, steps: number): DiveVerdict {
    const { search, run } = this
    const before = search.draft.starts.slice()
    const end = Math.min(this.mostSteps, run.steps + before.length + steps)
    const isOver = () => run.isOver() || run.steps++ >= end
    const verdict = dive(few, cap, isOver, (starts) => {
      search.restore(starts)
      if (search.placing() + search.draft.total <= most && search.worst() <= cap) return true
      search.restore(before)
      return false
    })
    if (verdict === 'found') run.better()
    return verdict
  }
}
