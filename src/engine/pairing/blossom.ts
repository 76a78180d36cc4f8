import { INNER, OUTER, UNREACHED, type Forest } from './forest.ts'
import { expectReach, staysInner, makeOuter, outerVertices } from './tree.ts'
import { joinCycle } from './path.ts'

/** A tight edge joins two outer nodes of the tree: the cycle it closes becomes one outer node. */
export function shrinkCycle(forest: Forest, half: number, meeting: number): void {
  const { graph, next, dual, label, now } = forest
  joinCycle(forest, half, meeting)
  let child = meeting
  do {
    const inner = label[child] === INNER
    if (inner) outerVertices(forest, child)
    if (child >= graph.n) {
      dual[child]! += inner ? -2 * now : 2 * now
      label[child] = UNREACHED
    }
    child = next[child]!
  } while (child !== meeting)

  const blossom = forest.gather(meeting)
  forest.match[blossom] = forest.match[meeting]!
  forest.base[blossom] = forest.base[meeting]!
  label[blossom] = OUTER
  forest.labelled.push(blossom)
  dual[blossom] = -2 * now
}

/** An inner blossom has used up its dual: its children become nodes of their own, some of them on the tree's path. */
export function expandBlossom(forest: Forest, blossom: number): void {
  const { graph, match, label, dual, now, next, previous, nextEdge } = forest
  const reachedBy = forest.reachedBy[blossom]!
  const exit = dissolve(forest, blossom)
  const entry = forest.find(graph.head[reachedBy]!)

  const forward = entry === exit || match[entry] === nextEdge[entry]
  let inner = entry
  let edge = reachedBy
  let rest = next[exit]!
  const onPath = ++forest.lastMark
  for (;;) {
    forest.mark[inner] = onPath
    staysInner(forest, inner, edge)
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

/**
 * Puts the children of a top blossom on top, paired among each other but for one, which keeps the blossom's partner
 * and is returned.
 */
export function dissolve(forest: Forest, blossom: number): number {
  const { graph, match, base, next, nextEdge } = forest
  forest.scatter(blossom)
  const exit = forest.find(base[blossom]!)
  match[exit] = match[blossom]!
  base[exit] = base[blossom]!
  for (let one = next[exit]!; one !== exit; one = next[next[one]!]!) {
    const other = next[one]!
    match[one] = nextEdge[one]!
    base[one] = forest.tail(nextEdge[one]!)
    match[other] = graph.twin[nextEdge[one]!]!
    base[other] = graph.head[nextEdge[one]!]!
  }
  return exit
}
