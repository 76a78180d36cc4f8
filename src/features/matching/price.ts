import { pair } from '../../engine/pairing/pair.ts'
import type { Cohort } from './fit/fit.ts'
import { type PinnedGroup, pairingProblem } from './solve.ts'

export interface Priced {
  place: number
  /** Points of these two. */
  worth: number
  /** What forcing these two takes from all pairs together, in points; below 0 where an older pin stood in the way. */
  cost: number
  /** How many fewer people are in a pair. */
  fewerPaired: number
  /** They are a pair already. */
  isNow: boolean
}

/**
 * The exact price of giving somebody another partner, for those who promise to cost least. Exact, for each is solved again
 * with the pair pinned; who is worth a try is told by the duals of the first solution.
 * @param place the person; their own pin, and no other, gives way
 * @param most how many candidates are tried
 * @param wanted these are priced too, whatever they promise
 */
export function priceCandidates(
  cohort: Cohort,
  pins: readonly PinnedGroup[],
  place: number,
  most: number,
  wanted: readonly number[] = [],
): Priced[] {
  const now = pair(pairingProblem(cohort, pins))
  const kept = pins.filter((pin) => !pin.includes(place))
  const problem = pairingProblem(cohort, kept)
  const { vertexDuals } = pair(problem).certificate
  const isPinned = new Set(kept.flat())
  const allowed = cohort.peers
    .map((_peer, other) => other)
    .filter((other) => other !== place && !isPinned.has(other) && cohort.worth(place, other) >= 0)
  const bound = (other: number) => (vertexDuals[other] ?? 0) - 2 * cohort.worth(place, other)
  const isAsked = (other: number) => now.mate[place] === other || wanted.includes(other)
  const promising = allowed.filter((other) => !isAsked(other)).toSorted((a, b) => bound(a) - bound(b))
  return [...allowed.filter(isAsked), ...promising.slice(0, most)]
    .map((other): Priced => {
      const found = pair({ ...problem, pins: [...problem.pins, [place, other]] })
      return {
        place: other,
        worth: cohort.worth(place, other),
        cost: now.weight - found.weight,
        fewerPaired: 2 * (now.pairs.length - found.pairs.length),
        isNow: now.mate[place] === other,
      }
    })
    .toSorted((a, b) => a.fewerPaired - b.fewerPaired || a.cost - b.cost || b.worth - a.worth)
}
