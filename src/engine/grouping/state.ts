import type { Atoms } from './atoms.ts'

/**
 * A grouping with what every atom would gain from every group, kept up to date: `gain[g * n + i]` is the fit of atom i
 * with the members of g and its base there. A swap costs O(n), the judgement of one O(1).
 *
 * Method: the matrix of M. Gallego, M. Laguna, R. Martí & A. Duarte, 'Tabu search with strategic oscillation for the
 * maximally diverse grouping problem', Journal of the Operational Research Society 64, 2013; here a row a group, so
 * that a swap reads and writes whole rows.
 */
export class GroupingState {
  readonly atoms: Atoms
  readonly groupOf: Int32Array
  readonly gain: Float64Array
  /** People in each group, atoms in each group, and those atoms: `members[g * n + 0 .. count[g]-1]`. */
  readonly size: Int32Array
  readonly count: Int32Array
  readonly members: Int32Array
  private readonly place: Int32Array
  /** Sum of worth within each group, and the members of each share in it: `held[share * groups + g]`. */
  readonly within: Float64Array
  readonly held: Int32Array
  /** When each group changed last. */
  readonly changed: Int32Array
  tick = 0
  /** Swaps and moves since `mark`: atom and its partner, or atom and -1 - the group it left. */
  private readonly journal: number[] = []

  constructor(atoms: Atoms) {
    const { n, groups } = atoms
    this.atoms = atoms
    this.groupOf = new Int32Array(n)
    this.gain = new Float64Array(groups * n)
    this.size = new Int32Array(groups)
    this.count = new Int32Array(groups)
    this.members = new Int32Array(groups * n)
    this.place = new Int32Array(n)
    this.within = new Float64Array(groups)
    this.held = new Int32Array(atoms.needs.length * groups)
    this.changed = new Int32Array(groups)
  }

  /** Takes over a whole grouping and reckons everything afresh. */
  load(groupOf: Int32Array): void {
    const { n, groups, fit, base, weight, inner, holds, needs } = this.atoms
    this.groupOf.set(groupOf)
    for (const array of [this.size, this.count, this.held]) array.fill(0)
    this.gain.set(base)
    this.within.fill(0)
    for (let atom = 0; atom < n; atom++) {
      const group = groupOf[atom]!
      const row = group * n
      this.size[group]! += weight[atom]!
      this.place[atom] = this.count[group]!
      this.members[row + this.count[group]!++] = atom
      for (let other = 0; other < n; other++) this.gain[row + other]! += fit[atom * n + other]!
      for (let share = 0; share < needs.length; share++) this.held[share * groups + group]! += holds[share * n + atom]!
    }
    for (let atom = 0; atom < n; atom++) {
      const at = groupOf[atom]! * n + atom
      this.within[groupOf[atom]!]! += inner[atom]! + (this.gain[at]! + base[at]!) / 2
    }
    this.changed.fill(++this.tick)
    this.journal.length = 0
  }

  /** The sum of worth, broken rules (but for shares) counted at their price. */
  get value(): number {
    let sum = 0
    for (const part of this.within) sum += part
    return sum
  }

  /** What the sum gains by swapping atoms of two groups. */
  swapGain(i: number, j: number): number {
    const { n, fit } = this.atoms
    const [a, b] = [this.groupOf[i]! * n, this.groupOf[j]! * n]
    return this.gain[b + i]! - this.gain[a + i]! + this.gain[a + j]! - this.gain[b + j]! - 2 * fit[i * n + j]!
  }

  swap(i: number, j: number): void {
    this.journal.push(i, j)
    this.exchange(i, j)
  }

  move(i: number, to: number): void {
    this.journal.push(i, -1 - this.groupOf[i]!)
    this.carry(i, to)
  }

  /** From here on `undo` leads back. */
  mark(): void {
    this.journal.length = 0
  }

  undo(): void {
    for (let at = this.journal.length - 2; at >= 0; at -= 2) {
      const [atom, other] = [this.journal[at]!, this.journal[at + 1]!]
      if (other >= 0) this.exchange(atom, other)
      else this.carry(atom, -1 - other)
    }
    this.journal.length = 0
  }

  private exchange(i: number, j: number): void {
    const { gain, groupOf, members, place, within, size } = this
    const { n, fit, weight, inner } = this.atoms
    const [a, b] = [groupOf[i]!, groupOf[j]!]
    const [rowA, rowB, fitI, fitJ] = [a * n, b * n, i * n, j * n]
    const between = fit[fitI + j]!
    within[a]! += gain[rowA + j]! - between - gain[rowA + i]! + inner[j]! - inner[i]!
    within[b]! += gain[rowB + i]! - between - gain[rowB + j]! + inner[i]! - inner[j]!
    const heavier = weight[j]! - weight[i]!
    size[a]! += heavier
    size[b]! -= heavier
    groupOf[i] = b
    groupOf[j] = a
    const kept = place[i]!
    members[rowA + kept] = j
    members[rowB + place[j]!] = i
    place[i] = place[j]!
    place[j] = kept
    for (let k = 0; k < n; k++) {
      const change = fit[fitJ + k]! - fit[fitI + k]!
      gain[rowA + k]! += change
      gain[rowB + k]! -= change
    }
    this.countShares(i, a, b)
    this.countShares(j, b, a)
    this.changed[a] = this.changed[b] = ++this.tick
  }

  private carry(i: number, b: number): void {
    const { gain, groupOf, members, place, count, within, size } = this
    const { n, fit, weight, inner } = this.atoms
    const a = groupOf[i]!
    const [rowA, rowB, fitI] = [a * n, b * n, i * n]
    within[a]! -= gain[rowA + i]! + inner[i]!
    within[b]! += gain[rowB + i]! + inner[i]!
    size[a]! -= weight[i]!
    size[b]! += weight[i]!
    groupOf[i] = b
    const last = members[rowA + --count[a]!]!
    members[rowA + place[i]!] = last
    place[last] = place[i]!
    place[i] = count[b]!
    members[rowB + count[b]!++] = i
    for (let k = 0; k < n; k++) {
      const change = fit[fitI + k]!
      gain[rowA + k]! -= change
      gain[rowB + k]! += change
    }
    this.countShares(i, a, b)
    this.changed[a] = this.changed[b] = ++this.tick
  }

  private countShares(atom: number, from: number, to: number): void {
    const { n, groups, holds, needs } = this.atoms
    for (let share = 0; share < needs.length; share++) {
      this.held[share * groups + from]! -= holds[share * n + atom]!
      this.held[share * groups + to]! += holds[share * n + atom]!
    }
  }
}
