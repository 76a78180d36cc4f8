import { dissolve } from './blossom.ts'
import { ALONE, type Forest } from './forest.ts'
import { growTrees } from './search.ts'
import { startGreedily, startWithHalves } from './start.ts'

/** Solves from nothing: a cheap beginning, then one tree after the other. */
export function growFromNothing(forest: Forest): void {
  startGreedily(forest)
  startWithHalves(forest)
  for (let vertex = 0; vertex < forest.graph.n; vertex++) {
    if (isWanting(forest, vertex)) growTrees(forest, [forest.find(vertex)])
  }
}

/** Ends a repair: grows trees from those of the given vertices that are unpaired with a dual above 0, until none is. */
export function growFrom(forest: Forest, vertices: readonly number[]): void {
  for (;;) {
    const wanting = vertices.filter(
      (vertex, index) => vertex !== -1 && isWanting(forest, vertex) && vertices.indexOf(vertex) === index,
    )
    if (wanting.length === 0) return
    const parity = forest.dual[wanting[0]!]! % 2
    for (const vertex of wanting) if (forest.dual[vertex]! % 2 !== parity) raiseByOne(forest, vertex)
    growTrees(
      forest,
      wanting.map((vertex) => forest.find(vertex)),
    )
  }
}

function isWanting(forest: Forest, vertex: number): boolean {
  const node = forest.find(vertex)
  return forest.match[node] === ALONE && forest.base[node] === vertex && forest.dual[vertex]! > 0
}

/** Raises the duals of an unpaired vertex and of those in its blossom, which gives as much of its own. */
function raiseByOne(forest: Forest, vertex: number): void {
  let node = forest.find(vertex)
  for (; node >= forest.graph.n && forest.dual[node] === 0; node = forest.find(vertex)) dissolve(forest, node)
  if (node >= forest.graph.n) forest.dual[node]! -= 2
  for (let v = forest.vertexAfter(node, -1); v !== -1; v = forest.vertexAfter(node, v)) forest.dual[v]! += 1
}
