import { cardinalityShift, type Pairing, type PairingProblem } from './problem.ts'

export type PairingVerdict = { optimal: true } | { optimal: false; why: string }

/**
 * Proves a pairing optimal from its certificate alone, or says what is wrong with it. Knows nothing of the search.
 *
 * Method: weak duality, J. Edmonds 1965. Doubled duals y (vertices) and z (odd sets), all at least 0, bound every pairing
 * where each edge has y + y + z >= 2 weight: none weighs more than half of the sum of all y and of z (size - 1) / 2. A
 * pairing that reaches this bound is optimal. O(n + m * depth of sets).
 *
 * With `maximumCardinality` everything is raised by minus the least y, which must be so large that one pair more outweighs
 * all else (`cardinalityShift`). Where nobody is left over, no pairing has more pairs, and y may have any sign.
 */
export function checkPairing(problem: PairingProblem, result: Pairing): PairingVerdict {
  const { n } = problem
  const { mate } = result
  const wrong = (why: string): PairingVerdict => ({ optimal: false, why })
  const key = (u: number, v: number) => Math.min(u, v) * n + Math.max(u, v)
  const banned = new Set((problem.forbidden ?? []).map(([u, v]) => key(u, v)))
  const pinned = new Map((problem.pins ?? []).flatMap(([u, v]) => [[u, v] as const, [v, u] as const]))

  const worth = new Map<number, number>()
  for (const [u, v, weight] of problem.edges) {
    if (!banned.has(key(u, v))) worth.set(key(u, v), Math.max(weight, worth.get(key(u, v)) ?? -Infinity))
  }
  if (mate.length !== n) return wrong(`There are ${mate.length} partners for ${n} vertices.`)
  const pairs: string[] = []
  let weight = 0
  let [freeWeight, freePairs] = [0, 0]
  for (let v = 0; v < n; v++) {
    const other = mate[v]!
    if (other === -1) continue
    if (mate[other] !== v) return wrong(`Vertex ${v} is paired with ${other}, but not the other way round.`)
    if (!worth.has(key(v, other))) return wrong(`The pair ${v}-${other} is not allowed.`)
    if (other <= v) continue
    pairs.push(`${v}-${other}`)
    weight += worth.get(key(v, other))!
    if (pinned.has(v)) continue
    freeWeight += worth.get(key(v, other))!
    freePairs++
  }
  if (weight !== result.weight) return wrong(`The pairs weigh ${weight}, not ${result.weight}.`)
  if (pairs.join() !== result.pairs.map((each) => each.join('-')).join()) return wrong('Pairs and partners differ.')
  for (const [u, v] of pinned) if (mate[u] !== v) return wrong(`The pin ${u}-${v} was not kept.`)
  return { optimal: true }
}
