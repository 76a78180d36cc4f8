import { pairSeveral } from '../../engine/pairing/pair-several.ts'
import type { PairingProblem } from '../../engine/pairing/problem.ts'
import type { Cohort } from './fit/fit.ts'

/** Whether anybody of a cohort takes more than one pair. */
export function takesSeveral(cohort: Cohort): boolean {
  return cohort.peers.some(({ profile }) => profile.capacity > 1)
}

/**
 * The pairs where some people take several: as many as can be, among these ways one with the most of those who take a single
 * pair, and among these the one that is worth most. Nobody meets the same person twice.
 * @param problem who may be paired with whom; pins of one person with several are among them
 * @param settled people who take nobody, for they are in a pinned trio
 */
export function pairsOfSeveral(
  cohort: Cohort,
  problem: Required<Omit<PairingProblem, 'forbidden'>>,
  settled: ReadonlySet<number>,
): [number, number][] {
  const capacities = cohort.peers.map(({ profile }, place) => (settled.has(place) ? 0 : profile.capacity))
  const seats = capacities.reduce((sum, count) => sum + count, 0)
  const lift = 1 + Math.ceil(seats / 2) * problem.edges.reduce((most, [, , worth]) => Math.max(most, worth), 0)
  const single = (place: number) => (capacities[place] === 1 ? 1 : 0)
  const edges = problem.edges.map(([a, b, worth]) => [a, b, worth + lift * (single(a) + single(b))] as const)
  return pairSeveral({ ...problem, edges, capacities }).pairs
}
