import { seededRandom } from '../random.ts'
import type { RoundAsked } from './rotation-request.ts'

/**
 * Fills the rounds asked with the clean rounds of a construction, over again when there are not enough: those who are
 * away leave their seats, and who has no seat takes one where they met the fewest. Where the construction has more places
 * than there are players, places that seldom meet stay empty. `counts` are earlier meetings.
 *
 * @example startRotation(11, roundsAsked({ players: 11, rounds: 4, size: 3 }), cleanRotation(4, 3).rounds, counts, 1)
 */
export function startRotation(
  players: number,
  asked: readonly RoundAsked[],
  clean: number[][][],
  counts: Int32Array,
  seed: number,
): number[][][] {
  const places = clean[0]!.flat().length
  const number = players === places ? undefined : spreadEmptySeats(clean, places, players)
  const random = seededRandom(seed)
  return asked.map(({ present, sizes }, round) => {
    const there = new Set(present)
    const seated = clean[round % clean.length]!.map((group) =>
      group.map((place) => (number ? number[place]! : place)).filter((player) => there.has(player)),
    )
    return fitSizes(seated, sizes, players, counts, random.int)
  })
}

/** Numbers the places so that those left empty meet as seldom as possible; an empty place has number -1. */
function spreadEmptySeats(clean: number[][][], places: number, players: number): number[] {
  const empty: number[] = []
  const crowding = new Int32Array(places)
  while (empty.length < places - players) {
    let quietest = -1
    for (let place = places - 1; place >= 0; place--) {
      if (!empty.includes(place) && (quietest < 0 || crowding[place]! < crowding[quietest]!)) quietest = place
    }
    empty.push(quietest)
    for (const group of clean.flat()) if (group.includes(quietest)) for (const place of group) crowding[place]!++
  }
  let next = 0
  return Array.from({ length: places }, (_, place) => (empty.includes(place) ? -1 : next++))
}

/** Gives the largest groups the largest sizes; who is too many goes where there is room and they have met the fewest. */
function fitSizes(
  seated: number[][],
  sizes: readonly number[],
  players: number,
  counts: Int32Array,
  chance: (n: number) => number,
): number[][] {
  const byLength = seated.filter((group) => group.length > 0).toSorted((a, b) => b.length - a.length)
  const groups = sizes.map((size, at) => (byLength[at] ?? []).slice(0, size))
  const standing = [
    ...byLength.slice(sizes.length).flat(),
    ...sizes.flatMap((size, at) => (byLength[at] ?? []).slice(size)),
  ]
  const met = (player: number, group: number[]) =>
    group.reduce((sum, member) => sum + counts[player * players + member]!, 0)
  for (const player of standing) {
    const open = groups.filter((group, at) => group.length < sizes[at]!)
    const fewest = Math.min(...open.map((group) => met(player, group)))
    const possible = open.filter((group) => met(player, group) === fewest)
    possible[chance(possible.length)]!.push(player)
  }
  return groups
}
