import { expect, test } from 'vitest'
import { checkPairing } from './check-pairing.ts'
import { bestOfEveryChoice } from './every-pairing.ts'
import { pairSeveral } from './pair-several.ts'
import { pair } from './pair.ts'
import type { CapacityPairing, CapacityProblem } from './problem.ts'
import { nearby, smallCapacityProblem, sparse } from './sample-problems.ts'

const proved = { optimal: true }
const star = {
  n: 4,
  edges: [
    [0, 1, 5],
    [0, 2, 4],
    [0, 3, 3],
    [1, 2, 1],
  ],
} as const

test('a person takes as many partners as they may, each once', () => {
  expect(pairSeveral({ ...star, capacities: [2, 1, 1, 1] })).toMatchObject({
    weight: 9,
    pairs: [
      [0, 1],
      [0, 2],
    ],
  })
  expect(pairSeveral({ ...star, capacities: [9, 9, 9, 9] }).pairs).toHaveLength(4)
  expect(pairSeveral({ ...star, capacities: [0, 1, 1, 1] }).pairs).toEqual([[1, 2]])
  expect(pairSeveral({ n: 2, edges: [[0, 1, 5]], capacities: [2, 2] }).pairs).toEqual([[0, 1]])
})

test('pins take a seat each, and several may share a person', () => {
  const problem: CapacityProblem = {
    ...star,
    capacities: [2, 1, 1, 1],
    pins: [
      [3, 0],
      [2, 0],
    ],
  }
  expect(pairSeveral(problem)).toMatchObject({
    weight: 7,
    pairs: [
      [0, 2],
      [0, 3],
    ],
  })
  expect(checkPairing(problem, pairSeveral(problem))).toEqual(proved)
})

test('2,000 small problems with capacities agree with trying every choice, and each carries its proof', () => {
  let doors = 0
  for (let seed = 0; seed < 2000; seed++) {
    const problem = smallCapacityProblem(seed)
    const found = pairSeveral(problem)
    const best = bestOfEveryChoice(problem)
    expect({ seed, weight: found.weight }).toEqual({ seed, weight: best.weight })
    if (problem.maximumCardinality) expect({ seed, pairs: found.pairs.length }).toEqual({ seed, pairs: best.pairs })
    expect({ seed, ...checkPairing(problem, found) }).toEqual({ seed, ...proved })
    if (found.certificate.vertexDuals.length > problem.capacities.reduce((sum, each) => sum + each, 0)) doors++
  }
  expect(doors).toBeGreaterThan(200)
})

test('capacities of one are plain pairing', () => {
  const problem = sparse(200, 8, 1000, 3)
  const found = pairSeveral({ ...problem, capacities: new Array(200).fill(1) })
  expect(found.weight).toBe(pair(problem).weight)
})

test('larger problems are proved too, and their proof does not carry another answer', () => {
  const problem = { ...nearby(150, 12, 4), capacities: Array.from({ length: 150 }, (_, v) => 1 + (v % 3)) }
  const found = pairSeveral(problem)
  expect(checkPairing(problem, found)).toEqual(proved)
  const whyNot = (change: (copy: CapacityPairing) => void) => {
    const copy = structuredClone(found)
    change(copy)
    const verdict = checkPairing(problem, copy)
    return verdict.optimal ? 'proved' : verdict.why
  }
  const [u, v] = found.pairs[7]!
  const worth = problem.edges.find((edge) => edge[0] === u && edge[1] === v)![2]
  const lighter = (copy: CapacityPairing) => {
    copy.pairs.splice(7, 1)
    copy.weight -= worth
  }
  expect(whyNot(lighter)).toBe(`The certificate leaves room for pairs that weigh ${worth} more.`)
  expect(whyNot((copy) => copy.pairs.push([u, v]))).toBe(`The pair ${u}-${v} is there twice.`)
  const onceMore = { ...problem, capacities: problem.capacities.with(u, 0) }
  expect(checkPairing(onceMore, found)).toEqual({ optimal: false, why: `Vertex ${u} has more partners than 0.` })
})

test.each<[string, Partial<CapacityProblem>]>([
  ['There are 2 capacities for 4 vertices.', { capacities: [1, 1] }],
  ['The capacity of vertex 1 is 0.5, which is not a whole number from 0.', { capacities: [1, 0.5, 1, 1] }],
  ['The capacity of vertex 3 is -1, which is not a whole number from 0.', { capacities: [1, 1, 1, -1] }],
  ['The pin 2-3 is not among the edges.', { pins: [[2, 3]] }],
  ['The pin 2-4 names a vertex outside 0 to 3.', { pins: [[2, 4]] }],
  ['The pair 0-1 is both pinned and forbidden.', { pins: [[0, 1]], forbidden: [[1, 0]] }],
  [
    'Vertex 1 is pinned to more partners than 1.',
    {
      pins: [
        [0, 1],
        [1, 2],
      ],
    },
  ],
])('refused: %s', (sentence, fault) => {
  expect(() => pairSeveral({ ...star, capacities: [2, 1, 1, 1], ...fault })).toThrow(new RangeError(sentence))
})
