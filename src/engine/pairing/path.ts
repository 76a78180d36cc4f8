import type { Forest } from './forest.ts'

/** Swaps paired and unpaired edges from an outer node up to the root. */
export function flipPath(forest: Forest, from: number, half: number, base: number): void {
  const { match, reachedBy, graph } = forest
  let node = from
  let partner = half
  forest.base[node] = base
  for (;;) {
    const left = match[node]!
    match[node] = partner
    if (left < 0) return
    const inner = forest.find(graph.head[left]!)
    partner = reachedBy[inner]!
    match[inner] = graph.twin[partner]!
    forest.base[inner] = graph.head[partner]!
    node = forest.find(forest.tail(partner))
    forest.base[node] = forest.tail(partner)
  }
}

/** Where the paths from both ends of an edge up to their roots meet, or -1: they are in two trees. */
export function meetingOf(forest: Forest, half: number): number {
  return commonAncestor(forest, forest.find(forest.tail(half)), forest.find(forest.graph.head[half]!))
}

/** A tight edge joins two outer nodes: rings their paths together from where they meet. */
export function joinCycle(forest: Forest, half: number, meeting: number): void {
  const { graph, next, previous, nextEdge } = forest
  const from = forest.find(forest.tail(half))
  const to = forest.find(graph.head[half]!)
  const link = (node: number, edge: number, following: number) => {
    next[node] = following
    previous[following] = node
    nextEdge[node] = edge
  }
  link(from, half, to)
  climb(forest, to, meeting, (node, edge, higher) => link(node, edge, higher))
  climb(forest, from, meeting, (node, edge, higher) => link(higher, graph.twin[edge]!, node))
}

/** Walks from an outer node up to an ancestor, two edges at a time. */
function climb(
  forest: Forest,
  from: number,
  ancestor: number,
  visit: (node: number, edge: number, higher: number) => void,
): void {
  const { graph, match, reachedBy } = forest
  let node = from
  while (node !== ancestor) {
    const edge = match[node]!
    const inner = forest.find(graph.head[edge]!)
    visit(node, edge, inner)
    const up = graph.twin[reachedBy[inner]!]!
    node = forest.find(graph.head[up]!)
    visit(inner, up, node)
  }
}

/** Walks up from both at once, so that it ends as soon as the shorter way allows. */
function commonAncestor(forest: Forest, one: number, other: number): number {
  const { graph, match, reachedBy, mark } = forest
  const visited = ++forest.lastMark
  let node = one
  let waiting = other
  for (;;) {
    if (node !== -1) {
      if (mark[node] === visited) return node
      mark[node] = visited
      const edge = match[node]!
      node = edge < 0 ? -1 : forest.find(forest.tail(reachedBy[forest.find(graph.head[edge]!)]!))
    }
    if (node === -1 && waiting === -1) return -1
    if (waiting !== -1) {
      const swap = node
      node = waiting
      waiting = swap
    }
  }
}
