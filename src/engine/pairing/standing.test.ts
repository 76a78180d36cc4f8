import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import type { Change } from './change.ts'
import { checkPairing } from './check-pairing.ts'
import { bestOfEveryPairing } from './every-pairing.ts'
import { pair } from './pair.ts'
import type { PairingProblem } from './problem.ts'
import { nearby, smallProblem, sparse, wholeCohort } from './sample-problems.ts'
import { openPairing, type StandingPairing } from './standing.ts'

const path: PairingProblem = {
  n: 4,
  edges: [
    [0, 1, 5],
    [1, 2, 9],
    [2, 3, 5],
  ],
}

test('each change and its undoing give the best pairing of the changed problem', () => {
  const standing = openPairing(path)
  const undo = standing.change({ pin: [1, 2] })
  expect(standing.pairing()).toMatchObject({ weight: 9, pairs: [[1, 2]] })
  expect(undo).toEqual({ unpin: [1, 2] })
  standing.change(undo)
  expect(standing.pairing().weight).toBe(10)
  expect(standing.change({ weigh: [1, 2, 11] })).toEqual({ weigh: [1, 2, 9] })
  expect(standing.pairing().weight).toBe(11)
  expect(standing.change({ weigh: [0, 3, 1] })).toEqual({ drop: [0, 3] })
  expect(standing.pairing().weight).toBe(12)
  expect(standing.change({ forbid: [2, 1] })).toEqual({ allow: [2, 1] })
  expect(standing.pairing().weight).toBe(10)
  expect(standing.change({ leave: 0 })).toEqual({ rejoin: 0 })
  expect(standing.pairing()).toMatchObject({ weight: 5, pairs: [[2, 3]] })
  expect(standing.change({ join: [[1, 3]] })).toEqual({ leave: 4 })
  expect(standing.pairing().weight).toBe(8)
})

test('what was read stays as it was when the problem changes', () => {
  const standing = openPairing(path)
  const before = standing.pairing()
  standing.change({ drop: [0, 1] })
  expect(before.pairs).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(checkPairing(path, before)).toEqual({ optimal: true })
})

test('a price is what forcing a pair costs, and asking for it changes nothing', () => {
  const problem = wholeCohort(40, 3)
  const standing = openPairing(problem)
  const before = standing.pairing()
  for (const [u, v] of problem.edges.slice(0, 60)) {
    const forced = pair({ ...problem, pins: [[u, v]] }).weight
    expect({ u, v, price: standing.priceOf(u, v) }).toEqual({ u, v, price: before.weight - forced })
  }
  standing.change({ leave: 39 })
  standing.change({ rejoin: 39 })
  expect(standing.pairing().weight).toBe(before.weight)
  expect(() => standing.priceOf(0, 0)).toThrow('The pin 0-0 joins a vertex with itself.')
})

/** Some change drawn by numbers: often one that makes sense, sometimes one that does not. */
function draw(standing: StandingPairing, kind: number, seed: number): Change {
  const random = seededRandom(seed)
  const { n, edges, pins = [], forbidden = [] } = standing.problem
  const any = [random.int(n), random.int(n)] as const
  const edge = edges.length > 0 && random.int(3) > 0 ? random.pick(edges) : any
  const two = [edge[0], edge[1]] as const
  const join = Array.from({ length: Math.min(n, random.int(6)) }, (_, other) => [other, random.int(20)] as const)
  const all: Change[] = [
    { pin: two },
    { unpin: pins.length > 0 ? random.pick(pins) : any },
    { forbid: two },
    { allow: forbidden.length > 0 ? random.pick(forbidden) : any },
    { weigh: [...two, random.int(30) - 3] },
    { drop: two },
    n < 18 ? { join } : { leave: random.int(n) },
    { leave: random.int(n) },
    { rejoin: random.int(n) },
  ]
  return all[kind]!
}

const steps = fc.array(fc.tuple(fc.nat(8), fc.nat(), fc.boolean()), { minLength: 10, maxLength: 40 })
test('after any sequence of changes and undoings the pairing is as good as one from nothing, and proved', () => {
  let [made, refused] = [0, 0]
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), steps, (seed, maximumCardinality, sequence) => {
      const standing = openPairing({ ...smallProblem(seed), maximumCardinality })
      const undos: Change[] = []
      for (const [kind, number, goesBack] of sequence) {
        const before = structuredClone(standing.pairing())
        const change = (goesBack && undos.pop()) || draw(standing, kind, number)
        try {
          undos.push(standing.change(change))
          made++
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          expect(structuredClone(standing.pairing())).toEqual(before)
          refused++
        }
        const { problem } = standing
        const found = standing.pairing()
        const cold = pair(problem)
        expect(found.weight).toBe(cold.weight)
        if (maximumCardinality) expect(found.pairs).toHaveLength(cold.pairs.length)
        expect(checkPairing(problem, found)).toEqual({ optimal: true })
      }
    }),
    { numRuns: 250 },
  )
  expect(made).toBeGreaterThan(2000)
  expect(refused).toBeGreaterThan(200)
})

test('every undone sequence ends at the weight it began with, which trying everything confirms', () => {
  for (let seed = 0; seed < 200; seed++) {
    const problem = smallProblem(seed)
    const standing = openPairing(problem)
    const undos: Change[] = []
    for (let step = 0; step < 12; step++) {
      try {
        undos.push(standing.change(draw(standing, (seed + step) % 9, seed * 100 + step)))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
      }
    }
    for (let undo = undos.pop(); undo; undo = undos.pop()) standing.change(undo)
    expect({ seed, weight: standing.pairing().weight }).toEqual({ seed, weight: bestOfEveryPairing(problem).weight })
  }
})

test.each<[string, PairingProblem]>([
  ['near points, deeply nested', nearby(400, 16, 1)],
  ['sparse, no two alike', sparse(401, 10, 100_000, 2)],
  ['sparse, many ties', sparse(400, 8, 4, 3)],
])('changes of larger problems are proved too: %s', (_, problem) => {
  for (const maximumCardinality of [false, true]) {
    const standing = openPairing({ ...problem, maximumCardinality })
    const random = seededRandom(7)
    for (let step = 0; step < 40; step++) {
      const pinned = new Set(standing.problem.pins!.flat())
      const [u, v, weight] = random.pick(problem.edges.filter(([a, b]) => !pinned.has(a) && !pinned.has(b)))
      const change: Change = [
        { pin: [u, v] } as const,
        { leave: u } as const,
        { forbid: random.pick(standing.pairing().pairs.filter(([a]) => !pinned.has(a))) } as const,
        { weigh: [u, v, 2 * weight] } as const,
      ][step % 4]!
      const undo = standing.change(change)
      expect(checkPairing(standing.problem, standing.pairing())).toEqual({ optimal: true })
      if (step % 8 === 0) continue
      standing.change(undo)
      expect(checkPairing(standing.problem, standing.pairing())).toEqual({ optimal: true })
      if (step % 8 === 1) expect(standing.pairing().weight).toBe(pair(standing.problem).weight)
    }
  }
})

test('the same changes give the same answers', () => {
  const [one, other] = [openPairing(wholeCohort(60, 1)), openPairing(wholeCohort(60, 1))]
  for (let step = 0; step < 30; step++) {
    for (const standing of [one, other]) standing.change({ forbid: standing.pairing().pairs[step % 7]! })
    expect(one.pairing().pairs).toEqual(other.pairing().pairs)
  }
})

test('more people and pairs may come than there was room for', () => {
  const standing = openPairing({ n: 0, edges: [], maximumCardinality: true })
  for (let n = 0; n < 80; n++) standing.change({ join: Array.from({ length: n }, (_, other) => [other, other * n]) })
  expect(standing.pairing().pairs).toHaveLength(40)
  expect(standing.pairing().weight).toBe(pair(standing.problem).weight)
  expect(checkPairing(standing.problem, standing.pairing())).toEqual({ optimal: true })
})

describe('a change that makes no sense is refused in one sentence and leaves everything as it was', () => {
  test.each<[string, Change]>([
    ['The pin 2-4 is not among the edges.', { pin: [2, 4] }],
    ['The pin 0-5 names a vertex outside 0 to 4.', { pin: [0, 5] }],
    ['The pair 0-1 is pinned already.', { pin: [0, 1] }],
    ['Vertex 1 is pinned to two partners.', { pin: [1, 2] }],
    ['The pair 2-3 is both pinned and forbidden.', { pin: [2, 3] }],
    ['The pair 1-0 is both pinned and forbidden.', { forbid: [1, 0] }],
    ['The pair 3-2 is forbidden already.', { forbid: [3, 2] }],
    ['The pair 1-2 is not pinned.', { unpin: [1, 2] }],
    ['The pair 1-2 is not forbidden.', { allow: [1, 2] }],
    ['The edge 1-2 weighs 0.5, which is not a whole number of safe size.', { weigh: [1, 2, 0.5] }],
    ['The edge 1-1 joins a vertex with itself.', { weigh: [1, 1, 5] }],
    ['The pair 0-3 is not among the edges.', { drop: [0, 3] }],
    ['The pair 0-1 is pinned.', { drop: [0, 1] }],
    ['The edge 2-5 is named twice.', { join: [2, 2].map((other) => [other, 1] as const) }],
    ['The edge 6-5 names a vertex outside 0 to 5.', { join: [[6, 1]] }],
    ['Vertex 0 is pinned.', { leave: 0 }],
    ['There is no vertex 7.', { leave: 7 }],
    ['Vertex 2 is not away.', { rejoin: 2 }],
  ])('%s', (sentence, change) => {
    const standing = openPairing({ ...path, n: 5, pins: [[0, 1]], forbidden: [[2, 3]] })
    const { problem } = standing
    expect(() => standing.change(change)).toThrow(new RangeError(sentence))
    expect(standing.problem).toEqual(problem)
    expect(standing.pairing()).toMatchObject({ weight: 5, pairs: [[0, 1]] })
  })

  test('weights that cannot be added up exactly', () => {
    const standing = openPairing(path)
    expect(() => standing.change({ weigh: [0, 1, 2 ** 52] })).toThrow(/too large to add up exactly/)
    expect(standing.pairing().weight).toBe(10)
  })
})
