import { countMeetings } from './meeting-counts.ts'
import type { Meeting, RoundAsked } from './rotation-request.ts'

/**
 * A number that the burden of no rotation goes below (`burdenOf`), by two arguments. Meetings are spread as evenly as can
 * be, each player's where all groups of a round have one size, else all together. And of two rounds, the members of a
 * group in one come from the groups of the other, so that some of them must meet again where it has fewer groups.
 *
 * @example leastBurden(8, rounds, []) // 4 for three rounds of two groups of four
 */
export function leastBurden(players: number, rounds: readonly RoundAsked[], metBefore: readonly Meeting[]): number {
  const before = countMeetings(players, [], metBefore)
  return Math.max(spread(players, rounds, before), pigeonholes(rounds) + alone(before, players))
}

function spread(players: number, rounds: readonly RoundAsked[], before: Int32Array): number {
  if (rounds.every(({ sizes }) => sizes.every((size) => size === sizes[0]))) {
    let twice = 0
    for (let player = 0; player < players; player++) {
      const met = [...before.subarray(player * players, (player + 1) * players)].filter((_, other) => other !== player)
      let meetings = 0
      for (const { present, sizes } of rounds) if (present.includes(player)) meetings += sizes[0]! - 1
      twice += pour(met, meetings)
    }
    return Math.ceil(twice / 2)
  }
  const met: number[] = []
  for (let a = 0; a < players; a++) for (let b = 0; b < a; b++) met.push(before[a * players + b]!)
  let meetings = 0
  for (const size of rounds.flatMap(({ sizes }) => sizes)) meetings += pairsOf(size)
  return pour(met, meetings)
}

/** The least sum of t * (t - 1) / 2 when so many meetings are added to these, always to the fewest. */
function pour(met: number[], meetings: number): number {
  if (met.length === 0) return 0
  const levels = met.toSorted((a, b) => a - b)
  let filled = 0
  let left = meetings
  while (filled + 1 < levels.length && left >= (filled + 1) * (levels[filled + 1]! - levels[filled]!)) {
    left -= (filled + 1) * (levels[filled + 1]! - levels[filled]!)
    filled++
  }
  const level = levels[filled]! + Math.floor(left / (filled + 1))
  const above = left % (filled + 1)
  let sum = above * pairsOf(level + 1) + (filled + 1 - above) * pairsOf(level)
  for (const rest of levels.slice(filled + 1)) sum += pairsOf(rest)
  return sum
}

function pigeonholes(rounds: readonly RoundAsked[]): number {
  let forced = 0
  for (const [at, later] of rounds.entries()) {
    for (const earlier of rounds.slice(0, at)) {
      // Who was away in the earlier round comes as if from a group alone.
      const there = new Set(earlier.present)
      const away = later.present.filter((player) => !there.has(player)).length
      if (earlier.sizes.length > 0) forced += crowded(later.sizes, earlier.sizes.length, away)
    }
  }
  return forced
}

/** Pairs that come from one of `holes` groups when groups of these sizes are filled, `free` of whose members from none. */
function crowded(sizes: readonly number[], holes: number, free: number): number {
  let pairs = 0
  for (const size of sizes) {
    const crowd = Math.max(0, size - free)
    const level = Math.floor(crowd / holes)
    pairs += (crowd % holes) * pairsOf(level + 1) + (holes - (crowd % holes)) * pairsOf(level)
  }
  return pairs
}

function alone(before: Int32Array, players: number): number {
  let sum = 0
  for (let a = 0; a < players; a++) for (let b = 0; b < a; b++) sum += pairsOf(before[a * players + b]!)
  return sum
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2
}
