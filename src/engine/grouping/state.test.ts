import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAtoms } from './atoms.ts'
import { seededChance } from './chance.ts'
import { Climber } from './climb.ts'
import { ruledProblem } from './sample-groupings.ts'
import { GroupingState } from './state.ts'

const near = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  for (let at = 0; at < expected.length; at++) expect(actual[at]).toBeCloseTo(expected[at]!, 5)
}

test('what is kept up to date by swaps and moves equals what is reckoned afresh, and undo leads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const atoms = joinAtoms(ruledProblem(seed).problem)
      const chance = seededChance(seed)
      const state = new GroupingState(atoms)
      const start = Int32Array.from({ length: atoms.n }, () => chance.below(atoms.groups))
      state.load(start)
      const climber = new Climber(state)
      for (let step = 0; step < 30; step++) {
        const [i, j] = [chance.below(atoms.n), chance.below(atoms.n)]
        const [before, score] = [state.value, climber.score]
        if (state.groupOf[i] === state.groupOf[j]) state.move(i, chance.below(atoms.groups))
        else {
          const gained = state.swapGain(i, j)
          state.swap(i, j)
          expect(state.value - before).toBeCloseTo(gained, 5)
          expect(Number.isFinite(climber.score - score)).toBe(true)
        }
      }
      const fresh = new GroupingState(atoms)
      fresh.load(state.groupOf)
      near(state.gain, fresh.gain)
      near(state.within, fresh.within)
      expect([...state.size, ...state.count, ...state.held]).toEqual([...fresh.size, ...fresh.count, ...fresh.held])
      state.undo()
      expect(state.groupOf).toEqual(start)
    }),
    { numRuns: 200 },
  )
})

test('after a climb no swap betters the sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const { problem, kept } = ruledProblem(seed)
      const atoms = joinAtoms({ n: problem.n, fit: problem.fit, sizes: problem.sizes })
      const state = new GroupingState(atoms)
      state.load(Int32Array.from({ length: problem.n }, (_, person) => kept.findIndex((all) => all.includes(person))))
      new Climber(state).climb()
      for (let i = 0; i < problem.n; i++) {
        for (let j = 0; j < i; j++) {
          if (state.groupOf[i] !== state.groupOf[j]) expect(state.swapGain(i, j)).toBeLessThan(1e-6)
        }
      }
    }),
    { numRuns: 100 },
  )
})
