import { describe, expect, it } from 'vitest'
import { tryEveryStart, valueOfStarts } from './every-start.ts'
import { crowdedDays, tinyProblem } from './sample-problems.ts'
import { solve } from './solve.ts'

describe('solving a season below the wall clock', () => {
  it('finds what trying everything finds, and proves nothing false', () => {
    let [totals, worsts, placings] = [0, 0, 0]
    for (let seed = 0; seed < 300; seed++) {
      const problem = tinyProblem(seed)
      const best = tryEveryStart(problem)
      const found = solve(problem, { seed: 1, iterations: 1500 })
      const { unplaced, moves, total, worst } = found
      expect({ seed, unplaced, moves, total, worst }).toEqual({ seed, ...best })
      expect(
        valueOfStarts(
          problem,
          found.starts.map((starts) => [...starts]),
        ),
      ).toEqual(best)
      if (problem.sharing === 'total first') expect(found.leastTotal).toBeLessThanOrEqual(best.total)
      expect(found.leastWorst).toBeLessThanOrEqual(best.worst)
      if (found.isTotalProved) totals++
      if (found.isWorstProved) worsts++
      if (found.isPlacingProved) placings++
    }
    expect(totals).toBeGreaterThan(150)
    expect(worsts).toBeGreaterThan(60)
    expect(placings).toBeGreaterThan(200)
  })

  it('knows the least total and the least worst burden of crowded days', () => {
    for (let seed = 0; seed < 9; seed++) {
      const found = solve(crowdedDays(seed), { seed: 1 })
      const { isTotalProved, isWorstProved, leastWorst, worst } = found
      expect({ seed, isTotalProved, isWorstProved, leastWorst }).toEqual({
        seed,
        isTotalProved: true,
        isWorstProved: true,
        leastWorst: worst,
      })
      expect(found.iterations).toBeLessThan(3000)
    }
  })

  it('repeats itself for a seed and a number of steps', () => {
    for (let seed = 0; seed < 20; seed++) {
      const options = { seed: seed * 7, iterations: 300 }
      expect(solve(tinyProblem(seed), options)).toEqual(solve(tinyProblem(seed), options))
    }
  })
})
