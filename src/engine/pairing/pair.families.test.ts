import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkPairing } from './check-pairing.ts'
import { pairSeveral } from './pair-several.ts'
import { pair } from './pair.ts'
import type { PairingProblem } from './problem.ts'
import { nearby, sparse, wholeCohort } from './sample-problems.ts'

type Edge = [number, number, number]
const proved = { optimal: true }

const large: [string, PairingProblem][] = [
  ['near points, deeply nested', nearby(1500, 20, 1)],
  ['sparse, no two alike', sparse(1501, 12, 100_000, 2)],
  ['sparse, many ties', sparse(1500, 6, 3, 3)],
  ['a whole cohort of 300', wholeCohort(300, 4)],
]
test.each(large)('large problems are proved too: %s', (_, problem) => {
  expect(checkPairing(problem, pair(problem))).toEqual(proved)
  const full = { ...problem, maximumCardinality: true }
  expect(checkPairing(full, pair(full))).toEqual(proved)
})

const data = new URL('../../../../shared/data/pairing/', import.meta.url)
if (existsSync(data)) {
  const read = (file: string) => readFileSync(new URL(file, data))
  interface Case {
    name: string
    edges: [number, number, number][]
    max_weight: number
    max_card: number
    max_card_weight: number
  }
  const cases = JSON.parse(read('mwm_unit_cases.json').toString()) as Case[]
  test.each(cases)('the published case $name', (each) => {
    const edges = each.edges.map(([u, v, weight]) => [u, v, Math.round(weight * 10_000)] as const)
    const problem = { n: 1 + Math.max(0, ...edges.flatMap(([u, v]) => [u, v])), edges }
    const heaviest = pair(problem)
    expect(heaviest.weight).toBe(Math.round(each.max_weight * 10_000))
    expect(checkPairing(problem, heaviest)).toEqual(proved)
    const full = { ...problem, maximumCardinality: true }
    const fullest = pair(full)
    expect(fullest.pairs).toHaveLength(each.max_card)
    expect(fullest.weight).toBe(Math.round(each.max_card_weight * 10_000))
    expect(checkPairing(full, fullest)).toEqual(proved)
  })

  const optima = read('optima.csv')
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  test.each(optima)('the published graph %s', (file, n, _, optimum) => {
    const lines = gunzipSync(read(`${file}.gz`))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
    const edges = lines.map((line): Edge => {
      const [, u, v, weight] = line.split(' ').map(Number)
      return [u! - 1, v! - 1, weight!]
    })
    const problem = { n: Number(n), edges }
    const found = pair(problem)
    expect(found.weight).toBe(Number(optimum))
    expect(checkPairing(problem, found)).toEqual(proved)
  })

  interface Variant {
    inst: string
    optimum: number
    pins: [number, number][]
    pinned_forbidden_optimum: number
    bmatching_gadget_lemon: number
  }
  const variants = read('variants_results.jsonl')
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Variant)
  test.each(variants)(
    'the published instance $inst, free, with pins and bans, and with capacities',
    async (variant) => {
      const { gen } = (await import(new URL('gen.mjs', data).href)) as {
        gen(family: string, n: number, k: number, seed: number): { n: number; E: Edge[] }
      }
      const [, family, n, k, seed] = /^([a-z]+)_n(\d+)_k(\d+)_s(\d+)$/.exec(variant.inst)!
      const problem = gen(family!, Number(n), Number(k), Number(seed))
      const free = { n: problem.n, edges: problem.E }
      expect(pair(free).weight).toBe(variant.optimum)
      expect(checkPairing(free, pair(free))).toEqual(proved)
      const isPin = (u: number, v: number) => variant.pins.some((pin) => pin.includes(u) && pin.includes(v))
      const forbidden = problem.E.filter(([u, v], index) => index % 11 === 5 && !isPin(u, v)).map(
        ([u, v]) => [u, v] as const,
      )
      const bound = { ...free, pins: variant.pins, forbidden }
      expect(pair(bound).weight).toBe(variant.pinned_forbidden_optimum)
      expect(checkPairing(bound, pair(bound))).toEqual(proved)
      const several = { ...free, capacities: Array.from({ length: free.n }, (_each, v) => 1 + (v % 3)) }
      expect(pairSeveral(several).weight).toBe(variant.bmatching_gadget_lemon)
      expect(checkPairing(several, pairSeveral(several))).toEqual(proved)
    },
  )
}
