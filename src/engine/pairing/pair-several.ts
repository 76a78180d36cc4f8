import { pair } from './pair.ts'
import { type CapacityPairing, type CapacityProblem, checkEnds, pairKey, soundProblem } from './problem.ts'
import { allowedEdges, seatProblem } from './seats.ts'

/**
 * Finds the choice of pairs of the greatest total weight where each person may take several partners, each once, exactly:
 * the best pairing of their seats (see `seatProblem`), whose certificate proves it.
 *
 * @throws RangeError in one sentence as `pair` does, or for capacities that are no whole numbers, or pins beyond them
 * @example pairSeveral({ n: 3, edges: [[0, 1, 5], [0, 2, 4], [1, 2, 1]], capacities: [2, 1, 1] }).pairs // [[0, 1], [0, 2]]
 */
export function pairSeveral(problem: CapacityProblem): CapacityPairing {
  checkCapacities(problem)
  const seats = seatProblem(problem)
  const found = pair(seats)
  const { people, edgesWithDoors } = seats
  const pairs = [...new Map((problem.pins ?? []).map(([u, v]) => [pairKey(problem.n, u, v), sorted(u, v)])).values()]
  for (let seat = 0; seat < people.length; seat++) {
    const other = found.mate[seat]!
    if (other > seat && other < people.length) pairs.push(sorted(people[seat]!, people[other]!))
  }
  for (const [index, [u, v]] of edgesWithDoors.entries()) {
    const door = people.length + 2 * index
    const [one, other] = [found.mate[door]!, found.mate[door + 1]!]
    if (one !== -1 && other !== -1 && one !== door + 1) pairs.push(sorted(u, v))
  }
  pairs.sort(([a, b], [c, d]) => a - c || b - d)
  const allowed = allowedEdges(problem)
  const weight = pairs.reduce((sum, [u, v]) => sum + allowed.get(pairKey(problem.n, u, v))![2], 0)
  return {
    weight,
    pairs,
    get certificate() {
      return found.certificate
    },
  }
}

function sorted(u: number, v: number): [number, number] {
  return u < v ? [u, v] : [v, u]
}

function checkCapacities(problem: CapacityProblem): void {
  const { n, edges, capacities } = problem
  soundProblem({ n, edges, forbidden: problem.forbidden ?? [] })
  if (capacities.length !== n) throw new RangeError(`There are ${capacities.length} capacities for ${n} vertices.`)
  for (const [vertex, capacity] of capacities.entries()) {
    if (!(Number.isInteger(capacity) && capacity >= 0)) {
      throw new RangeError(`The capacity of vertex ${vertex} is ${capacity}, which is not a whole number from 0.`)
    }
  }
  const pins = new Map<number, readonly [number, number]>()
  for (const [u, v] of problem.pins ?? []) {
    checkEnds(n, u, v, 'The pin')
    pins.set(pairKey(n, u, v), [u, v])
  }
  const allowed = allowedEdges(problem)
  const banned = new Set((problem.forbidden ?? []).map(([u, v]) => pairKey(n, u, v)))
  const partners = new Int32Array(n)
  for (const [key, [u, v]] of pins) {
    if (banned.has(key)) throw new RangeError(`The pair ${u}-${v} is both pinned and forbidden.`)
    if (!allowed.has(key)) throw new RangeError(`The pin ${u}-${v} is not among the edges.`)
    for (const vertex of [u, v]) {
      if (++partners[vertex]! > capacities[vertex]!) {
        throw new RangeError(`Vertex ${vertex} is pinned to more partners than ${capacities[vertex]}.`)
      }
    }
  }
}
