import type { AllowedPair, Cohort } from './fit/fit.ts'

/**
 * What the solver adds to a pair for somebody who comes first, for they were left out or let down last time, or must be with
 * somebody of a kind: more than all points of a solution together; 0 for everybody else. So among the ways that pair as many people, one with the most of
 * those who come first is taken, and among these the best fit.
 */
export function liftsOf(cohort: Cohort): (place: number) => number {
  if (!cohort.peers.some(({ isFirst }) => isFirst)) return () => 0
  const most = cohort.allowed.reduce((found, [, , worth]) => Math.max(found, worth), 0)
  const lift = Math.floor(cohort.peers.length / 2) * most + 1
  return (place) => (cohort.peers[place]?.isFirst ? lift : 0)
}

/** All pairs the hard rules allow, with what they are worth to the solver. */
export function rankedPairs(cohort: Cohort): readonly AllowedPair[] {
  if (!cohort.peers.some(({ isFirst }) => isFirst)) return cohort.allowed
  const lift = liftsOf(cohort)
  return cohort.allowed.map(([a, b, worth]) => [a, b, worth + lift(a) + lift(b)])
}
