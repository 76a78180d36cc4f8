import { describe, expect, it } from 'vitest'
import { listCandidates } from './candidates.ts'
import { dive } from './dive.ts'
import { Draft } from './draft.ts'
import { tryEveryStart, valueOfStarts } from './every-start.ts'
import { FewStarts } from './few-starts.ts'
import { Prices } from './prices.ts'
import type { PlanningProblem } from './problem.ts'
import { tinyProblem } from './sample-problems.ts'
import { phaseWeights } from './search.ts'

const weights = phaseWeights(1000, 4).plain

function priced(problem: PlanningProblem, rounds: number, target: number) {
  const draft = new Draft(
    problem,
    problem.series.map((one) => listCandidates(problem, one, 0)),
    weights,
  )
  const prices = new Prices(draft)
  prices.improve(rounds, target)
  return { draft, prices }
}

describe('a dive through the few starts that prices leave', () => {
  it('finds a plan where trying everything finds one, and none where there is none', () => {
    const told = { found: 0, none: 0, unknown: 0 }
    for (let seed = 0; seed < 1200; seed++) {
      const problem: PlanningProblem = { ...tinyProblem(seed), sharing: 'total first' }
      const best = tryEveryStart(problem)
      const value = best.unplaced * weights.leaveOut + best.moves * weights.move + best.total
      const { draft, prices } = priced(problem, seed % 40, value)
      const look = (most: number, cap: number) =>
        dive(
          new FewStarts(draft, prices, most),
          cap,
          () => false,
          (starts) => {
            const given = problem.series.map((one, at) =>
              Array.from(starts.subarray(draft.bookings.first[at], draft.bookings.first[at]! + one.sessions)),
            )
            const { unplaced, moves, total, worst } = valueOfStarts(problem, given)!
            return unplaced * weights.leaveOut + moves * weights.move + total <= most && worst <= cap
          },
        )
      const verdicts = [look(value, best.worst), look(value, best.worst - 1), look(value - 1, Infinity)]
      expect({ seed, at: verdicts[0] === 'none' }).toEqual({ seed, at: false })
      expect({ seed, below: verdicts.slice(1).includes('found') }).toEqual({ seed, below: false })
      for (const verdict of verdicts) told[verdict]++
    }
    expect(told.found).toBeGreaterThan(550)
    expect(told.none).toBeGreaterThan(1200)
  })

  it('says unknown when it must end', () => {
    const problem = tinyProblem(5)
    const { draft, prices } = priced(problem, 5, 30)
    const few = new FewStarts(draft, prices, 30)
    expect(few.isWhole && few.isPossible).toBe(true)
    expect(
      dive(
        few,
        Infinity,
        () => true,
        () => true,
      ),
    ).toBe('unknown')
    expect(
      dive(
        few,
        Infinity,
        () => false,
        () => true,
      ),
    ).toBe('found')
  })
})
