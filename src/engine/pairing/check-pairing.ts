import { cardinalityShift, type Pairing, type PairingProblem } from './problem.ts'

export type PairingVerdict = { optimal: true } | { optimal: false; why: string }

/**
 * Proves a pairing optimal from its certificate alone, or says what is wrong with it. Knows nothing of the search.
 *
 * Method: linear programming duality with complementary slackness, J. Edmonds 1965. With doubled duals y (vertices)
 * and z (odd sets), the pairing is optimal when all are at least 0, every edge has y + y + z >= 2 weight, every edge
 * taken has equality, every vertex left alone has y = 0, and every set with z > 0 is paired inside but for one vertex.
 * With `maximumCardinality` the same is asked of the weights raised by `cardinalityShift`. O(n + m * depth of sets).
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
  const rest = problem.edges.filter(([u, v]) => !pinned.has(u) && !pinned.has(v) && !banned.has(key(u, v)))
  let [least, most] = [Infinity, -Infinity]
  for (const [, , weight] of rest) [least, most] = [Math.min(least, weight), Math.max(most, weight)]
  const shift = problem.maximumCardinality && rest.length > 0 ? cardinalityShift(n, least, most) : 0

  if (mate.length !== n) return wrong(`There are ${mate.length} partners for ${n} vertices.`)
  const pairs: string[] = []
  let weight = 0
  for (let v = 0; v < n; v++) {
    const other = mate[v]!
    if (other === -1) continue
    if (mate[other] !== v) return wrong(`Vertex ${v} is paired with ${other}, but not the other way round.`)
    if (!worth.has(key(v, other))) return wrong(`The pair ${v}-${other} is not allowed.`)
    if (other <= v) continue
    pairs.push(`${v}-${other}`)
    weight += worth.get(key(v, other))!
  }
  if (weight !== result.weight) return wrong(`The pairs weigh ${weight}, not ${result.weight}.`)
  if (pairs.join() !== result.pairs.map((each) => each.join('-')).join()) return wrong('Pairs and partners differ.')
  for (const [u, v] of pinned) if (mate[u] !== v) return wrong(`The pin ${u}-${v} was not kept.`)

  const y = result.certificate.vertexDuals.map((dual) => dual + shift)
  if (y.length !== n) return wrong(`There are ${y.length} duals for ${n} vertices.`)
  for (let v = 0; v < n; v++) {
    if (pinned.has(v)) continue
    if (!(y[v]! >= 0)) return wrong(`The dual of vertex ${v} is below 0.`)
    if (mate[v] === -1 && y[v] !== 0) return wrong(`Vertex ${v} is left alone although its dual is not 0.`)
  }
  const setsOf = new Map<number, Set<number>>()
  for (const [index, { vertices, dual }] of result.certificate.blossoms.entries()) {
    const members = new Set(vertices)
    if (!(dual >= 0)) return wrong(`The dual of blossom ${index} is below 0.`)
    if (members.size % 2 === 0 || members.size !== vertices.length) return wrong(`Blossom ${index} is no odd set.`)
    const inside = vertices.filter((v) => members.has(mate[v]!)).length
    if (dual > 0 && inside !== vertices.length - 1) return wrong(`Blossom ${index} is not paired inside.`)
    for (const v of vertices) setsOf.set(v, (setsOf.get(v) ?? new Set()).add(index))
  }
  for (const [u, v, value] of rest) {
    let slack = y[u]! + y[v]! - 2 * (value + shift)
    for (const set of setsOf.get(u) ?? []) {
      if (setsOf.get(v)?.has(set)) slack += result.certificate.blossoms[set]!.dual
    }
    if (!(slack >= 0)) return wrong(`The edge ${u}-${v} costs more than its duals allow.`)
    if (mate[u] === v && value === worth.get(key(u, v)) && slack !== 0) {
      return wrong(`The pair ${u}-${v} is taken although it is not tight.`)
    }
  }
  return { optimal: true }
}
