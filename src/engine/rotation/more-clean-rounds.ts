import { cleanRotation, mostCleanRounds, type CleanRotation } from './clean-rotation.ts'
import type { RotationLimits } from './rotation-limits.ts'
import { developStarter } from './starter-rounds.ts'
import { searchStarter } from './starter-plans.ts'

/**
 * As many clean rounds as a construction gives and, where more are wanted and no bound forbids them, as a search for new
 * starters finds within the limits: now for one round more than there are, now for as many as are wanted at most. The
 * clock is looked at between searches.
 *
 * @throws RangeError where cleanRotation does
 * @example moreCleanRounds(14, 4, 18, { effort: 10_000_000 }).rounds.length
 */
export function moreCleanRounds(
  groups: number,
  size: number,
  wanted: number,
  { seed = 1, effort = 2_000_000, milliseconds, mostMilliseconds = Infinity }: RotationLimits,
): CleanRotation {
  let best = cleanRotation(groups, size)
  const most = Math.min(wanted, mostCleanRounds(groups, size))
  const started = milliseconds?.() ?? 0
  const steps = 200_000
  for (let turn = 0; turn * steps < effort && best.rounds.length < most; turn++) {
    if (milliseconds && milliseconds() - started >= mostMilliseconds) break
    const target = turn % 2 === 0 ? best.rounds.length + 1 : most
    const starter = searchStarter(groups, size, target, seed + turn, { steps, stepsPerGroup: 10_000 })
    if (starter) best = { rounds: developStarter(starter), method: 'starter found by search' }
  }
  return best
}
