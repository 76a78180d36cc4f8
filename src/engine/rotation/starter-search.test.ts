import { expect, test } from 'vitest'
import { checkRotation } from './check-rotation.ts'
import { finiteField, integersModulo, primePowerBase } from './field.ts'
import { symmetryOf, type StarterPlan } from './starter-plan.ts'
import { searchStarter } from './starter-plans.ts'
import { developStarter } from './starter-rounds.ts'
import { findStarter } from './starter-search.ts'

test('a finite field adds, multiplies and distributes, and a primitive element runs through it', () => {
  for (const q of [2, 3, 4, 7, 8, 9, 16, 25, 27]) {
    const { add, multiply, power } = finiteField(q)!
    expect(new Set(power).size).toBe(q - 1)
    for (let a = 0; a < q; a++) {
      for (let b = 0; b < q; b++) {
        expect(add(a, b)).toBe(add(b, a))
        for (const c of [1, q - 1]) expect(multiply(c, add(a, b))).toBe(add(multiply(c, a), multiply(c, b)))
      }
    }
  }
  expect([1, 6, 12, 2.5].map(primePowerBase)).toEqual([0, 0, 0, 0])
  expect(finiteField(6)).toBeUndefined()
  expect(integersModulo(6).multiply(4, 5)).toBe(2)
})

const plan: StarterPlan = { size: 3, modulus: 11, classes: 2, fixed: 2, moving: 1, still: 0 }

test('a starter for 24 players in threes is found, develops into 11 clean rounds, and is the same every time', () => {
  const starter = findStarter(plan, 1, 200_000)!
  const verdict = checkRotation(developStarter(starter), { players: 24, leastSize: 3, mostSize: 3 })
  expect(verdict).toMatchObject({ sound: true, rounds: 11, repeats: 0 })
  expect(findStarter(plan, 1, 200_000)).toEqual(starter)
})

test('a search without a plan draws its own symmetry', () => {
  const starter = searchStarter(7, 3, 10, 1, { steps: 2_000_000, stepsPerGroup: 5000 })!
  const verdict = checkRotation(developStarter(starter), { players: 21, leastSize: 3, mostSize: 3 })
  expect(verdict).toMatchObject({ sound: true, rounds: 10, repeats: 0 })
})

test('a plan that cannot be has no starter', () => {
  expect(findStarter({ ...plan, classes: 3 }, 1, 1000)).toBeUndefined()
  expect(symmetryOf({ ...plan, field: true, modulus: 12 })).toBeUndefined()
  expect(symmetryOf({ ...plan, within: { multiplier: 0, turn: [], fixedTurn: [] } })).toBeUndefined()
})
