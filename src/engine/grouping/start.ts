import type { Atoms } from './atoms.ts'
import type { Chance } from './chance.ts'

/**
 * Sizes that promise most: where fit is mostly positive, as unequal as the bounds allow (a group of s has s(s-1)/2
 * pairs), otherwise as equal. Exact by dynamic programming over groups; ties fall by chance. Undefined where no sizes
 * within the bounds add up to everybody.
 */
export function promisingSizes(atoms: Atoms, chance: Chance): Int32Array | undefined {
  const { groups, least, most } = atoms
  const people = atoms.weight.reduce((sum, each) => sum + each, 0)
  let total = 0
  for (const worth of atoms.fit) if (worth > -atoms.forbidden / 2) total += worth
  const sign = total > 0 && !atoms.isWorst ? 1 : -1
  const order = chance.shuffle(Array.from({ length: groups }, (_, group) => group))
  const width = people + 1
  const best = new Float64Array((groups + 1) * width).fill(-Infinity)
  const chosen = new Int32Array((groups + 1) * width)
  best[0] = 0
  for (const [at, group] of order.entries()) {
    for (let used = 0; used <= people; used++) {
      const before = best[at * width + used]!
      if (before === -Infinity) continue
      for (let size = least[group]!; size <= most[group]! && used + size <= people; size++) {
        const next = (at + 1) * width + used + size
        const value = before + (sign * size * (size - 1)) / 2
        if (value < best[next]! || (value === best[next]! && chance.below(2) === 0)) continue
        best[next] = value
        chosen[next] = size
      }
    }
  }
  if (best[groups * width + people] === -Infinity) return undefined
  const sizes = new Int32Array(groups)
  for (let at = groups, used = people; at > 0; at--) {
    const size = chosen[at * width + used]!
    sizes[order[at - 1]!] = size
    used -= size
  }
  return sizes
}

/** Puts atoms into groups by chance, fixed ones and large ones first; undefined where one found no room. */
export function placeByChance(atoms: Atoms, sizes: Int32Array, chance: Chance): Int32Array | undefined {
  const { n, groups, weight, base } = atoms
  const room = sizes.slice()
  const spare = atoms.most.map((most, group) => most - sizes[group]!)
  const groupOf = new Int32Array(n)
  const freedom = (atom: number) => {
    let free = 0
    for (let group = 0; group < groups; group++) if (base[group * n + atom] === 0) free++
    return free
  }
  const order = chance
    .shuffle(Array.from({ length: n }, (_, atom) => [atom, freedom(atom)] as const))
    .toSorted(([a, freeA], [b, freeB]) => freeA - freeB || weight[b]! - weight[a]!)
  for (const [atom] of order) {
    const people = weight[atom]!
    const open: number[] = []
    for (const generous of [false, true]) {
      if (open.length > 0) break
      for (let group = 0; group < groups; group++) {
        const free = room[group]! + (generous ? spare[group]! : 0)
        if (free < people || base[group * n + atom]! < 0) continue
        for (let seat = 0; seat < (people > 1 ? 1 : free); seat++) open.push(group)
      }
    }
    if (open.length === 0) return undefined
    const group = open[chance.below(open.length)]!
    groupOf[atom] = group
    room[group]! -= people
  }
  return groupOf
}
