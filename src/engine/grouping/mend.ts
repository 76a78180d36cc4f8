import type { Chance } from './chance.ts'
import { brokenRules } from './rules.ts'
import type { GroupingState } from './state.ts'

/**
 * Mends broken rules and sizes: again and again takes a group in trouble and makes the swap or move that leaves the
 * fewest rules broken, now and then one by chance. True when nothing is broken any more.
 *
 * Method: min-conflicts with random steps, S. Minton, M. Johnston, A. Philips & P. Laird, 'Minimizing conflicts: a
 * heuristic repair method for constraint satisfaction and scheduling problems', Artificial Intelligence 58, 1992.
 */
export function mend(state: GroupingState, chance: Chance, tries: number): boolean {
  const { n, groups } = state.atoms
  for (let step = 0; step < tries; step++) {
    const troubled: number[] = []
    for (let group = 0; group < groups; group++) if (troubleOf(state, group) > 0) troubled.push(group)
    if (troubled.length === 0) return brokenRules(state) === 0 && misfits(state) === 0
    const group = troubled[chance.below(troubled.length)]!
    let best = chance.below(8) === 0 ? Infinity : 1
    let ties = 0
    let chosen: [atom: number, partner: number] | undefined
    for (let other = 0; other < n; other++) {
      const elsewhere = state.groupOf[other]!
      if (elsewhere === group) continue
      for (let at = 0; at <= state.count[group]!; at++) {
        const atom = at === state.count[group] ? -1 : state.members[group * n + at]!
        for (const step of atom === -1
          ? [[other, -1 - group]]
          : [
              [atom, other],
              [atom, -1 - elsewhere],
            ]) {
          const change = best === Infinity ? 0 : changeOfTrouble(state, step[0]!, step[1]!)
          if (change > best) continue
          if (change < best && best !== Infinity) [best, ties] = [change, 0]
          if (chance.below(++ties) === 0) chosen = [step[0]!, step[1]!]
        }
      }
    }
    if (!chosen) continue
    if (chosen[1] >= 0) state.swap(...chosen)
    else state.move(chosen[0], -1 - chosen[1])
  }
  return brokenRules(state) === 0 && misfits(state) === 0
}

/** People too many or too few over all groups. */
function misfits({ size, atoms }: GroupingState): number {
  let sum = 0
  for (let group = 0; group < atoms.groups; group++)
    sum += misfit(atoms.least[group]!, size[group]!, atoms.most[group]!)
  return sum
}

const misfit = (least: number, size: number, most: number) => Math.max(0, least - size, size - most)

function troubleOf(state: GroupingState, group: number): number {
  const { atoms, held, size, count, members, gain } = state
  const { n, groups, needs, forbidden } = atoms
  let trouble = misfit(atoms.least[group]!, size[group]!, atoms.most[group]!)
  for (let share = 0; share < needs.length; share++)
    trouble += Math.max(0, needs[share]! - held[share * groups + group]!)
  for (let at = 0; at < count[group]!; at++) {
    trouble += Math.max(0, -Math.round(gain[group * n + members[group * n + at]!]! / forbidden))
  }
  return trouble
}

/** How many more rules are broken after a swap, or after a move to group -1 - `partner`. */
function changeOfTrouble(state: GroupingState, atom: number, partner: number): number {
  const { atoms, groupOf, gain, held, size } = state
  const { n, groups, needs, holds, weight, least, most, forbidden } = atoms
  const from = groupOf[atom]!
  const to = partner >= 0 ? groupOf[partner]! : -1 - partner
  const gained = partner >= 0 ? state.swapGain(atom, partner) : gain[to * n + atom]! - gain[from * n + atom]!
  let change = -Math.round(gained / forbidden)
  const people = weight[atom]! - (partner >= 0 ? weight[partner]! : 0)
  change += misfit(least[from]!, size[from]! - people, most[from]!) - misfit(least[from]!, size[from]!, most[from]!)
  change += misfit(least[to]!, size[to]! + people, most[to]!) - misfit(least[to]!, size[to]!, most[to]!)
  for (let share = 0; share < needs.length; share++) {
    const given = holds[share * n + atom]! - (partner >= 0 ? holds[share * n + partner]! : 0)
    const [need, left, joined] = [needs[share]!, held[share * groups + from]!, held[share * groups + to]!]
    change += Math.max(0, need - left + given) - Math.max(0, need - left)
    change += Math.max(0, need - joined - given) - Math.max(0, need - joined)
  }
  return change
}
