import { cardinalityShift, checkSizes, type PairingProblem, type SetAside, soundProblem } from './problem.ts'
import { RoomyGraph } from './roomy-graph.ts'

type Pair = readonly [u: number, v: number]
type Edge = readonly [u: number, v: number, weight: number]

/**
 * A problem that may change: which edges there are, and which of them count. Vertices from `n` on wait for people who
 * may join. Where there is no room for a change, everything moves to a larger graph first.
 */
export class StandingProblem implements SetAside {
  n: number
  graph: RoomyGraph
  shift = 0
  readonly #isFull: boolean
  readonly #pins = new Map<number, Pair>()
  readonly #forbidden = new Map<number, Pair>()
  readonly #away = new Set<number>()
  /** Of each vertex 1 where its edges do not count, for it is pinned, away or not there yet. */
  isOut: Uint8Array
  /** The weights that `shift` is large enough for. */
  #range: [least: number, most: number] = [0, 0]

  /** @throws RangeError as `pair` does */
  constructor(problem: PairingProblem) {
    soundProblem(problem)
    this.n = problem.n
    this.#isFull = problem.maximumCardinality === true
    const edges = new Map<number, Edge>()
    for (const [u, v, weight] of problem.edges) {
      const known = edges.get(key(u, v))
      if (!known || known[2] < weight) edges.set(key(u, v), [u, v, weight])
    }
    for (const pair of problem.forbidden ?? []) this.forbid(pair)
    this.isOut = new Uint8Array(this.n)
    for (const pair of problem.pins ?? []) this.pin(pair)
    this.graph = this.#build([...edges.values()], [], 0)
  }

  get pins(): Pair[] {
    return [...this.#pins.values()]
  }

  get pinnedWeight(): number {
    return this.pins.reduce((sum, [u, v]) => sum + this.graph.worth[this.edge(u, v)]!, 0)
  }

  /** The problem as it stands, in the form that `pair` takes. O(m). */
  get problem(): PairingProblem {
    const edges = this.graph.edges().filter(([u, v]) => !this.#away.has(u) && !this.#away.has(v))
    const forbidden = [...this.#forbidden.values()]
    return { n: this.n, edges, maximumCardinality: this.#isFull, pins: this.pins, forbidden }
  }

  isPin(u: number, v: number): boolean {
    return this.#pins.has(key(u, v))
  }

  isPinned(vertex: number): boolean {
    return this.isOut[vertex] === 1 && !this.isAway(vertex)
  }

  isForbidden(u: number, v: number): boolean {
    return this.#forbidden.has(key(u, v))
  }

  isAway(vertex: number): boolean {
    return this.#away.has(vertex)
  }

  /** Whether the number of those who are there and not pinned is odd. */
  get isOdd(): boolean {
    return (this.n - this.#away.size) % 2 === 1
  }

  /** The half-edge of a pair that is an edge, or -1. O(degree). */
  edge(u: number, v: number): number {
    const half = this.graph.between(u, v)
    return half === -1 || Number.isNaN(this.graph.worth[half]) ? -1 : half
  }

  /** Twice the weight with which an edge enters the search. */
  weight2(half: number): number {
    return this.#weight2(this.graph, half)
  }

  pin(pair: Pair): void {
    this.#pins.set(key(...pair), pair)
    for (const vertex of pair) this.isOut[vertex] = 1
  }

  unpin(pair: Pair): void {
    this.#pins.delete(key(...pair))
    for (const vertex of pair) this.isOut[vertex] = 0
  }

  forbid(pair: Pair): void {
    this.#forbidden.set(key(...pair), pair)
  }

  allow(pair: Pair): void {
    this.#forbidden.delete(key(...pair))
  }

  leave(vertex: number): void {
    this.#away.add(vertex)
    this.isOut[vertex] = 1
  }

  rejoin(vertex: number): void {
    this.#away.delete(vertex)
    this.isOut[vertex] = 0
  }

  join(): void {
    this.isOut[this.n++] = 0
  }

  /** Sets what an edge is worth (NaN: it is no edge any more) and returns its half-edge from u. There must be room. */
  weigh(u: number, v: number, worth: number): number {
    const { graph } = this
    const half = graph.between(u, v)
    if (half === -1) return graph.add(u, v, worth)
    graph.worth[half] = worth
    graph.worth[graph.twin[half]!] = worth
    return half
  }

  /**
   * Makes sure that some edges, and people to go with them, can be added.
   *
   * @returns whether that took a new graph, for which nothing is solved yet
   * @throws RangeError where the weights are too large to add up
   */
  makeRoom(edges: readonly Edge[], people: number): boolean {
    const [least, most] = this.#range
    for (const [, , weight] of edges)
      checkSizes(this.graph.n, Math.abs(weight), 0, (Math.abs(weight) * this.graph.n) / 2)
    const isOutside = this.#isFull && edges.some(([, , weight]) => weight < least || weight > most)
    const wanted = wantedRoom(edges.filter(([u, v]) => Math.max(u, v) >= this.n || this.graph.between(u, v) === -1))
    const isCramped =
      this.n + people > this.graph.n || wanted.entries().some(([vertex, halves]) => this.graph.roomAt(vertex) < halves)
    if (isOutside || isCramped) this.graph = this.#build(this.graph.edges(), edges, people)
    return isOutside || isCramped
  }

  #build(edges: Edge[], coming: readonly Edge[], people: number): RoomyGraph {
    const wanted = wantedRoom(coming)
    const spare = people + Math.max(16, this.n >> 4)
    const n = this.n + spare
    let [least, most] = [0, 0]
    for (const [, , weight] of [...edges, ...coming]) {
      least = Math.min(least, weight)
      most = Math.max(most, weight)
    }
    if (this.#isFull) [least, most] = [2 * least - most, 2 * most - least]
    const largest = Math.max(-least, most)
    const shift = this.#isFull ? cardinalityShift(n, least, most) : 0
    checkSizes(n, largest, shift, (largest * n) / 2)
    const newcomers = Math.max(8, Math.ceil((4 * edges.length) / (this.n + 1)), 2 * (wanted.get(this.n) ?? 0))
    const graph = new RoomyGraph(n, edges, (vertex, degree) =>
      vertex >= this.n ? newcomers : degree + Math.max(4, degree >> 2) + (wanted.get(vertex) ?? 0),
    )
    const isOut = new Uint8Array(n).fill(1)
    isOut.set(this.isOut.subarray(0, this.n))
    this.isOut = isOut
    this.shift = shift
    this.#range = [least, most]
    for (let half = 0; half < graph.head.length; half++) graph.weight2[half] = this.#weight2(graph, half)
    return graph
  }

  #weight2(graph: RoomyGraph, half: number): number {
    const [u, v] = [graph.head[graph.twin[half]!]!, graph.head[half]!]
    if (this.isOut[u] === 1 || this.isOut[v] === 1) return -Infinity
    const weight = graph.worth[half]! + this.shift
    return weight > 0 && !this.isForbidden(u, v) ? 2 * weight : -Infinity
  }
}

/** How many half-edges some more edges take at each vertex. */
function wantedRoom(edges: readonly Edge[]): Map<number, number> {
  const wanted = new Map<number, number>()
  for (const [u, v] of edges) {
    for (const vertex of [u, v]) wanted.set(vertex, (wanted.get(vertex) ?? 0) + 1)
  }
  return wanted
}

/** Vertices number less than 2^26: memory ends before. */
function key(u: number, v: number): number {
  return Math.min(u, v) * 2 ** 26 + Math.max(u, v)
}
