import type { Graph } from './graph.ts'

/**
 * A graph whose edges may come, go and change their weight. An edge that does not count at present weighs -Infinity,
 * as do the spare half-edges of each vertex, which lead to the vertex itself: so the search needs to know nothing of it.
 */
export class RoomyGraph implements Graph {
  readonly n: number
  readonly start: Int32Array
  readonly head: Int32Array
  readonly twin: Int32Array
  readonly weight2: Float64Array
  /** What the edge of a half-edge is worth whether it counts or not; NaN where there is no edge. */
  readonly worth: Float64Array
  readonly #end: Int32Array

  /**
   * @param edges each pair once
   * @param roomOf how many half-edges a vertex that has some already shall have room for
   */
  constructor(
    n: number,
    edges: readonly (readonly [number, number, number])[],
    roomOf: (vertex: number, degree: number) => number,
  ) {
    const degree = new Int32Array(n)
    for (const [u, v] of edges) {
      degree[u]!++
      degree[v]!++
    }
    this.n = n
    this.start = new Int32Array(n + 1)
    for (let vertex = 0; vertex < n; vertex++) {
      this.start[vertex + 1] = this.start[vertex]! + roomOf(vertex, degree[vertex]!)
    }
    this.#end = this.start.slice(0, n)
    const size = this.start[n]!
    this.head = new Int32Array(size)
    this.twin = Int32Array.from({ length: size }, (_, half) => half)
    this.weight2 = new Float64Array(size).fill(-Infinity)
    this.worth = new Float64Array(size).fill(Number.NaN)
    for (let vertex = 0; vertex < n; vertex++) this.head.fill(vertex, this.start[vertex], this.start[vertex + 1])
    for (const [u, v, worth] of edges) this.add(u, v, worth)
  }

  /** The half-edge from u to v, or -1. O(degree). */
  between(u: number, v: number): number {
    for (let half = this.start[u]!; half < this.#end[u]!; half++) if (this.head[half] === v) return half
    return -1
  }

  /** How many more half-edges may leave a vertex. */
  roomAt(vertex: number): number {
    return this.start[vertex + 1]! - this.#end[vertex]!
  }

  /** Adds an edge that does not count yet; both ends must have room. Returns its half-edge from u. */
  add(u: number, v: number, worth: number): number {
    const there = this.#end[u]!++
    const back = this.#end[v]!++
    this.head[there] = v
    this.head[back] = u
    this.twin[there] = back
    this.twin[back] = there
    this.worth[there] = worth
    this.worth[back] = worth
    return there
  }

  weigh(half: number, weight2: number): void {
    this.weight2[half] = weight2
    this.weight2[this.twin[half]!] = weight2
  }

  /** The half-edges of a vertex that have an edge, or had one. */
  *around(vertex: number): Iterable<number> {
    for (let half = this.start[vertex]!; half < this.#end[vertex]!; half++) yield half
  }

  /** Every edge, whether it counts or not. */
  edges(): [number, number, number][] {
    const all: [number, number, number][] = []
    for (let u = 0; u < this.n; u++) {
      for (const half of this.around(u)) {
        const v = this.head[half]!
        if (v > u && !Number.isNaN(this.worth[half])) all.push([u, v, this.worth[half]!])
      }
    }
    return all
  }
}
