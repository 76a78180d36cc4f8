import { Forest } from './forest.ts'
import { growFrom, growFromNothing } from './grow.ts'
import type { Pairing } from './problem.ts'
import { readMates, readPairing } from './read-pairing.ts'
import { breaks, release, settle } from './repair.ts'
import type { StandingProblem } from './standing-problem.ts'

/** The solution of a standing problem, repaired after each change of it. */
export class Solution {
  readonly #problem: StandingProblem
  #forest: Forest
  /** Of the same size, for trying things out. */
  #trial: Forest | undefined

  constructor(problem: StandingProblem) {
    this.#problem = problem
    this.#forest = new Forest(problem.graph)
    growFromNothing(this.#forest)
  }

  /** Solves from nothing, on a graph that is new. */
  renew(): void {
    this.#forest = new Forest(this.#problem.graph)
    this.#trial = undefined
    growFromNothing(this.#forest)
  }

  read(): Pairing {
    return readPairing(this.#forest, this.#problem)
  }

  /** As `read`, without the certificate. */
  readMates(): { weight: number; mate: Int32Array } {
    return readMates(this.#forest, this.#problem)
  }

  /** Runs something, reads its solution, and goes back to the one before. The problem must be set back by `run` as well. */
  tryOut<T>(run: () => T): T {
    const kept = this.#forest
    this.#trial ??= new Forest(this.#problem.graph)
    this.#trial.copy(kept)
    this.#forest = this.#trial
    const result = run()
    this.#forest = kept
    return result
  }

  /** No edge of these vertices counts any more. */
  takeOut(vertices: readonly number[]): void {
    const left = vertices.map((vertex) => release(this.#forest, vertex))
    for (const vertex of vertices) {
      this.weighAround(vertex)
      this.#forest.dual[vertex] = 0
    }
    this.#grow(left)
  }

  /** The edges of these vertices, which were out, count again. */
  bringIn(vertices: readonly number[]): void {
    for (const vertex of vertices) this.weighAround(vertex)
    settle(this.#forest, vertices)
    this.#grow(vertices)
  }

  /** The weight of an edge changed, or whether it counts. */
  reweigh(half: number): void {
    const { graph, size } = this.#forest
    const weight2 = this.#problem.weight2(half)
    if (!breaks(this.#forest, half, weight2)) {
      this.#problem.graph.weigh(half, weight2)
      return
    }
    const ends = [this.#forest.tail(half), graph.head[half]!]
    const [vertex] = ends.toSorted((u, v) => size[this.#forest.find(u)]! - size[this.#forest.find(v)]!)
    const left = release(this.#forest, vertex!)
    this.#problem.graph.weigh(half, weight2)
    settle(this.#forest, [vertex!])
    this.#grow([vertex!, left])
  }

  /** Weighs every edge of a vertex anew, as the problem has it. */
  weighAround(vertex: number): void {
    const { graph } = this.#problem
    for (const half of graph.around(vertex)) graph.weigh(half, this.#problem.weight2(half))
  }

  #grow(vertices: readonly number[]): void {
    const freed = vertices.filter((vertex) => vertex !== -1)
    growFrom(this.#forest, freed, this.#problem.isOdd, () => {
      let least = Infinity
      for (let vertex = 0; vertex < this.#problem.n; vertex++) {
        if (this.#problem.isOut[vertex] === 0) least = Math.min(least, this.#forest.dual[vertex]!)
      }
      return least
    })
  }
}
