import { pair } from '../../engine/pairing/pair.ts'
import type { Cohort } from './fit/fit.ts'
import { type PinnedGroup, pairingProblem } from './solve.ts'

/** A shorter list is no choice. */
export const leastSuggested = 3
export const mostSuggested = 5

/**
 * Whom each is suggested, the best first, as places. The first pairing is the round's own, pins and all; each next one is
 * the best that repeats nobody. So a list holds whom the round would propose, two are on each other's lists, and nobody is
 * on everybody's. Whoever comes out short has the best of the others added, without being added to theirs.
 * @param many from `leastSuggested` to `mostSuggested`
 * @returns one list a place; shorter than `leastSuggested` only where hard rules leave no more
 */
export function suggest(cohort: Cohort, pins: readonly PinnedGroup[], many: number): number[][] {
  const lists = cohort.peers.map(() => new Set<number>())
  const add = (a: number, b: number) => void lists[a]?.add(b)
  for (const pin of pins) for (const a of pin) for (const b of pin) if (a !== b) add(a, b)
  for (let turn = 0; turn < many; turn++) {
    const problem = pairingProblem(cohort, turn === 0 ? pins : [])
    const isFresh = ([a, b]: readonly [number, number, number]) => !lists[a]?.has(b)
    const edges = turn === 0 ? problem.edges : problem.edges.filter(isFresh)
    for (const [a, b] of pair({ ...problem, edges }).pairs) {
      add(a, b)
      add(b, a)
    }
  }
  const best = (a: number) => (b: number, c: number) => cohort.worth(a, c) - cohort.worth(a, b) || b - c
  return lists.map((list, a) => {
    const others = cohort.peers.map((_peer, b) => b).filter((b) => b !== a && !list.has(b) && cohort.worth(a, b) >= 0)
    const short = Math.max(0, leastSuggested - list.size)
    const added = short === 0 ? [] : others.toSorted(best(a)).slice(0, short)
    return [...list, ...added].toSorted(best(a)).slice(0, mostSuggested)
  })
}
