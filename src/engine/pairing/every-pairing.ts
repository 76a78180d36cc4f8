import type { CapacityProblem, PairingProblem } from './problem.ts'
import { allowedEdges } from './seats.ts'

/**
 * The best weight (and, with `maximumCardinality`, the most pairs) by trying every pairing: a yardstick for the true
 * search, for at most 20 vertices. O(2^n n) by dynamic programming over sets of vertices.
 */
export function bestOfEveryPairing(problem: PairingProblem): { weight: number; pairs: number } {
  const { n } = problem
  const weights = Array.from({ length: n }, () => new Array<number>(n).fill(-Infinity))
  for (const [u, v, weight] of problem.edges) {
    weights[u]![v] = Math.max(weights[u]![v]!, weight)
    weights[v]![u] = weights[u]![v]!
  }
  for (const [u, v] of problem.forbidden ?? []) weights[u]![v] = weights[v]![u] = -Infinity

  let settled = 0
  let pinnedWeight = 0
  for (const [u, v] of problem.pins ?? []) {
    settled |= (1 << u) | (1 << v)
    pinnedWeight += weights[u]![v]!
  }
  const known = new Map<number, { weight: number; pairs: number }>()
  function best(done: number): { weight: number; pairs: number } {
    if (done === 2 ** n - 1) return { weight: 0, pairs: 0 }
    const before = known.get(done)
    if (before) return before
    let u = 0
    while (done & (1 << u)) u++
    let found = best(done | (1 << u))
    for (let v = u + 1; v < n; v++) {
      if (done & (1 << v) || weights[u]![v] === -Infinity) continue
      const rest = best(done | (1 << u) | (1 << v))
      const candidate = { weight: rest.weight + weights[u]![v]!, pairs: rest.pairs + 1 }
      const more = problem.maximumCardinality ? candidate.pairs - found.pairs : 0
      if (more > 0 || (more === 0 && candidate.weight > found.weight)) found = candidate
    }
    known.set(done, found)
    return found
  }
  const rest = best(settled)
  return { weight: rest.weight + pinnedWeight, pairs: rest.pairs + (problem.pins?.length ?? 0) }
}

/**
 * The same where people may take several partners, by taking and leaving each edge in turn: for about 20 edges. Pins that
 * cannot be kept give -Infinity.
 */
export function bestOfEveryChoice(problem: CapacityProblem): { weight: number; pairs: number } {
  const edges = [...allowedEdges(problem).values()]
  const isPin = ([u, v]: readonly number[]) =>
    problem.pins?.some((pin) => pin.includes(u!) && pin.includes(v!)) === true
  const left = [...problem.capacities]
  function best(place: number): { weight: number; pairs: number } {
    const edge = edges[place]
    if (!edge) return { weight: 0, pairs: 0 }
    const [u, v, weight] = edge
    const without = isPin(edge) ? { weight: -Infinity, pairs: -Infinity } : best(place + 1)
    if (left[u] === 0 || left[v] === 0) return without
    left[u]!--
    left[v]!--
    const rest = best(place + 1)
    left[u]!++
    left[v]!++
    const taken = { weight: rest.weight + weight, pairs: rest.pairs + 1 }
    const more = problem.maximumCardinality ? taken.pairs - without.pairs : 0
    return more > 0 || (more === 0 && taken.weight > without.weight) ? taken : without
  }
  return best(0)
}
