import { dissolve } from './blossom.ts'
import { keepCertificate } from './certificate.ts'
import { ALONE, Forest } from './forest.ts'
import { buildGraph } from './graph.ts'
import { soundProblem, type Pairing, type PairingCertificate, type PairingProblem } from './problem.ts'
import { growTree } from './search.ts'
import { startGreedily, startWithHalves } from './start.ts'

/**
 * Finds a pairing of the greatest total weight in any graph, exactly, and the dual solution that proves it.
 *
 * Method: J. Edmonds, 'Maximum matching and a polyhedron with 0,1-vertices', Journal of Research of the NBS 69B, 1965:
 * alternating trees, odd cycles shrunk to blossoms, and a dual solution that falls until the next edge is tight. Here
 * one tree grows at a time and only its own duals change, as in W. Cook & A. Rohe, 'Computing minimum-weight perfect
 * matchings', INFORMS Journal on Computing 11(2), 1999; passing time is kept apart from the duals, and coming events in
 * a heap, as in Z. Galil, S. Micali & H. Gabow, SIAM Journal on Computing 15(1), 1986, and K. Mehlhorn & G. Schäfer,
 * 'Implementation of O(nm log n) weighted matchings in general graphs', Journal of Experimental Algorithmics 7, 2002.
 *
 * The answer depends on the problem alone, never on the machine or on chance.
 *
 * @throws RangeError in one sentence: a vertex outside 0 .. n-1, an edge from a vertex to itself, a weight that is not a
 * whole number or too large to add up, a pin that is no edge, is forbidden, or shares a vertex with another pin
 * @example pair({ n: 4, edges: [[0, 1, 5], [1, 2, 9], [2, 3, 5]] }).pairs // [[0, 1], [2, 3]]
 */
export function pair(problem: PairingProblem): Pairing {
  const sound = soundProblem(problem)
  const graph = buildGraph(sound)
  const forest = new Forest(graph)
  startGreedily(forest)
  startWithHalves(forest)
  for (let vertex = 0; vertex < sound.n; vertex++) {
    const node = forest.find(vertex)
    if (forest.match[node] === ALONE && forest.base[node] === vertex && forest.dual[vertex]! > 0) growTree(forest, node)
  }
  const readCertificate = keepCertificate(forest, sound.shift, sound.pins.flat())
  const mate = new Int32Array(sound.n).fill(-1)
  let weight = sound.pinnedWeight
  pairInsideBlossoms(forest)
  for (let vertex = 0; vertex < sound.n; vertex++) {
    const half = forest.match[vertex]!
    if (half === ALONE) continue
    mate[vertex] = graph.head[half]!
    if (mate[vertex]! > vertex) weight += graph.weight2[half]! / 2 - sound.shift
  }
  for (const [u, v] of sound.pins) {
    mate[u] = v
    mate[v] = u
  }
  const pairs: [number, number][] = []
  for (let vertex = 0; vertex < sound.n; vertex++) {
    if (mate[vertex]! > vertex) pairs.push([vertex, mate[vertex]!])
  }
  let certificate: PairingCertificate | undefined
  return {
    weight,
    mate,
    pairs,
    get certificate() {
      certificate ??= readCertificate()
      return certificate
    },
  }
}

/** Hands the pairs down from the blossoms to their vertices. */
function pairInsideBlossoms(forest: Forest): void {
  const { graph, parent, first, next } = forest
  const left: number[] = []
  for (let node = graph.n; node < 2 * graph.n; node++) if (first[node] !== -1 && parent[node] === -1) left.push(node)
  for (let blossom = left.pop(); blossom !== undefined; blossom = left.pop()) {
    const exit = dissolve(forest, blossom)
    let child = exit
    do {
      if (child >= graph.n) left.push(child)
      child = next[child]!
    } while (child !== exit)
  }
}
