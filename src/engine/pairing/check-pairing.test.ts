import { expect, test } from 'vitest'
import { checkPairing } from './check-pairing.ts'
import { pair } from './pair.ts'
import type { Pairing, PairingProblem } from './problem.ts'
import { nearby, smallProblem } from './sample-problems.ts'

const problem = nearby(60, 12, 1)
const whyNot = (change: (copy: Pairing) => void) => {
  const copy = structuredClone(pair(problem))
  change(copy)
  const verdict = checkPairing(problem, copy)
  return verdict.optimal ? 'proved' : verdict.why
}

test('an untouched answer is proved', () => {
  expect(whyNot(() => {})).toBe('proved')
})

test('answers that are no pairing of the problem are found out', () => {
  expect(whyNot((copy) => (copy.mate = copy.mate.slice(1)))).toBe('There are 59 partners for 60 vertices.')
  expect(whyNot((copy) => (copy.mate[copy.mate[0]!] = -1))).toMatch(/but not the other way round/)
  expect(whyNot((copy) => (copy.weight += 1))).toMatch(/^The pairs weigh/)
  expect(whyNot((copy) => copy.pairs.pop())).toMatch(/^The pairs weigh/)
  expect(whyNot((copy) => (copy.mate = new Int32Array(60).fill(-1)))).toBe('Pairs and partners differ.')
  expect(whyNot((copy) => copy.pairs.push(copy.pairs[0]!))).toMatch(/^The pair \d+-\d+ is there twice\.$/)
  const first = pair(problem).pairs[0]!
  const [more, other] = problem.edges.find(([a, b]) => first.includes(a) && pair(problem).mate[a] !== b)!
  expect(whyNot((copy) => copy.pairs.push([more, other]))).toMatch(/^Vertex \d+ has more partners than 1\.$/)
  const [u, v] = pair(problem).pairs[0]!
  const banned = { ...problem, forbidden: [[v, u]] as const }
  expect(checkPairing(banned, pair(problem))).toEqual({
    optimal: false,
    why: `The pair ${u}-${v} is not allowed.`,
  })
  const untaken = problem.edges.find(([a, b]) => pair(problem).mate[a] !== b)!
  const pinned: PairingProblem = { ...problem, pins: [[untaken[0], untaken[1]]] }
  expect(checkPairing(pinned, pair(problem))).toMatchObject({ why: expect.stringMatching(/^The pin/) })
})

test('a lighter pairing is never proved, whatever certificate comes with it', () => {
  let refused = 0
  for (let seed = 0; seed < 300; seed++) {
    const small = { ...smallProblem(seed), maximumCardinality: false, pins: [] }
    const copy = structuredClone(pair(small))
    const dropped = copy.pairs.pop()
    if (!dropped) continue
    copy.mate[dropped[0]] = -1
    copy.mate[dropped[1]] = -1
    const weights = small.edges.filter(([u, v]) => dropped.includes(u) && dropped.includes(v)).map((edge) => edge[2])
    copy.weight -= Math.max(...weights)
    expect(checkPairing(small, copy).optimal).toBe(false)
    refused++
  }
  expect(refused).toBeGreaterThan(200)
})

test('a certificate that proves nothing is found out', () => {
  expect(whyNot((copy) => (copy.certificate.vertexDuals[3] = -1))).toBe('The dual of vertex 3 is below 0.')
  expect(whyNot((copy) => (copy.certificate.vertexDuals[3] = Number.NaN))).toBe(
    'The dual of vertex 3 is no whole number.',
  )
  expect(whyNot((copy) => (copy.certificate.vertexDuals[3]! += 0.5))).toBe('The dual of vertex 3 is no whole number.')
  expect(whyNot((copy) => copy.certificate.vertexDuals.pop())).toBe('There are 59 duals for 60 vertices.')
  expect(whyNot((copy) => (copy.certificate.vertexDuals[3]! -= 1))).toMatch(/costs more than its duals allow/)
  expect(whyNot((copy) => (copy.certificate.vertexDuals[3]! += 1))).toBe(
    'The certificate leaves room for pairs that weigh 0.5 more.',
  )
  expect(whyNot((copy) => (copy.certificate.blossoms[0]!.dual = -2))).toBe('The dual of blossom 0 is below 0.')
  expect(whyNot((copy) => copy.certificate.blossoms[0]!.vertices.pop())).toBe('Blossom 0 is no odd set.')
  expect(whyNot((copy) => (copy.certificate.blossoms = []))).toMatch(/costs more than its duals allow/)
  expect(whyNot((copy) => copy.certificate.blossoms.push({ vertices: [0, 1, 2], dual: 2 }))).toBe(
    'The certificate leaves room for pairs that weigh 1 more.',
  )
})

test('a heaviest pairing does not pass for one with the most pairs', () => {
  const path = {
    n: 4,
    edges: [
      [0, 1, 1],
      [1, 2, 9],
      [2, 3, 1],
    ] as const,
  }
  expect(checkPairing({ ...path, maximumCardinality: true }, pair(path)).optimal).toBe(false)
  expect(checkPairing(path, pair({ ...path, maximumCardinality: true })).optimal).toBe(false)
})
