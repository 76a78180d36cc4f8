import type { Chance } from './chance.ts'
import { mend } from './mend.ts'
import { brokenRules, canMove, canSwap } from './rules.ts'
import type { GroupingState } from './state.ts'

/** Disturbs a grouping by so many swaps and moves by chance, none of which breaks a rule. Returns what the sum lost. */
export function shake(state: GroupingState, steps: number, chance: Chance): number {
  const { atoms, groupOf } = state
  const { n, groups, forbidden } = atoms
  const hasRoom = atoms.least.some((least, group) => least < atoms.most[group]!)
  const hasPairs = atoms.weight.some((people) => people > 1)
  const before = state.value
  let left = steps
  for (let tries = 0; left > 0 && tries < 20 * steps; tries++) {
    const i = chance.below(n)
    if (hasRoom && chance.below(2 * groups + n) < 2 * groups) {
      const to = chance.below(groups)
      const gained = state.gain[to * n + i]! - state.gain[groupOf[i]! * n + i]!
      if (gained < -forbidden / 2 || !canMove(state, i, to)) continue
      state.move(i, to)
    } else {
      const j = chance.below(n)
      if (groupOf[i] === groupOf[j]) continue
      if (hasPairs && atoms.weight[i] !== atoms.weight[j] && exchangeMany(state, i, groupOf[j]!, chance)) {
        left--
        continue
      }
      if (state.swapGain(i, j) < -forbidden / 2 || !canSwap(state, i, j)) continue
      state.swap(i, j)
    }
    left--
  }
  return before - state.value
}

/**
 * Swaps by chance without regard to rules, then mends them: the way across where no single step keeps every rule.
 * False where that did not succeed.
 */
export function leap(state: GroupingState, steps: number, chance: Chance): boolean {
  const { n } = state.atoms
  for (let step = 0; step < steps; step++) {
    const [i, j] = [chance.below(n), chance.below(n)]
    if (state.groupOf[i] !== state.groupOf[j]) state.swap(i, j)
  }
  return mend(state, chance, n <= 24 ? 60 : 10)
}

/** Exchanges a larger atom for as many people of another group; back again where that breaks a rule. */
function exchangeMany(state: GroupingState, atom: number, to: number, chance: Chance): boolean {
  const { atoms, groupOf, members, count } = state
  const from = groupOf[atom]!
  if (atoms.weight[atom]! < 2) return false
  let people = atoms.weight[atom]!
  const others: number[] = []
  for (const at of chance.shuffle(Array.from({ length: count[to]! }, (_, index) => index))) {
    const other = members[to * atoms.n + at]!
    if (atoms.weight[other]! > people) continue
    people -= atoms.weight[other]!
    others.push(other)
  }
  state.move(atom, to)
  for (const other of others) state.move(other, from)
  const fits = [from, to].every(
    (group) => state.size[group]! >= atoms.least[group]! && state.size[group]! <= atoms.most[group]!,
  )
  if (fits && brokenRules(state) === 0) return true
  for (const other of others) state.move(other, to)
  state.move(atom, from)
  return false
}
