import { applyChange, checkPin } from './apply-change.ts'
import type { Change } from './change.ts'
import type { Pairing, PairingProblem } from './problem.ts'
import { Solution } from './solution.ts'
import { StandingProblem } from './standing-problem.ts'

/**
 * Solves a pairing problem and keeps the solution ready for changes: after each, only what it touches is solved again.
 * The answer is as good as that of `pair` for the changed problem and carries the same proof; among several that are
 * equally good it may be another one.
 *
 * Method: postoptimality as in M. Ball & U. Derigs, 'An analysis of alternate strategies for implementing matching
 * algorithms', Networks 13(4), 1983: a vertex whose edges change is freed, its blossoms are dissolved, and trees grow from
 * what was left alone. So at most two trees are grown to pay for most changes.
 *
 * @throws RangeError as `pair` does
 * @example
 * const standing = openPairing({ n: 4, edges: [[0, 1, 5], [1, 2, 9], [2, 3, 5]] })
 * const undo = standing.change({ pin: [1, 2] })
 * standing.pairing().weight // 9
 * standing.change(undo)
 * standing.pairing().weight // 10
 */
export function openPairing(problem: PairingProblem): StandingPairing {
  return new StandingPairing(problem)
}

/** A problem with its solution, both open to changes. See `openPairing`. */
export class StandingPairing {
  readonly #problem: StandingProblem
  readonly #solution: Solution
  #pairing: Pairing | undefined

  constructor(problem: PairingProblem) {
    this.#problem = new StandingProblem(problem)
    this.#solution = new Solution(this.#problem)
  }

  /** The problem as it stands, in the form that `pair` and `checkPairing` take. People who left keep their number. */
  get problem(): PairingProblem {
    return this.#problem.problem
  }

  /** The best pairing of the problem as it stands. O(n) after a change, then at hand. */
  pairing(): Pairing {
    this.#pairing ??= this.#solution.read()
    return this.#pairing
  }

  /**
   * Changes the problem and solves it again.
   *
   * @returns the change that undoes this one
   * @throws RangeError in one sentence where the change makes no sense; then everything stays as it was
   */
  change(change: Change): Change {
    const undo = applyChange(this.#problem, this.#solution, change)
    this.#pairing = undefined
    return undo
  }

  /**
   * What it costs to force a pair: the weight of the best pairing less that of the best one with this pair. Problem and
   * pairing stay as they are. With `maximumCardinality` forcing a pair may leave room for fewer.
   *
   * @throws RangeError in one sentence where this pair could not be pinned
   */
  priceOf(u: number, v: number): number {
    const { weight, mate } = this.#pairing ?? this.#solution.readMates()
    if (mate[u] === v) return 0
    checkPin(this.#problem, [u, v])
    return this.#solution.tryOut(() => {
      applyChange(this.#problem, this.#solution, { pin: [u, v] })
      const forced = this.#solution.readMates().weight
      this.#problem.unpin([u, v])
      this.#solution.weighAround(u)
      this.#solution.weighAround(v)
      return weight - forced
    })
  }
}
