import { improveRotation } from './improve-rotation.ts'
import { leastBurden } from './least-burden.ts'
import { burdenOf, countMeetings, repeatsIn } from './meeting-counts.ts'
import { moreCleanRounds } from './more-clean-rounds.ts'
import { relabel } from './relabel.ts'
import type { RotationLimits } from './rotation-limits.ts'
import { roundsAsked, type RotationRequest } from './rotation-request.ts'
import { startRotation } from './start-rotation.ts'

export interface Rotation {
  /** Round by round the groups, each with its players in ascending order. */
  rounds: number[][][]
  /** Meetings beyond the first of each pair, earlier meetings included. */
  repeats: number
  /** A pair's second meeting counts 1, its third 2 more and so on: what is made as small as possible. */
  burden: number
  /** No rotation that was asked for has a smaller burden than this. */
  leastBurden: number
  /** Which construction it began with, in words. */
  method: string
}

/**
 * Seats people in rounds of groups so that they meet again as seldom as possible, evenly spread, whoever is away.
 *
 * Method: the best construction of clean rounds that fits is taken as the beginning, numbered so that who met before
 * stays apart, over again where more rounds are asked; then players trade places (`improveRotation`) until the
 * proven bound is reached or the effort spent.
 *
 * @throws RangeError in one sentence where the request cannot be
 * @example rotate({ players: 9, size: 3, rounds: 4 }).repeats // 0
 */
export function rotate(request: RotationRequest, limits: RotationLimits = {}): Rotation {
  const { players, metBefore = [] } = request
  const { seed = 1, effort = 2_000_000 } = limits
  const asked = roundsAsked(request)
  const before = countMeetings(players, [], metBefore)
  const enough = leastBurden(players, asked, metBefore)
  const groups = Math.max(1, ...asked.map(({ sizes }) => sizes.length))
  const size = Math.ceil(players / groups)
  const clean = moreCleanRounds(groups, size, request.rounds, {
    ...limits,
    effort: effort / 2,
    ...(limits.mostMilliseconds !== undefined && { mostMilliseconds: limits.mostMilliseconds / 3 }),
  })
  const first = startRotation(players, asked, clean.rounds, before, seed)
  const numbered =
    metBefore.length > 0 && (request.absent ?? []).flat().length === 0
      ? relabel(players, before, countMeetings(players, first), seed, 1000 * players)
      : undefined
  const rounds = first.map((groups) =>
    groups.map((group) => (numbered ? group.map((player) => numbered[player]!) : group)),
  )
  const counts = countMeetings(players, rounds, metBefore)
  const { milliseconds, mostMilliseconds } = limits
  const burden = burdenOf(counts, players)
  const saved = improveRotation(rounds, counts, players, burden, seed, {
    trades: effort,
    enough,
    ...(milliseconds && { milliseconds }),
    ...(mostMilliseconds !== undefined && { mostMilliseconds }),
  })
  for (const group of rounds.flat()) group.sort((a, b) => a - b)
  return {
    rounds,
    repeats: repeatsIn(counts, players),
    burden: burden - saved,
    leastBurden: enough,
    method: saved > 0 ? `${clean.method}, then trades` : clean.method,
  }
}
