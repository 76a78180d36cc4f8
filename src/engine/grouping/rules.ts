import type { GroupingState } from './state.ts'

/** Whether two atoms may change places: sizes stay within bounds, and no group lacks more of a share than before. */
export function canSwap(state: GroupingState, i: number, j: number): boolean {
  const { atoms, groupOf } = state
  const { weight, holds, needs, n } = atoms
  const [a, b] = [groupOf[i]!, groupOf[j]!]
  if (weight[i] !== weight[j] && !fits(state, a, b, weight[i]! - weight[j]!)) return false
  for (let share = 0; share < needs.length; share++) {
    const given = holds[share * n + i]! - holds[share * n + j]!
    if (given !== 0 && lacks(state, share, a, b, given)) return false
  }
  return true
}

/** Whether an atom may leave its group for another. */
export function canMove(state: GroupingState, i: number, to: number): boolean {
  const { atoms, groupOf } = state
  const { weight, holds, needs, n } = atoms
  const from = groupOf[i]!
  if (from === to || !fits(state, from, to, weight[i]!)) return false
  for (let share = 0; share < needs.length; share++) {
    const given = holds[share * n + i]!
    if (given !== 0 && lacks(state, share, from, to, given)) return false
  }
  return true
}

/** How many rules are broken: pairs that must be apart, atoms in the wrong group, and members short of a share. */
export function brokenRules(state: GroupingState): number {
  const { atoms, gain, groupOf, held } = state
  let broken = 0
  for (let atom = 0; atom < atoms.n; atom++) {
    const at = groupOf[atom]! * atoms.n + atom
    const [all, alone] = [gain[at]!, atoms.base[at]!]
    broken += Math.max(0, Math.round((alone - all) / atoms.forbidden)) / 2 - Math.round(alone / atoms.forbidden)
  }
  return broken + missing(held, atoms.needs, atoms.groups)
}

function missing(held: Int32Array, needs: Int32Array, groups: number): number {
  let short = 0
  for (let at = 0; at < held.length; at++) short += Math.max(0, needs[Math.floor(at / groups)]! - held[at]!)
  return short
}

function fits({ size, atoms }: GroupingState, from: number, to: number, people: number): boolean {
  const [left, joined] = [size[from]! - people, size[to]! + people]
  return (
    left >= atoms.least[from]! && left <= atoms.most[from]! && joined >= atoms.least[to]! && joined <= atoms.most[to]!
  )
}

function lacks({ held, atoms }: GroupingState, share: number, from: number, to: number, given: number): boolean {
  const [loser, left] = given > 0 ? [from, given] : [to, -given]
  return held[share * atoms.groups + loser]! - left < atoms.needs[share]!
}
