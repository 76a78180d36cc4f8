import type { SoundProblem } from './problem.ts'

/**
 * An undirected graph as half-edges. Those leaving vertex v are numbered start[v] .. start[v + 1] - 1, so that a walk
 * over the neighbours of a vertex is a walk over neighbouring memory. Lengths: start n + 1, all others 2 m.
 */
export interface Graph {
  n: number
  start: Int32Array
  /** The vertex a half-edge leads to. */
  head: Int32Array
  /** The same edge, seen from the other end. */
  twin: Int32Array
  /** Twice the weight of the edge. */
  weight2: Float64Array
}

/** Builds the graph in O(n + m). Edges that can never be worth taking (weight 0 or less) are left out. */
export function buildGraph(problem: SoundProblem): Graph {
  const { n, u, v, weight } = problem
  const start = new Int32Array(n + 1)
  let kept = 0
  for (let edge = 0; edge < weight.length; edge++) {
    if (weight[edge]! <= 0) continue
    kept++
    start[u[edge]! + 1]!++
    start[v[edge]! + 1]!++
  }
  for (let vertex = 0; vertex < n; vertex++) start[vertex + 1]! += start[vertex]!

  const free = start.slice()
  const head = new Int32Array(2 * kept)
  const twin = new Int32Array(2 * kept)
  const weight2 = new Float64Array(2 * kept)
  for (let edge = 0; edge < weight.length; edge++) {
    const w = weight[edge]!
    if (w <= 0) continue
    const there = free[u[edge]!]!++
    const back = free[v[edge]!]!++
    head[there] = v[edge]!
    head[back] = u[edge]!
    twin[there] = back
    twin[back] = there
    weight2[there] = 2 * w
    weight2[back] = 2 * w
  }
  return { n, start, head, twin, weight2 }
}
