import { dissolve } from './blossom.ts'
import { ALONE, type Forest } from './forest.ts'

/**
 * Frees a vertex: takes it from its partner and out of its blossoms, so that no pair and no odd cycle hangs on its edges
 * any more. Its partner stays as the only other vertex that lost something, and is returned (-1 where there was none).
 *
 * A blossom pays for its end by raising the duals of its vertices by half of its own: the edges inside stay as tight as
 * they were, those that leave it become looser. Before, it is paired inside so that the freed vertex is the odd one.
 */
export function release(forest: Forest, vertex: number): number {
  const { graph, match, base, dual, next } = forest
  let node = forest.find(vertex)
  let left = -1
  if (match[node] !== ALONE) {
    const partner = forest.find(graph.head[match[node]!]!)
    left = base[partner]!
    match[partner] = ALONE
    match[node] = ALONE
  }
  base[node] = vertex
  let raise = 0
  for (; node >= graph.n; node = forest.find(vertex)) {
    raise += dual[node]! / 2
    const inner = dissolve(forest, node)
    for (let child = next[inner]!; child !== inner; child = next[child]!) {
      for (let v = forest.vertexAfter(child, -1); v !== -1; v = forest.vertexAfter(child, v)) dual[v]! += raise
    }
  }
  dual[vertex]! += raise
  return left
}

/** Gives freed vertices the least duals that their edges and the floor allow, one after the other. */
export function settle(forest: Forest, vertices: readonly number[]): void {
  const { start, head, weight2 } = forest.graph
  for (const [index, vertex] of vertices.entries()) {
    const later = vertices.slice(index + 1)
    let least = forest.floor
    for (let half = start[vertex]!; half < start[vertex + 1]!; half++) {
      if (!later.includes(head[half]!)) least = Math.max(least, weight2[half]! - forest.dual[head[half]!]!)
    }
    forest.dual[vertex] = least
  }
}

/** Whether the solution would no longer hold if an edge had another weight. */
export function breaks(forest: Forest, half: number, weight2: number): boolean {
  const { graph, match, parent, dual, nextEdge } = forest
  const [from, to, twin] = [forest.tail(half), graph.head[half]!, graph.twin[half]!]
  if (graph.weight2[half] === weight2) return false
  const [one, other] = childrenWhereTheyMeet(forest, from, to)
  if (parent[one] === -1) return match[one] === half || dual[from]! + dual[to]! < weight2
  const edges = [nextEdge[one], nextEdge[other]]
  if (edges.includes(half) || edges.includes(twin)) return true
  let bound = dual[from]! + dual[to]!
  for (let node = parent[one]!; node !== -1; node = parent[node]!) bound += dual[node]!
  return bound < weight2
}

/** The largest nodes that hold one of two vertices and not the other. */
function childrenWhereTheyMeet(forest: Forest, u: number, v: number): [number, number] {
  const { parent, mark } = forest
  const above = ++forest.lastMark
  for (let node = u; node !== -1; node = parent[node]!) mark[node] = above
  let other = v
  while (parent[other] !== -1 && mark[parent[other]!] !== above) other = parent[other]!
  let one = u
  while (parent[one] !== parent[other]) one = parent[one]!
  return [one, other]
}
