import { type CapacityProblem, pairKey, type PairingProblem } from './problem.ts'

/** A problem in which everybody takes at most one partner, and how its pairs stand for those of another. */
export interface SeatProblem extends PairingProblem {
  /** Whom a seat belongs to; the vertices after the last seat are doors. */
  people: Int32Array
  /** Seats that pins have taken. */
  taken: Set<number>
  /** For each door whose edge it is, as a place in `edgesWithDoors`; there are two, one after the other, for each. */
  edgesWithDoors: [u: number, v: number, weight: number][]
}

/**
 * Turns people who may take several partners into seats that take one each. Without capacities everybody is their own seat.
 *
 * An edge between two people who both have more than one seat gets two doors, one at each end: the seats of u lead to the
 * first, this to the second, and the second to the seats of v, all with the weight of the edge. A pair that is taken is
 * a seat of u with the first door and a seat of v with the second: twice the weight. One that is not is the two doors with
 * each other: once. So what any choice of pairs weighs is what a pairing of the seats weighs, less the weight of all
 * edges with doors; and no pair is taken twice. Where one end has a single seat, doors are not needed.
 *
 * Source: the reduction of W. T. Tutte, 'A short proof of the factor theorem for finite graphs', Canadian Journal of
 * Mathematics 6, 1954.
 */
export function seatProblem(problem: PairingProblem | CapacityProblem): SeatProblem {
  const { n } = problem
  const allowed = allowedEdges(problem)
  const degree = new Int32Array(n)
  for (const [u, v] of allowed.values()) {
    degree[u]!++
    degree[v]!++
  }
  const firstSeat = new Int32Array(n + 1)
  for (let v = 0; v < n; v++) {
    const seats = 'capacities' in problem ? Math.min(problem.capacities[v]!, degree[v]!) : 1
    firstSeat[v + 1] = firstSeat[v]! + seats
  }
  const end = firstSeat.slice(1)
  const taken = new Set<number>()
  for (const [u, v] of problem.pins ?? []) {
    if (!allowed.delete(pairKey(n, u, v))) continue
    for (const vertex of [u, v]) taken.add(--end[vertex]!)
  }
  const seatsOf = (v: number) => Array.from({ length: end[v]! - firstSeat[v]! }, (_, index) => firstSeat[v]! + index)

  const people = new Int32Array(firstSeat[n]!)
  for (let v = 0; v < n; v++) people.fill(v, firstSeat[v], firstSeat[v + 1])
  const edges: [number, number, number][] = []
  const edgesWithDoors: [number, number, number][] = []
  for (const [u, v, weight] of allowed.values()) {
    if (weight <= 0 && problem.maximumCardinality !== true) continue
    const [seats, others] = [seatsOf(u), seatsOf(v)]
    if (Math.min(seats.length, others.length) < 2) {
      for (const seat of seats) for (const other of others) edges.push([seat, other, weight])
      continue
    }
    const door = people.length + 2 * edgesWithDoors.length
    edgesWithDoors.push([u, v, weight])
    edges.push([door, door + 1, weight])
    for (const seat of seats) edges.push([seat, door, weight])
    for (const other of others) edges.push([door + 1, other, weight])
  }
  return {
    n: people.length + 2 * edgesWithDoors.length,
    edges,
    maximumCardinality: problem.maximumCardinality === true,
    people,
    taken,
    edgesWithDoors,
  }
}

/** Every pair that is not forbidden once, with its greatest weight. */
export function allowedEdges(problem: PairingProblem): Map<number, readonly [u: number, v: number, weight: number]> {
  const { n } = problem
  const banned = new Set((problem.forbidden ?? []).map(([u, v]) => pairKey(n, u, v)))
  const allowed = new Map<number, readonly [number, number, number]>()
  for (const edge of problem.edges) {
    const key = pairKey(n, edge[0], edge[1])
    const known = allowed.get(key)
    if (!banned.has(key) && (known === undefined || known[2] < edge[2])) allowed.set(key, edge)
  }
  return allowed
}
