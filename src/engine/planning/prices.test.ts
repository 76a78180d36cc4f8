import { describe, expect, it } from 'vitest'
import { listCandidates } from './candidates.ts'
import { unit } from './choices.ts'
import { Draft } from './draft.ts'
import { tryEveryStart } from './every-start.ts'
import { Prices } from './prices.ts'
import type { PlanningProblem } from './problem.ts'
import { tinyProblem } from './sample-problems.ts'
import { phaseWeights } from './search.ts'

const weights = phaseWeights(100, 4).plain

function draftOf(problem: PlanningProblem): Draft {
  const candidates = problem.series.map((one) => listCandidates(problem, one, 0))
  return new Draft(problem, candidates, weights)
}

describe('prices on hours', () => {
  it('never prove more than the best plan costs', () => {
    let close = 0
    for (let seed = 0; seed < 800; seed++) {
      const problem: PlanningProblem = { ...tinyProblem(seed), sharing: 'total first' }
      const best = tryEveryStart(problem)
      const value = best.unplaced * weights.leaveOut + best.moves * weights.move + best.total
      const prices = new Prices(draftOf(problem))
      prices.improve(1 + (seed % 40), 2 * value)
      expect({ seed, isTrue: Math.ceil(prices.bound / unit) <= value }).toEqual({ seed, isTrue: true })
      if (prices.reaches(value)) close++
    }
    expect(close).toBeGreaterThan(400)
  })

  it('come back to the best before they say which starts are allowed', () => {
    let strict = 0
    for (let seed = 0; seed < 60; seed++) {
      const prices = new Prices(draftOf(tinyProblem(seed)))
      prices.improve(30, 40)
      const count = () =>
        prices
          .allowed(Math.ceil(prices.bound / unit))
          .flatMap((one) => [...one])
          .filter(Boolean).length
      const before = count()
      prices.improve(10, 1e9)
      expect({ seed, isAsStrict: count() <= before }).toEqual({ seed, isAsStrict: true })
      if (before < 20) strict++
    }
    expect(strict).toBeGreaterThan(10)
  })
})
