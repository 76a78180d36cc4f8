import { Events } from './events.ts'
import type { Graph } from './graph.ts'

/** Not reached by the tree. */
export const UNREACHED = 0
/** At an even distance from the root: its dual falls as time passes. */
export const OUTER = 1
/** At an odd distance: its dual rises. */
export const INNER = 2
/** Outer, but its edges were not looked at yet. */
export const WAITING = 3

/** In place of a half-edge: unpaired. */
export const ALONE = -1
/** In place of a half-edge: half paired with both neighbours in an odd cycle. */
export const HALVED = -2

const KEPT = [
  'dual',
  'match',
  'base',
  'parent',
  'first',
  'next',
  'previous',
  'nextEdge',
  'firstVertex',
  'lastVertex',
  'following',
  'setAbove',
  'setOf',
  'topOf',
  'size',
  'spareBlossoms',
] as const

/**
 * Everything the search knows. Nodes 0 .. n-1 are the vertices, n .. 2n-1 blossoms (odd sets of vertices that act as
 * one). A node without `parent` is on top.
 *
 * Duals are kept so that passing time changes no number: the present dual of an outer vertex is dual - now, of an
 * inner vertex dual + now, of an outer blossom dual + 2 now, of an inner blossom dual - 2 now.
 */
export class Forest {
  readonly graph: Graph
  readonly dual: Float64Array
  /** Of a top node, and of each vertex inside it. */
  readonly label: Uint8Array
  /** The half-edge from a top node to its partner, or ALONE, or HALVED. */
  readonly match: Int32Array
  /** The one vertex of a top node that is not paired inside it. */
  readonly base: Int32Array
  /** The half-edge by which an inner top node was reached. */
  readonly reachedBy: Int32Array
  readonly parent: Int32Array
  /** Blossoms: a child to start from. Children form a ring by next and previous, joined by nextEdge. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  readonly nextEdge: Int32Array
  /** The vertices of a node, as a list within one list of all. */
  readonly firstVertex: Int32Array
  readonly lastVertex: Int32Array
  readonly following: Int32Array
  /**
   * Sets of vertices joined by size, without shortening of paths: so a blossom's set falls apart into its children's
   * by cutting one link each. Set v holds vertex v; each node has its set; of an outermost set, the top node.
   */
  readonly setAbove: Int32Array
  readonly setOf: Int32Array
  readonly topOf: Int32Array
  readonly size: Int32Array
  readonly spareBlossoms: Int32Array
  spareCount: number

  /** For a vertex that is not outer: the least (dual - 2 weight) over its edges to outer vertices, and that edge. */
  readonly nearest: Float64Array
  readonly nearestEdge: Int32Array
  readonly measured: Int32Array
  measuredCount = 0
  /** Nodes that may carry a label, some twice. */
  readonly labelled: number[] = []
  readonly waiting: number[] = []
  /** Half-edges that are tight already. */
  readonly tight: number[] = []
  /** Half-edges by the time they become tight, and ~blossom by the time its dual is used up. */
  readonly events = new Events()
  readonly mark: Int32Array
  lastMark = 0
  now = 0
  /** Whether odd cycles may stay half paired for the time being. */
  halving = false
  /**
   * No vertex of those that can be paired has a dual below, and who is left alone has this. Above 0 only where their
   * number is odd and only one is left alone: then all of them together are one more odd set, with a dual of 2 floor.
   */
  floor = 0
  /** While floor > 0: everybody who may be alone. */
  loners = new Set<number>()
  /** When this tree ends at the latest, and why: a half-edge to follow, or ~vertex whose dual is used up. */
  limit = Infinity
  ending = 0

  constructor(graph: Graph) {
    const n = graph.n
    const unset = () => new Int32Array(2 * n).fill(-1)
    this.graph = graph
    this.dual = new Float64Array(2 * n)
    this.label = new Uint8Array(2 * n)
    this.match = unset()
    this.base = unset()
    this.reachedBy = unset()
    this.parent = unset()
    this.first = unset()
    this.next = unset()
    this.previous = unset()
    this.nextEdge = unset()
    this.setAbove = unset()
    this.setOf = unset()
    this.topOf = new Int32Array(n)
    this.size = new Int32Array(2 * n).fill(1)
    this.spareBlossoms = new Int32Array(n)
    this.firstVertex = unset()
    this.lastVertex = unset()
    this.following = unset()
    for (let vertex = 0; vertex < n; vertex++) {
      this.setOf[vertex] = vertex
      this.topOf[vertex] = vertex
      this.base[vertex] = vertex
      this.spareBlossoms[vertex] = 2 * n - 1 - vertex
      this.firstVertex[vertex] = vertex
      this.lastVertex[vertex] = vertex
    }
    this.spareCount = n
    this.nearest = new Float64Array(n).fill(Infinity)
    this.nearestEdge = unset()
    this.measured = new Int32Array(n)
    this.mark = new Int32Array(2 * n)
  }

  /** Takes over what another forest of as many vertices knows between two searches. O(n). */
  copy(other: Forest): void {
    for (const kept of KEPT) this[kept].set(other[kept])
    this.spareCount = other.spareCount
    this.floor = other.floor
    this.loners = new Set(other.loners)
  }

  /** The top node that holds a vertex. O(log n). */
  find(vertex: number): number {
    const { setAbove } = this
    let set = vertex
    for (let above = setAbove[set]!; above !== -1; above = setAbove[set]!) set = above
    return this.topOf[set]!
  }

  /** The vertex a half-edge leaves from. */
  tail(half: number): number {
    return this.graph.head[this.graph.twin[half]!]!
  }

  /** The vertices of a node, one after the other: start with -1, ends with -1. */
  vertexAfter(node: number, vertex: number): number {
    if (vertex === -1) return this.firstVertex[node]!
    return vertex === this.lastVertex[node] ? -1 : this.following[vertex]!
  }

  /** Gathers a ring of top nodes into a new blossom on top, without a label. */
  gather(child: number): number {
    const { next, parent, firstVertex, lastVertex, following, size, setOf } = this
    const blossom = this.spareBlossoms[--this.spareCount]!
    let total = 0
    let largest = child
    let last = -1
    let walk = child
    do {
      parent[walk] = blossom
      total += size[walk]!
      if (size[walk]! > size[largest]!) largest = walk
      if (last !== -1) following[last] = firstVertex[walk]!
      last = lastVertex[walk]!
      walk = next[walk]!
    } while (walk !== child)
    const set = setOf[largest]!
    do {
      if (walk !== largest) this.setAbove[setOf[walk]!] = set
      walk = next[walk]!
    } while (walk !== child)
    setOf[blossom] = set
    this.topOf[set] = blossom
    size[blossom] = total
    this.first[blossom] = child
    firstVertex[blossom] = firstVertex[child]!
    lastVertex[blossom] = last
    parent[blossom] = -1
    return blossom
  }

  /** Undoes `gather`: the children are on top again. */
  scatter(blossom: number): void {
    const { first, next, parent, setOf } = this
    const child = first[blossom]!
    let walk = child
    do {
      parent[walk] = -1
      this.setAbove[setOf[walk]!] = -1
      this.topOf[setOf[walk]!] = walk
      walk = next[walk]!
    } while (walk !== child)
    this.label[blossom] = UNREACHED
    this.dual[blossom] = 0
    first[blossom] = -1
    this.spareBlossoms[this.spareCount++] = blossom
  }
}
