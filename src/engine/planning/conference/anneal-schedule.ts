import type { Chance } from '../../grouping/chance.ts'
import type { ScheduleState } from './schedule-state.ts'

/** The first heat, and the last, as parts of what a move by chance changes. */
const hot = 1 / 5
const cold = 1 / 20

/**
 * Moves and swaps talks by chance; a loss passes while it is small beside the heat. Leaves the state at the best
 * schedule it came by.
 *
 * Method: S. Kirkpatrick, C. D. Gelatt & M. P. Vecchi, 'Optimization by simulated annealing', Science 220, 1983, cooled
 * by a constant factor. Many short runs from new starts found the best more often than a long one.
 *
 * @param tries - how many moves are tried
 * @param stride - what a move by chance changes on average (`strideOf`)
 * @param isOver - asked every 256 moves
 * @returns how many were tried
 */
export function annealSchedule(
  state: ScheduleState,
  chance: Chance,
  tries: number,
  stride: number,
  isOver: () => boolean,
): number {
  const [talks, slots] = [state.slotOf.length, state.talkIn.length]
  const best = state.slotOf.slice()
  let bestObjective = state.objective
  const cooling = (cold / hot) ** (256 / tries)
  let heat = stride * hot
  let at = 0
  for (; at < tries; at++) {
    if (at % 256 === 255) {
      heat *= cooling
      if (isOver()) break
    }
    const talk = chance.below(talks)
    const slot = chance.below(slots)
    if (slot === state.slotOf[talk]) continue
    const objective = state.tryMove(talk, slot)
    if (objective < state.objective - heat * chance.patience()) continue
    state.move(talk, slot, objective)
    if (objective <= bestObjective) continue
    bestObjective = objective
    best.set(state.slotOf)
  }
  state.load(best)
  return at
}

/** What a move by chance changes on average, from a walk of a thousand moves that are all made. */
export function strideOf(state: ScheduleState, chance: Chance): number {
  const [talks, slots, steps] = [state.slotOf.length, state.talkIn.length, 1000]
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const [talk, slot] = [chance.below(talks), chance.below(slots)]
    if (slot === state.slotOf[talk]) continue
    const objective = state.tryMove(talk, slot)
    sum += Math.abs(objective - state.objective)
    state.move(talk, slot, objective)
  }
  return sum / steps
}
