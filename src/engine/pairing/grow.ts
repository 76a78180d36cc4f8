import { dissolve } from './blossom.ts'
import { ALONE, type Forest } from './forest.ts'
import { growTrees } from './search.ts'
import { startGreedily, startWithHalves } from './start.ts'

/** Solves from nothing: a cheap beginning, then one tree after the other. */
export function growFromNothing(forest: Forest): void {
  startGreedily(forest)
  startWithHalves(forest)
  for (let vertex = 0; vertex < forest.graph.n; vertex++) {
    if (isAlone(forest, vertex) && forest.dual[vertex]! > 0) growTrees(forest, [forest.find(vertex)])
  }
}

/**
 * Ends a repair: grows trees from those of the given vertices that are unpaired with a dual above the floor, until none
 * is. Where more are left alone than the floor allows, it sinks, and with it their duals, until two of them are paired.
 *
 * @param isOdd whether the number of those who can be paired is odd
 * @param highestFloor no dual of any of them is below
 */
export function growFrom(
  forest: Forest,
  vertices: readonly number[],
  isOdd: boolean,
  highestFloor: () => number,
): void {
  const freed = new Set(vertices)
  if (isOdd && forest.floor === 0) {
    forest.loners.clear()
    forest.floor = highestFloor()
  } else if (!isOdd && forest.floor > 0) {
    for (const vertex of forest.loners) freed.add(vertex)
    forest.floor = 0
  }
  for (const vertex of freed) forest.loners.add(vertex)
  for (;;) {
    const wanting = [...freed].filter((vertex) => isAlone(forest, vertex) && forest.dual[vertex]! > forest.floor)
    if (wanting.length === 0) break
    const parity = forest.dual[wanting[0]!]! % 2
    for (const vertex of wanting) if (forest.dual[vertex]! % 2 !== parity) raiseByOne(forest, vertex)
    growTrees(forest, nodesOf(forest, wanting))
    if (forest.ending < 0) forest.loners.add(~forest.ending)
  }
  while (forest.floor > 0) {
    const { floor } = forest
    const alone = [...forest.loners].filter((vertex) => isAlone(forest, vertex) && forest.dual[vertex] === floor)
    forest.loners = new Set(alone)
    if (alone.length < 2) return
    forest.floor = 0
    growTrees(forest, nodesOf(forest, alone))
    forest.floor = floor - forest.limit
  }
  forest.loners.clear()
}

function nodesOf(forest: Forest, vertices: readonly number[]): number[] {
  return vertices.map((vertex) => forest.find(vertex))
}

function isAlone(forest: Forest, vertex: number): boolean {
  const node = forest.find(vertex)
  return forest.match[node] === ALONE && forest.base[node] === vertex
}

/** Raises the duals of an unpaired vertex and of those in its blossom, which gives as much of its own. */
function raiseByOne(forest: Forest, vertex: number): void {
  let node = forest.find(vertex)
  for (; node >= forest.graph.n && forest.dual[node] === 0; node = forest.find(vertex)) dissolve(forest, node)
  if (node >= forest.graph.n) forest.dual[node]! -= 2
  for (let v = forest.vertexAfter(node, -1); v !== -1; v = forest.vertexAfter(node, v)) forest.dual[v]! += 1
}
