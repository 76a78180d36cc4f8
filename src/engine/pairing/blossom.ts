import { INNER, OUTER, UNREACHED, type Forest } from './forest.ts'
import { expectReach, makeInner, makeOuter, outerVertices } from './tree.ts'

/** A tight edge joins two outer nodes of the tree: the cycle it closes becomes one outer node. */
export function shrinkCycle(forest: Forest, half: number): void {
  const { graph, parent, above, next, previous, nextEdge, dual, label, now } = forest
  const from = forest.find(forest.tail(half))
  const to = forest.find(graph.head[half]!)
  const meeting = commonAncestor(forest, from, to)
  const blossom = forest.spareBlossoms[--forest.spareCount]!

  const link = (node: number, edge: number, following: number) => {
    next[node] = following
    previous[following] = node
    nextEdge[node] = edge
  }
  link(from, half, to)
  climb(forest, to, meeting, (node, edge, higher) => link(node, edge, higher))
  climb(forest, from, meeting, (node, edge, higher) => link(higher, graph.twin[edge]!, node))

  forest.first[blossom] = meeting
  forest.match[blossom] = forest.match[meeting]!
  forest.base[blossom] = forest.base[meeting]!
  let child = meeting
  do {
    parent[child] = blossom
    above[child] = blossom
    const inner = label[child] === INNER
    if (inner) outerVertices(forest, child)
    if (child >= graph.n) {
      dual[child]! += inner ? -2 * now : 2 * now
      label[child] = UNREACHED
    }
    child = next[child]!
  } while (child !== meeting)
  parent[blossom] = -1
  above[blossom] = -1
  label[blossom] = OUTER
  forest.labelled.push(blossom)
  dual[blossom] = -2 * now
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
      node = edge === -1 ? -1 : forest.find(forest.tail(reachedBy[forest.find(graph.head[edge]!)]!))
    }
    if (waiting !== -1) {
      const swap = node
      node = waiting
      waiting = swap
    }
  }
}

/** An inner blossom has used up its dual: its children become nodes of their own, some of them on the tree's path. */
export function expandBlossom(forest: Forest, blossom: number): void {
  const { graph, match, label, dual, now, next, previous, nextEdge } = forest
  const reachedBy = forest.reachedBy[blossom]!
  const entry = forest.childWith(blossom, graph.head[reachedBy]!)
  const exit = dissolve(forest, blossom)

  const forward = entry === exit || match[entry] === nextEdge[entry]
  let inner = entry
  let edge = reachedBy
  let rest = next[exit]!
  const onPath = ++forest.lastMark
  for (;;) {
    forest.mark[inner] = onPath
    makeInner(forest, inner, edge)
    if (inner === exit) break
    const outer = forward ? next[inner]! : previous[inner]!
    forest.mark[outer] = onPath
    makeOuter(forest, outer)
    inner = forward ? next[outer]! : previous[outer]!
    edge = forward ? nextEdge[outer]! : graph.twin[nextEdge[inner]!]!
  }
  for (; rest !== exit; rest = next[rest]!) {
    if (forest.mark[rest] === onPath) continue
    for (let v = forest.vertexAfter(rest, -1); v !== -1; v = forest.vertexAfter(rest, v)) {
      label[v] = UNREACHED
      dual[v]! += now
    }
    for (let v = forest.vertexAfter(rest, -1); v !== -1; v = forest.vertexAfter(rest, v)) {
      const time = forest.nearest[v]! + dual[v]!
      if (time < forest.limit) expectReach(forest, forest.nearestEdge[v]!, time)
    }
  }
}

/** Puts the children of a top blossom on top, paired among each other; returns the one that keeps its partner. */
export function dissolve(forest: Forest, blossom: number): number {
  const { graph, match, base, parent, above, top, next, nextEdge } = forest
  const exit = forest.childWith(blossom, forest.base[blossom]!)
  match[exit] = match[blossom]!
  base[exit] = base[blossom]!
  let child = exit
  do {
    parent[child] = -1
    above[child] = -1
    for (let v = forest.vertexAfter(child, -1); v !== -1; v = forest.vertexAfter(child, v)) top[v] = child
    child = next[child]!
  } while (child !== exit)
  for (let one = next[exit]!; one !== exit; one = next[next[one]!]!) {
    const other = next[one]!
    match[one] = nextEdge[one]!
    base[one] = forest.tail(nextEdge[one]!)
    match[other] = graph.twin[nextEdge[one]!]!
    base[other] = graph.head[nextEdge[one]!]!
  }
  forest.label[blossom] = UNREACHED
  forest.dual[blossom] = 0
  forest.first[blossom] = -1
  forest.spareBlossoms[forest.spareCount++] = blossom
  return exit
}
