import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { checkPairing } from './check-pairing.ts'
import { bestOfEveryPairing } from './every-pairing.ts'
import { pair } from './pair.ts'
import type { PairingProblem } from './problem.ts'
import { smallProblem, sparse, wholeCohort } from './sample-problems.ts'

const proved = { optimal: true }

test('a greedy choice is not taken where two lighter pairs are worth more', () => {
  const found = pair({
    n: 4,
    edges: [
      [0, 1, 5],
      [1, 2, 9],
      [2, 3, 5],
    ],
  })
  expect(found.pairs).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(found.weight).toBe(10)
  expect([...found.mate]).toEqual([1, 0, 3, 2])
})

test('an odd person out is left alone unless as many pairs as possible are asked for', () => {
  const edges = [
    [0, 1, 2],
    [1, 2, 9],
    [2, 3, -3],
  ] as const
  expect(pair({ n: 4, edges }).pairs).toEqual([[1, 2]])
  expect(pair({ n: 4, edges, maximumCardinality: true })).toMatchObject({
    weight: -1,
    pairs: [
      [0, 1],
      [2, 3],
    ],
  })
})

test('nobody, one person and people without a possible pair are answers too', () => {
  for (const n of [0, 1, 3]) {
    const found = pair({ n, edges: [] })
    expect(found).toMatchObject({ weight: 0, pairs: [] })
    expect([...found.mate]).toEqual(new Array(n).fill(-1))
    expect(checkPairing({ n, edges: [] }, found)).toEqual(proved)
  }
})

test('of a pair named twice the heavier counts', () => {
  const problem = {
    n: 2,
    edges: [
      [0, 1, 4],
      [1, 0, 7],
      [0, 1, 6],
    ],
  } as const
  expect(pair(problem).weight).toBe(7)
  expect(checkPairing(problem, pair(problem))).toEqual(proved)
})

test('2,000 small problems of every sort agree with trying every pairing, and each carries its proof', () => {
  let blossoms = 0
  for (let seed = 0; seed < 2000; seed++) {
    const problem = smallProblem(seed)
    const found = pair(problem)
    const best = bestOfEveryPairing(problem)
    expect({ seed, weight: found.weight }).toEqual({ seed, weight: best.weight })
    if (problem.maximumCardinality) expect({ seed, pairs: found.pairs.length }).toEqual({ seed, pairs: best.pairs })
    expect({ seed, ...checkPairing(problem, found) }).toEqual({ seed, ...proved })
    blossoms += found.certificate.blossoms.length
  }
  expect(blossoms).toBeGreaterThan(300)
})

test('500 peers who may all meet are paired in well under a second', () => {
  const problem = wholeCohort(500, 5)
  const before = process.cpuUsage()
  const found = pair(problem)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  expect(found.pairs).toHaveLength(250)
})

test('the same problem gives the same answer, and its optimum does not hang on the order of the edges', () => {
  const problem = sparse(200, 8, 5, 6)
  const found = pair(problem)
  expect(pair(problem).pairs).toEqual(found.pairs)
  const shuffled = seededRandom(1).shuffle(problem.edges)
  expect(pair({ ...problem, edges: shuffled }).weight).toBe(found.weight)
})

test('pins are kept and bans are kept out, and the rest is the best that is left', () => {
  const problem = wholeCohort(40, 7)
  const free = pair(problem)
  const changed = {
    ...problem,
    pins: [
      [0, 1],
      [3, 2],
    ],
    forbidden: free.pairs.filter(([u]) => u > 3),
  } as const
  const found = pair(changed)
  expect(found.mate[0]).toBe(1)
  expect(found.mate[2]).toBe(3)
  for (const [u, v] of changed.forbidden) expect(found.mate[u]).not.toBe(v)
  expect(found.weight).toBeLessThanOrEqual(free.weight)
  expect(checkPairing(changed, found)).toEqual(proved)
})

describe('a problem that makes no sense is refused in one sentence', () => {
  const two = [
    [0, 1, 1],
    [1, 2, 1],
  ] as const
  test.each<[string, Partial<PairingProblem>]>([
    ['The number of vertices must be a whole number from 0 to 2^28, not -1.', { n: -1 }],
    ['The edge 0-3 names a vertex outside 0 to 2.', { edges: [[0, 3, 1]] }],
    ['The edge 0.5-1 names a vertex outside 0 to 2.', { edges: [[0.5, 1, 1]] }],
    ['The edge 1-1 joins a vertex with itself.', { edges: [[1, 1, 1]] }],
    ['The edge 0-1 weighs 1.5, which is not a whole number of safe size.', { edges: [[0, 1, 1.5]] }],
    ['The edge 0-1 weighs NaN, which is not a whole number of safe size.', { edges: [[0, 1, Number.NaN]] }],
    ['Weights up to 4503599627370496 are too large to add up exactly for 3 vertices.', { edges: [[0, 1, 2 ** 52]] }],
    ['The pin 0-2 is not among the edges.', { pins: [[0, 2]] }],
    ['The pair 1-0 is both pinned and forbidden.', { pins: [[1, 0]], forbidden: [[0, 1]] }],
    [
      'Vertex 1 is pinned to two partners.',
      {
        pins: [
          [0, 1],
          [1, 2],
        ],
      },
    ],
    ['The pin 0-9 names a vertex outside 0 to 2.', { pins: [[0, 9]] }],
    ['The forbidden pair 2-2 joins a vertex with itself.', { forbidden: [[2, 2]] }],
  ])('%s', (sentence, fault) => {
    expect(() => pair({ n: 3, edges: two, ...fault })).toThrow(new RangeError(sentence))
  })
})
