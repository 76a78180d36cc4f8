import type { Atoms } from './atoms.ts'
import type { Objective } from './climb.ts'
import type { GroupingState } from './state.ts'

/** How steeply the worst group outweighs the others. */
const POWER = 8

/**
 * Lifts the worst group first: every group counts by the mean fit of its pairs, so that sizes compare, and the lower
 * its mean the more it weighs. The score is the negative harmonic sum of the means' eighth powers, which comes close to
 * comparing the worst groups, then the second worst, and so on, and yet tells each single swap good from bad.
 *
 * @example worstFirst(atoms).value(state) // 0 is the best thinkable, -1 each group at the level of an average pair
 */
export function worstFirst(atoms: Atoms): Objective {
  const { n, fit, inner, weight, lowest } = atoms
  const floor = lowest - atoms.scale - 1e-9
  const typical = Math.max(atoms.scale, 1e-9) * 2

  function costOf(within: number, people: number): number {
    if (people < 2) return 0
    const mean = within / ((people * (people - 1)) / 2)
    if (mean <= floor) return 1e15 * (1 + (floor - mean) / typical)
    return Math.min(1e15, (typical / (mean - floor)) ** POWER)
  }
  function change(state: GroupingState, a: number, b: number, ofA: number, ofB: number, heavier: number): number {
    const { within, size } = state
    const before = costOf(within[a]!, size[a]!) + costOf(within[b]!, size[b]!)
    return before - costOf(within[a]! + ofA, size[a]! + heavier) - costOf(within[b]! + ofB, size[b]! - heavier)
  }
  return {
    value(state) {
      let cost = 0
      for (let group = 0; group < atoms.groups; group++) cost += costOf(state.within[group]!, state.size[group]!)
      return -cost
    },
    swapGain(state, i, j) {
      const { gain, groupOf } = state
      const [a, b, between] = [groupOf[i]!, groupOf[j]!, fit[i * n + j]!]
      const ofA = gain[a * n + j]! - between - gain[a * n + i]! + inner[j]! - inner[i]!
      const ofB = gain[b * n + i]! - between - gain[b * n + j]! + inner[i]! - inner[j]!
      return change(state, a, b, ofA, ofB, weight[j]! - weight[i]!)
    },
    moveGain(state, i, to) {
      const { gain, groupOf } = state
      const from = groupOf[i]!
      return change(state, from, to, -gain[from * n + i]! - inner[i]!, gain[to * n + i]! + inner[i]!, -weight[i]!)
    },
  }
}
