import { canMove, canSwap } from './rules.ts'
import type { GroupingState } from './state.ts'
import { worstFirst } from './worst-first.ts'

/** How well a grouping does and what single steps would bring. */
export interface Objective {
  value(state: GroupingState): number
  swapGain(state: GroupingState, i: number, j: number): number
  moveGain(state: GroupingState, i: number, to: number): number
}

/** The sum of worth within groups. */
export const sumOfFit: Objective = {
  value: (state) => state.value,
  swapGain: (state, i, j) => state.swapGain(i, j),
  moveGain({ gain, groupOf, atoms }, i, to) {
    return gain[to * atoms.n + i]! - gain[groupOf[i]! * atoms.n + i]!
  },
}

/**
 * Climbs from the state to one that no swap and no move betters. Pairs of groups are looked at in turn, and again only
 * once one of them changed.
 *
 * Method: local search over swaps and insertions, X. Lai & J.-K. Hao, 'Iterated maxima search for the maximally diverse
 * grouping problem', European Journal of Operational Research 254(3), 2016, with the neighbourhood cut into pairs of
 * groups as in X. Lai, J.-K. Hao, Z.-H. Fu & D. Yue, 'Neighborhood decomposition based variable neighborhood search and
 * tabu search for maximally diverse grouping', European Journal of Operational Research 289(3), 2021.
 *
 * @example climb(state) // state.value is now a local maximum
 */
export class Climber {
  private readonly state: GroupingState
  private readonly objective: Objective
  private readonly seen: Int32Array
  private readonly offers: Float64Array
  private readonly hasRules: boolean
  private readonly hasRoom: boolean
  private readonly least: number

  constructor(state: GroupingState) {
    const { atoms } = state
    this.state = state
    this.objective = atoms.isWorst ? worstFirst(atoms) : sumOfFit
    this.seen = new Int32Array(atoms.groups ** 2)
    this.offers = new Float64Array(atoms.n)
    this.hasRules = atoms.needs.length > 0 || atoms.weight.some((people) => people > 1)
    this.hasRoom = atoms.least.some((least, group) => least < atoms.most[group]!)
    this.least = 1e-14 * atoms.forbidden + (atoms.isWorst ? 1e-12 : 1e-9 * atoms.scale)
  }

  get score(): number {
    return this.objective.value(this.state)
  }

  climb(): void {
    const { changed, atoms } = this.state
    const { groups } = atoms
    for (let again = true; again;) {
      again = false
      for (let a = 0; a < groups; a++) {
        for (let b = a + 1; b < groups; b++) {
          const seen = this.seen[a * groups + b]!
          if (changed[a]! <= seen && changed[b]! <= seen) continue
          const now = this.state.tick
          if (this.improve(a, b)) again = true
          else this.seen[a * groups + b] = now
        }
      }
    }
  }

  private improve(a: number, b: number): boolean {
    let better = false
    if (this.hasRoom) {
      better = this.moveAll(a, b)
      better = this.moveAll(b, a) || better
    }
    const swapped = this.state.atoms.isWorst ? this.swapJudged(a, b) : this.swapSums(a, b)
    return swapped || better
  }

  private moveAll(a: number, b: number): boolean {
    const { state, objective } = this
    const { n, least, most } = state.atoms
    let better = false
    for (let at = 0; at < state.count[a]!; at++) {
      if (state.size[a]! <= least[a]! || state.size[b]! >= most[b]!) break
      const i = state.members[a * n + at]!
      if (!canMove(state, i, b) || !(objective.moveGain(state, i, b) > this.least)) continue
      state.move(i, b)
      better = true
      at--
    }
    return better
  }

  /** Plain sums: what b's members would gain in a is reckoned once, and rows that cannot win are passed over. */
  private swapSums(a: number, b: number): boolean {
    const { state, offers, least, hasRules } = this
    const { gain, members, count } = state
    const { n, fit, lowest } = state.atoms
    const [rowA, rowB] = [a * n, b * n]
    const [ofA, ofB] = [count[a]!, count[b]!]
    let better = false
    let stale = true
    let top = 0
    for (let at = 0; at < ofA; at++) {
      if (stale) {
        stale = false
        top = -Infinity
        for (let to = 0; to < ofB; to++) {
          const j = members[rowB + to]!
          const offer = gain[rowA + j]! - gain[rowB + j]!
          offers[to] = offer
          if (offer > top) top = offer
        }
        top -= 2 * lowest
      }
      const i = members[rowA + at]!
      const wish = gain[rowB + i]! - gain[rowA + i]!
      if (wish + top <= least) continue
      let best = least
      let partner = -1
      for (let to = 0; to < ofB; to++) {
        const j = members[rowB + to]!
        const found = wish + offers[to]! - 2 * fit[i * n + j]!
        if (found > best && (!hasRules || canSwap(state, i, j))) {
          best = found
          partner = j
        }
      }
      if (partner === -1) continue
      state.swap(i, partner)
      better = stale = true
    }
    return better
  }

  private swapJudged(a: number, b: number): boolean {
    const { state, objective } = this
    const { members, count } = state
    const { n } = state.atoms
    let better = false
    for (let at = 0; at < count[a]!; at++) {
      const i = members[a * n + at]!
      let best = this.least
      let partner = -1
      for (let to = 0; to < count[b]!; to++) {
        const j = members[b * n + to]!
        const found = objective.swapGain(state, i, j)
        if (found > best && canSwap(state, i, j)) {
          best = found
          partner = j
        }
      }
      if (partner === -1) continue
      state.swap(i, partner)
      better = true
    }
    return better
  }
}
