import { cardinalityShift, type PairingCertificate, type PairingProblem } from './problem.ts'

/**
 * Says why a certificate does not prove that no pairing of a problem weighs more than so much (with `maximumCardinality`:
 * or has more pairs), or undefined where it does. Pins and bans are none of its business: the problem must be without.
 *
 * Method: weak duality, J. Edmonds 1965. Doubled duals y (vertices) and z (odd sets), all at least 0, bound every pairing
 * where each edge has y + y + z >= 2 weight: none weighs more than half of the sum of all y and of z (size - 1) / 2.
 *
 * With `maximumCardinality` the same is asked of weights that are raised by minus the least y, which must be so large that
 * one more pair outweighs everything. Where nobody is left over, no pairing has more pairs, and y may have any sign.
 *
 * @param outside vertices without any edge, whatever their duals
 */
export function whyUnproved(
  problem: Pick<PairingProblem, 'n' | 'edges' | 'maximumCardinality'>,
  outside: ReadonlySet<number>,
  { vertexDuals, blossoms }: PairingCertificate,
  claim: { weight: number; pairs: number },
): string | undefined {
  const { n, edges } = problem
  if (vertexDuals.length !== n) return `There are ${vertexDuals.length} duals for ${n} vertices.`
  const inside = vertexDuals
    .keys()
    .filter((v) => !outside.has(v))
    .toArray()
  const odd = inside.find((v) => !Number.isSafeInteger(vertexDuals[v]))
  if (odd !== undefined) return `The dual of vertex ${odd} is no whole number.`

  const isFull = problem.maximumCardinality === true && 2 * claim.pairs === inside.length
  const isRaised = problem.maximumCardinality === true && !isFull
  const shift = isRaised ? -inside.reduce((least, v) => Math.min(least, vertexDuals[v]!), 0) : 0
  if (isRaised && shift < shiftFor(inside.length, edges)) return 'The duals do not weigh one more pair enough.'
  const below = isFull ? undefined : inside.find((v) => vertexDuals[v]! + shift < 0)
  if (below !== undefined) return `The dual of vertex ${below} is below 0.`

  let bound = inside.reduce((sum, v) => sum + BigInt(vertexDuals[v]! + shift), 0n)
  const setsOf = new Map<number, Set<number>>()
  for (const [index, { vertices, dual }] of blossoms.entries()) {
    if (!(Number.isSafeInteger(dual) && dual >= 0)) return `The dual of blossom ${index} is below 0.`
    const size = new Set(vertices).size
    if (size % 2 === 0 || size !== vertices.length) return `Blossom ${index} is no odd set.`
    bound += BigInt(dual) * BigInt((size - 1) / 2)
    for (const v of vertices) setsOf.set(v, (setsOf.get(v) ?? new Set()).add(index))
  }
  for (const [u, v, weight] of edges) {
    let slack = vertexDuals[u]! + vertexDuals[v]! - 2 * weight
    for (const set of setsOf.get(u) ?? []) if (setsOf.get(v)?.has(set)) slack += blossoms[set]!.dual
    if (!(slack >= 0)) return `The edge ${u}-${v} costs more than its duals allow.`
  }
  const room = bound - 2n * (BigInt(claim.weight) + BigInt(shift) * BigInt(claim.pairs))
  return room === 0n ? undefined : `The certificate leaves room for pairs that weigh ${Number(room) / 2} more.`
}

function shiftFor(n: number, edges: PairingProblem['edges']): number {
  let [least, most] = [Infinity, -Infinity]
  for (const [, , weight] of edges) [least, most] = [Math.min(least, weight), Math.max(most, weight)]
  return edges.length > 0 ? cardinalityShift(n, least, most) : 0
}
