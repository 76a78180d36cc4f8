import type { Forest } from './forest.ts'

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
    if (match[vertex] !== -1) continue
    let needed = 0
    let chosen = -1
    for (let half = start[vertex]!; half < start[vertex + 1]!; half++) {
      const other = head[half]!
      const rest = weight2[half]! - dual[other]!
      if (rest > needed) {
        needed = rest
        chosen = match[other] === -1 ? half : -1
      } else if (rest === needed && chosen === -1 && rest > 0 && match[other] === -1) {
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
