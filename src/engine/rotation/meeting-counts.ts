import type { Meeting } from './rotation-request.ts'

/**
 * How often every two players meet: an entry for a and b and the same for b and a, at a * players + b.
 *
 * @example countMeetings(3, [[[0, 1], [2]]], [[0, 1, 2]])[1] // 3
 */
export function countMeetings(
  players: number,
  rounds: readonly (readonly (readonly number[])[])[],
  metBefore: readonly Meeting[] = [],
): Int32Array {
  const counts = new Int32Array(players * players)
  const meet = (a: number, b: number, times: number) => {
    counts[a * players + b]! += times
    counts[b * players + a]! += times
  }
  for (const [a, b, times] of metBefore) meet(a, b, times ?? 1)
  for (const group of rounds.flat()) {
    for (const [at, player] of group.entries()) for (const other of group.slice(0, at)) meet(player, other, 1)
  }
  return counts
}

/**
 * What meetings are worth avoiding: a second meeting of two players counts 1, a third 2 more, a fourth 3 more, so that
 * they spread evenly. The sum of t * (t - 1) / 2 over all pairs.
 *
 * @example burdenOf(counts, 3) // 3
 */
export function burdenOf(counts: Int32Array, players: number): number {
  return sumOverPairs(counts, players, (times) => (times * (times - 1)) / 2)
}

/**
 * Meetings beyond the first of each pair.
 *
 * @example repeatsIn(counts, 3) // 2
 */
export function repeatsIn(counts: Int32Array, players: number): number {
  return sumOverPairs(counts, players, (times) => Math.max(0, times - 1))
}

function sumOverPairs(counts: Int32Array, players: number, worth: (times: number) => number): number {
  let sum = 0
  for (let a = 0; a < players; a++) for (let b = 0; b < a; b++) sum += worth(counts[a * players + b]!)
  return sum
}
