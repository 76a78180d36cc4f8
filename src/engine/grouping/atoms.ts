import { GroupingClash, type GroupingProblem } from './problem.ts'

/** A problem as the search sees it: people who stay together are one atom, rules are worth more than any fit. */
export interface Atoms {
  /** Number of atoms. */
  n: number
  groups: number
  least: Int32Array
  most: Int32Array
  /** Atoms x atoms: fit less spread, and less `forbidden` where two must stay apart. */
  fit: Float64Array
  /** Groups x atoms: what an atom is worth in a group by itself, less `forbidden` where it may not be. */
  base: Float64Array
  /** Pairs inside an atom come with it. */
  inner: Float64Array
  /** People in each atom. */
  weight: Int32Array
  atomOf: Int32Array
  /** Shares x atoms: how many of a share's members an atom holds. */
  holds: Int32Array
  needs: Int32Array
  /** The price of one broken rule. */
  forbidden: number
  /** The least fit of two atoms that may meet, and how far fits lie apart (their standard deviation). */
  lowest: number
  scale: number
  isWorst: boolean
  /** Whether there are rules beside sizes. */
  isBound: boolean
}

/**
 * Joins people who stay together and writes every other rule into the matrices. Spread needs no machinery of its own:
 * the squared sum of a group's deviations is a sum over its pairs, so it becomes part of their fit.
 *
 * @throws GroupingClash where a rule contradicts another outright
 */
export function joinAtoms(problem: GroupingProblem): Atoms {
  const { n: people, sizes } = problem
  const atomOf = nameAtoms(problem)
  const n = Math.max(...atomOf) + 1
  const groups = sizes.length
  const pairs = pairWorth(problem)
  const fit = new Float64Array(n * n)
  const inner = new Float64Array(n)
  const weight = new Int32Array(n)
  let largest = 0
  for (let i = 0; i < people; i++) {
    weight[atomOf[i]!]!++
    for (let j = 0; j < people; j++) {
      if (i === j) continue
      const [u, v, worth] = [atomOf[i]!, atomOf[j]!, pairs[i * people + j]!]
      if (u === v) inner[u]! += worth / 2
      else fit[u * n + v]! += worth
    }
  }
  for (const worth of fit) largest = Math.max(largest, Math.abs(worth))
  const forbidden = 4 * people * largest + 1
  const banned = new Uint8Array(n * n)
  for (const [one, other] of problem.apart ?? []) {
    const [u, v] = [atomOf[one]!, atomOf[other]!]
    if (u === v) throw new GroupingClash(`${one} and ${other} must stay together and must stay apart.`)
    banned[u * n + v] = banned[v * n + u] = 1
  }
  let [lowest, count, sum, squares] = [Infinity, 0, 0, 0]
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      if (banned[u * n + v]) continue
      const worth = fit[u * n + v]!
      lowest = Math.min(lowest, worth)
      count++
      sum += worth
      squares += worth * worth
    }
  }
  for (let at = 0; at < n * n; at++) if (banned[at]) fit[at]! -= forbidden

  const base = new Float64Array(groups * n)
  const place = new Map<number, number>()
  for (const [person, group] of problem.fixed ?? []) {
    const atom = atomOf[person]!
    const before = place.get(atom)
    if (before !== undefined && before !== group) {
      throw new GroupingClash(
        `Person ${person}, or somebody who stays with them, is fixed in group ${before} and in group ${group}.`,
      )
    }
    place.set(atom, group)
  }
  for (const [atom, group] of place) {
    for (let other = 0; other < groups; other++) if (other !== group) base[other * n + atom]! -= forbidden
  }
  const shares = problem.shares ?? []
  const holds = new Int32Array(shares.length * n)
  for (const [share, { members }] of shares.entries()) for (const who of members) holds[share * n + atomOf[who]!]!++
  const variance = count > 0 ? squares / count - (sum / count) ** 2 : 0
  return {
    n,
    groups,
    least: Int32Array.from(sizes, ([least]) => least),
    most: Int32Array.from(sizes, ([, most]) => Math.min(most, people)),
    fit,
    base,
    inner,
    weight,
    atomOf,
    holds,
    needs: Int32Array.from(shares, ({ least }) => least),
    forbidden,
    lowest: count > 0 ? lowest : 0,
    scale: Math.sqrt(Math.max(0, variance)),
    isWorst: problem.objective === 'worst',
    isBound: n < people || place.size > 0 || shares.length > 0 || banned.includes(1),
  }
}

/** The worth of each two people: their fit, less what they add to the unevenness of traits. */
export function pairWorth(problem: GroupingProblem): Float64Array {
  const { n, fit } = problem
  const worth = Float64Array.from(fit)
  for (const { values, weight } of problem.spread ?? []) {
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) worth[i * n + j]! -= 2 * weight * (values[i]! - mean) * (values[j]! - mean)
    }
  }
  return worth
}

/** For each person the number of the atom, by the lowest person of each. */
function nameAtoms({ n, together = [] }: GroupingProblem): Int32Array {
  const head = Int32Array.from({ length: n }, (_, person) => person)
  const find = (person: number): number => {
    let at = person
    while (head[at] !== at) at = head[at]!
    return at
  }
  for (const all of together) {
    for (const person of all) {
      const [one, other] = [find(all[0]!), find(person)]
      head[Math.max(one, other)] = Math.min(one, other)
    }
  }
  const number = new Map<number, number>()
  return head.map((_, person) => {
    const found = find(person)
    if (!number.has(found)) number.set(found, number.size)
    return number.get(found)!
  })
}
