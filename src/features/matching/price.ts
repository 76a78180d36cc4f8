import { pair } from '../../engine/pairing/pair.ts'
import { liftsOf } from './coming-first.ts'
import type { Cohort } from './fit/fit.ts'
import { type PinnedGroup, pairingProblem, solve, type Solution } from './solve.ts'

export interface Priced {
  place: number
  /** Points of these two. */
  worth: number
  /** What forcing these two takes from all pairs together, in points; below 0 where an older pin stood in the way. */
  cost: number
  /** How many more people are left out. */
  moreLeftOut: number
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
  const now = solve(cohort, pins)
  const partners = now.groups.filter((group) => group.includes(place)).flat()
  const kept = pins.filter((pin) => !pin.includes(place))
  const isPinned = new Set(kept.flat())
  const { vertexDuals } = pair(pairingProblem(cohort, kept)).certificate
  const lift = liftsOf(cohort)
  const bound = (other: number) => (vertexDuals[other] ?? 0) - 2 * (cohort.worth(place, other) + lift(other))
  const isAsked = (other: number) => partners.includes(other) || wanted.includes(other)
  const allowed = cohort.peers
    .map((_peer, other) => other)
    .filter((other) => other !== place && !isPinned.has(other) && cohort.worth(place, other) >= 0)
  const promising = allowed.filter((other) => !isAsked(other)).toSorted((a, b) => bound(a) - bound(b))
  return [...allowed.filter(isAsked), ...promising.slice(0, most)]
    .map((other): Priced => {
      const found = solve(cohort, [...kept, [place, other]])
      return {
        place: other,
        worth: cohort.worth(place, other),
        cost: now.pairsWorth - found.pairsWorth,
        moreLeftOut: found.leftOut.length - now.leftOut.length,
        isNow: partners.includes(other),
      }
    })
    .toSorted((a, b) => a.moreLeftOut - b.moreLeftOut || a.cost - b.cost || b.worth - a.worth)
}

export interface PairPrice {
  cost: number
  moreLeftOut: number
  isNow: boolean
  /** Groups that would go, and groups that would come, the forced one aside. */
  lost: number[][]
  fresh: number[][]
}

/**
 * The price of bringing two people together, and whom else it would move: solved again with the two forced.
 * @param solveWith solves as the round does, some people forced together or nobody
 */
export function priceOfPair(
  solveWith: (forced: PinnedGroup | null) => Solution,
  one: number,
  other: number,
): PairPrice {
  const now = solveWith(null)
  const isNow = now.groups.some((group) => group.includes(one) && group.includes(other))
  if (isNow) return { cost: 0, moreLeftOut: 0, isNow, lost: [], fresh: [] }
  const found = solveWith([one, other])
  const keys = (groups: readonly (readonly number[])[]) => new Set(groups.map((group) => group.join(' ')))
  const [before, after] = [keys(now.groups), keys(found.groups)]
  return {
    cost: now.pairsWorth - found.pairsWorth,
    moreLeftOut: found.leftOut.length - now.leftOut.length,
    isNow,
    lost: now.groups.filter((group) => !after.has(group.join(' '))),
    fresh: found.groups.filter(
      (group) => !before.has(group.join(' ')) && !(group.includes(one) && group.includes(other)),
    ),
  }
}
