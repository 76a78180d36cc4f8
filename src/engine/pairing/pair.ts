import { Forest } from './forest.ts'
import { buildGraph } from './graph.ts'
import { growFromNothing } from './grow.ts'
import { soundProblem, type Pairing, type PairingProblem } from './problem.ts'
import { readPairing } from './read-pairing.ts'

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
  const forest = new Forest(buildGraph(sound))
  growFromNothing(forest)
  return readPairing(forest, sound)
}
