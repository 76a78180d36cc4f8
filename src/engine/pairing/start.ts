import { ALONE, HALVED, type Forest } from './forest.ts'
import { makeBlossom } from './halves.ts'
import { growTrees } from './search.ts'

/**
 * A cheap beginning: duals that satisfy every edge, lowered vertex by vertex as far as the edges allow, and a pairing
 * along edges that became tight. O(n + m).
 */
export function startGreedily(forest: Forest): void {
  const { graph, dual, match, base } = forest
  const { n, start, head, twin, weight2 } = graph
  for (let vertex = 0; vertex < n; vertex++) {
    let heaviest = 0
    for (let half = start[vertex]!; half < start[vertex + 1]!; half++) {
      if (weight2[half]! > heaviest) heaviest = weight2[half]!
    }
    dual[vertex] = heaviest / 2
  }
  for (let vertex = 0; vertex < n; vertex++) {
    if (match[vertex] !== ALONE) continue
    let needed = 0
    let chosen = -1
    for (let half = start[vertex]!; half < start[vertex + 1]!; half++) {
      const other = head[half]!
      const rest = weight2[half]! - dual[other]!
      if (rest > needed) {
        needed = rest
        chosen = match[other] === ALONE ? half : -1
      } else if (rest === needed && chosen === -1 && rest > 0 && match[other] === ALONE) {
        chosen = half
      }
    }
    dual[vertex] = needed
    if (chosen === -1) continue
    match[vertex] = chosen
    base[vertex] = vertex
    match[head[chosen]!] = twin[chosen]!
  }
}

/**
 * Solves the problem without its odd set constraints first: pairs count fully, odd cycles of tight edges half an edge
 * each. No blossom is needed, and what is left to the true search is one unpaired blossom for each odd cycle.
 *
 * Source: U. Derigs & A. Metz, 'On the use of optimal fractional matchings for solving the (integer) matching
 * problem', Computing 36, 1986.
 */
export function startWithHalves(forest: Forest): void {
  const { match, dual } = forest
  forest.halving = true
  for (let vertex = 0; vertex < forest.graph.n; vertex++) {
    if (match[vertex] === ALONE && dual[vertex]! > 0) growTrees(forest, [vertex])
  }
  forest.halving = false
  for (let vertex = 0; vertex < forest.graph.n; vertex++) if (match[vertex] === HALVED) makeBlossom(forest, vertex)
}
