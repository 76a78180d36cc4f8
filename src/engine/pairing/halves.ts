import { ALONE, HALVED, type Forest } from './forest.ts'
import { flipPath, joinCycle, meetingOf } from './path.ts'

/** A tight edge closes an odd cycle: it becomes half paired, and the tree's root is paired by what is left. */
export function halveCycle(forest: Forest, half: number): void {
  const meeting = meetingOf(forest, half)
  joinCycle(forest, half, meeting)
  flipPath(forest, meeting, HALVED, meeting)
  for (let v = forest.next[meeting]!; v !== meeting; v = forest.next[v]!) forest.match[v] = HALVED
}

/** Pairs a half paired cycle along its edges, but for one vertex. */
export function pairCycleBut(forest: Forest, vertex: number): void {
  const { next, nextEdge, match, graph } = forest
  for (let one = next[vertex]!; one !== vertex; one = next[next[one]!]!) {
    match[one] = nextEdge[one]!
    match[next[one]!] = graph.twin[nextEdge[one]!]!
  }
}

/** Makes a half paired cycle an unpaired blossom, whose base is the vertex that costs least to leave alone. */
export function makeBlossom(forest: Forest, vertex: number): void {
  const { next, match, dual } = forest
  let base = vertex
  let walk = vertex
  do {
    if (dual[walk]! < dual[base]!) base = walk
    match[walk] = ALONE
    walk = next[walk]!
  } while (walk !== vertex)
  const blossom = forest.gather(base)
  forest.match[blossom] = ALONE
  forest.base[blossom] = base
}
