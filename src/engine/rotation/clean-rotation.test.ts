import { expect, test } from 'vitest'
import { checkRotation } from './check-rotation.ts'
import { cleanRotation, mostCleanRounds } from './clean-rotation.ts'
import { arcOrder, maximalArc } from './maximal-arc.ts'
import { columnsOf, orthogonalArray } from './orthogonal-array.ts'
import { multiplyQuaternions, quaternionRounds } from './quaternion-rounds.ts'
import { roundRobin } from './round-robin.ts'
import { developStarter } from './starter-rounds.ts'
import { readStarter, writeStarter } from './starters.ts'
import { starterLines } from './starter-lines.ts'
import { acrossTeams, byRectangles } from './transversal.ts'
import { hermitianUnital } from './unital.ts'

function isClean(rounds: number[][][], groups: number, size: number): boolean {
  const verdict = checkRotation(rounds, { players: groups * size, leastSize: size, mostSize: size })
  return verdict.sound && verdict.repeats === 0
}

test('pairs meet once and everybody meets everybody', () => {
  for (const groups of [1, 2, 3, 10, 25]) {
    expect(roundRobin(groups)).toHaveLength(2 * groups - 1)
    expect(isClean(roundRobin(groups), groups, 2)).toBe(true)
  }
})

test('any two columns of an orthogonal array show every pair once', () => {
  for (let g = 2; g <= 27; g++) {
    const columns = orthogonalArray(g)
    expect(columns).toHaveLength(columnsOf(g))
    for (const [at, one] of columns.entries()) {
      for (const other of columns.slice(0, at)) {
        expect(new Set(one.map((entry, row) => entry * g + other[row]!)).size).toBe(g * g)
      }
    }
  }
})

test('teams meet across in as many rounds as the Latin squares allow', () => {
  expect(acrossTeams(6, 3)).toBeUndefined()
  for (const [g, size] of [
    [5, 4],
    [8, 8],
    [9, 5],
    [12, 6],
    [15, 3],
  ] as const) {
    expect(acrossTeams(g, size)).toHaveLength(g)
    expect(isClean(acrossTeams(g, size)!, g, size)).toBe(true)
  }
  for (const [g, size] of [
    [6, 4],
    [10, 7],
    [12, 9],
    [7, 7],
  ] as const) {
    expect(byRectangles(g, size)).toHaveLength(columnsOf(g) - 1)
    expect(isClean(byRectangles(g, size)!, g, size)).toBe(true)
  }
})

test('arcs and Hermitian curves let every pair meet once', () => {
  const pairsOnce = (rounds: number[][][] | undefined, groups: number, size: number) => {
    expect(rounds).toHaveLength((groups * size - 1) / (size - 1))
    expect(isClean(rounds!, groups, size)).toBe(true)
  }
  for (const [groups, size] of [
    [7, 4],
    [13, 4],
    [25, 4],
    [15, 8],
  ] as const) {
    pairsOnce(maximalArc(groups, size), groups, size)
  }
  for (const [groups, size] of [
    [3, 3],
    [7, 4],
    [13, 5],
  ] as const)
    pairsOnce(hermitianUnital(groups, size), groups, size)
  expect(arcOrder(8, 4)).toBe(0)
  expect(hermitianUnital(8, 4)).toBeUndefined()
})

test('quaternions multiply as they should', () => {
  const elements = [0, 1, 2, 3, 4, 5, 6, 7]
  expect([multiplyQuaternions(2, 4), multiplyQuaternions(4, 2), multiplyQuaternions(2, 2)]).toEqual([6, 7, 1])
  for (const a of elements) {
    for (const b of elements) {
      for (const c of elements) {
        const left = multiplyQuaternions(multiplyQuaternions(a, b), c)
        expect(left).toBe(multiplyQuaternions(a, multiplyQuaternions(b, c)))
      }
    }
  }
  expect(isClean(quaternionRounds(), 8, 4)).toBe(true)
})

test('every starter that is kept develops into rounds in which nobody meets twice', () => {
  const names = new Set<string>()
  for (const line of starterLines) {
    const [name, starter] = readStarter(line)
    const [groups, size] = name.split(' ').map(Number) as [number, number]
    expect(isClean(developStarter(starter), groups, size), name).toBe(true)
    expect(writeStarter(starter)).toBe(line)
    names.add(name)
  }
  expect(names.size).toBe(starterLines.length)
})

test('all cases up to 40 players are clean and within the bound', () => {
  for (let size = 1; size <= 8; size++) {
    for (let groups = 1; groups * size <= 40; groups++) {
      const { rounds } = cleanRotation(groups, size)
      expect(isClean(rounds, groups, size)).toBe(true)
      expect(rounds.length).toBeLessThanOrEqual(mostCleanRounds(groups, size))
    }
  }
})

test.each([
  [5, 3, 7],
  [4, 4, 5],
  [8, 3, 11],
  [8, 4, 10],
  [9, 4, 11],
  [10, 4, 13],
  [12, 5, 12],
  [15, 5, 16],
  [27, 3, 40],
  [25, 5, 31],
])('%i groups of %i play %i rounds', (groups, size, best) => {
  expect(cleanRotation(groups, size).rounds).toHaveLength(best)
})

test('sizes that cannot be are refused in a sentence', () => {
  expect(() => cleanRotation(0, 4)).toThrow(
    'There is no rotation of 0 groups of 4: at most 2,000 players are possible.',
  )
})
