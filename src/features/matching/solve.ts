import { pair } from '../../engine/pairing/pair.ts'
import type { PairingProblem } from '../../engine/pairing/problem.ts'
import { rankedPairs } from './coming-first.ts'
import type { Cohort } from './fit/fit.ts'
import { pairsOfSeveral, takesSeveral } from './several-pairs.ts'
import { joinTrios } from './trios.ts'

/** Places in the cohort that shall stay together: two, or three as a trio. */
export type PinnedGroup = readonly number[]

export interface Solution {
  /** Groups of two, or of three where somebody joined; smaller places first. */
  groups: number[][]
  leftOut: number[]
  /**
   * Points of all pairs before anybody joined one: no other way to pair as many people, and as many of those who come first,
   * has more. A pinned trio adds those of the best two in it.
   */
  pairsWorth: number
}

/**
 * Pairs as many people as the hard rules allow and, among all such ways, takes one with the most of those who come first,
 * and of these the one with the most points, exactly; where some take several pairs, see `pairsOfSeveral`. Pins are kept.
 * Whoever is then left out joins the pair where that adds most, if both are allowed to them, and a pinned pair only where no
 * other is left. The same people, weights and rules give the same answer.
 */
export function solve(cohort: Cohort, pins: readonly PinnedGroup[]): Solution {
  const trios = pins.filter((pin) => pin.length === 3).map((pin) => [...pin])
  const problem = pairingProblem(cohort, pins)
  const pairs = takesSeveral(cohort)
    ? pairsOfSeveral(cohort, { ...problem, pins: pinnedPairs(pins) }, new Set(trios.flat()))
    : pair(problem).pairs
  const settled = new Set([...pairs, ...trios].flat())
  const alone = cohort.peers.map((_peer, place) => place).filter((place) => !settled.has(place))
  const isPinned = new Set(pins.flat())
  const isFree = ([one, other]: readonly [number, number]) => !isPinned.has(one) && !isPinned.has(other)
  const joined = joinTrios(cohort, pairs.filter(isFree), alone)
  const stillAlone = () => alone.filter((place) => ![...joined.values()].includes(place))
  const pinned = pairs.filter((two) => !isFree(two))
  for (const [two, third] of joinTrios(cohort, pinned, stillAlone())) joined.set(two, third)
  const groups = pairs.map((two) => [...two, ...[joined.get(two) ?? []].flat()])
  const paired = pairs.reduce((sum, [one, other]) => sum + cohort.points(one, other), 0)
  const worth = trios.reduce((sum, trio) => sum + bestPair(cohort, trio), paired)
  return { groups: [...groups, ...trios], leftOut: stillAlone(), pairsWorth: worth }
}

function bestPair(cohort: Cohort, [a = 0, b = 0, c = 0]: readonly number[]): number {
  return Math.max(cohort.worth(a, b), cohort.worth(a, c), cohort.worth(b, c))
}

/** Everybody who may be paired with whom, without pinned trios; of several pins of one person the first. */
export function pairingProblem(
  cohort: Cohort,
  pins: readonly PinnedGroup[],
): Required<Omit<PairingProblem, 'forbidden'>> {
  const inTrio = new Set(pins.filter((pin) => pin.length === 3).flat())
  const pairs = rankedPairs(cohort)
  const edges = inTrio.size === 0 ? pairs : pairs.filter(([a, b]) => !inTrio.has(a) && !inTrio.has(b))
  const taken = new Set<number>()
  const first = pinnedPairs(pins).filter(([a, b]) => {
    const isFree = !taken.has(a) && !taken.has(b)
    taken.add(a).add(b)
    return isFree
  })
  return { n: cohort.peers.length, edges, pins: first, maximumCardinality: true }
}

function pinnedPairs(pins: readonly PinnedGroup[]): [number, number][] {
  return pins.flatMap(([a, b, third]): [number, number][] =>
    a !== undefined && b !== undefined && third === undefined ? [[a, b]] : [],
  )
}
