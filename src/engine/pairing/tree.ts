import { INNER, OUTER, WAITING, type Forest } from './forest.ts'

/** An edge to an unreached vertex will be tight at that time: the end of the tree, or a step of it. */
export function expectReach(forest: Forest, half: number, time: number): void {
  if (forest.match[forest.find(forest.graph.head[half]!)]! < 0) {
    forest.limit = time
    forest.ending = half
  } else if (time <= forest.now) {
    forest.tight.push(half)
  } else {
    forest.events.add(time, half)
  }
}

/** Makes an unreached node inner. */
export function makeInner(forest: Forest, node: number, reachedBy: number): void {
  const { label, dual, now, labelled } = forest
  for (let vertex = forest.vertexAfter(node, -1); vertex !== -1; vertex = forest.vertexAfter(node, vertex)) {
    label[vertex] = INNER
    dual[vertex]! -= now
    labelled.push(vertex)
  }
  staysInner(forest, node, reachedBy)
}

/** A node whose vertices are inner already is now on top itself. */
export function staysInner(forest: Forest, node: number, reachedBy: number): void {
  const { dual, now } = forest
  forest.reachedBy[node] = reachedBy
  if (node < forest.graph.n) return
  forest.label[node] = INNER
  forest.labelled.push(node)
  dual[node]! += 2 * now
  const time = dual[node]! / 2
  if (time <= now) forest.tight.push(~node)
  else if (time < forest.limit) forest.events.add(time, ~node)
}

/** Makes an inner or unreached node outer. */
export function makeOuter(forest: Forest, node: number): void {
  outerVertices(forest, node)
  if (node < forest.graph.n) return
  forest.label[node] = OUTER
  forest.labelled.push(node)
  forest.dual[node]! -= 2 * forest.now
}

/** Makes the vertices of a node outer, whether they were inner or unreached. */
export function outerVertices(forest: Forest, node: number): void {
  const { label, dual, now } = forest
  for (let vertex = forest.vertexAfter(node, -1); vertex !== -1; vertex = forest.vertexAfter(node, vertex)) {
    dual[vertex]! += label[vertex] === INNER ? 2 * now : now
    label[vertex] = WAITING
    forest.labelled.push(vertex)
    forest.waiting.push(vertex)
    if (dual[vertex]! - forest.floor < forest.limit) {
      forest.limit = dual[vertex]! - forest.floor
      forest.ending = ~vertex
    }
  }
}
