import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Change } from '../src/engine/pairing/change.ts'
import { checkPairing, type ClaimedPairing } from '../src/engine/pairing/check-pairing.ts'
import { bestOfEveryChoice, bestOfEveryPairing } from '../src/engine/pairing/every-pairing.ts'
import { pairSeveral } from '../src/engine/pairing/pair-several.ts'
import { pair } from '../src/engine/pairing/pair.ts'
import type { CapacityProblem, PairingProblem } from '../src/engine/pairing/problem.ts'
import { smallCapacityProblem, smallProblem } from '../src/engine/pairing/sample-problems.ts'
import { openPairing } from '../src/engine/pairing/standing.ts'
import { seededRandom } from '../src/engine/random.ts'

type Edge = [number, number, number]
export type Generator = (family: string, n: number, k: number, seed: number) => { n: number; E: Edge[] }

/** How many answers of a kind were tried, and how many were the best there is and proved so. */
export interface Tally {
  what: string
  tried: number
  right: number
}

const tried = 10_000

/** Small problems of every sort beside trying everything. */
export function smallOnes(): Tally[] {
  let [plain, several] = [0, 0]
  for (let seed = 0; seed < tried; seed++) {
    const problem = smallProblem(seed)
    if (isBest(problem, pair(problem), bestOfEveryPairing(problem))) plain++
    const wide = smallCapacityProblem(seed)
    if (isBest(wide, pairSeveral(wide), bestOfEveryChoice(wide))) several++
  }
  return [
    { what: 'small problems with pins and bans', tried, right: plain },
    { what: 'small problems with capacities', tried, right: several },
    changedOnes(),
  ]
}

/** Small problems after each of some changes. */
function changedOnes(): Tally {
  let [count, right] = [0, 0]
  for (let seed = 0; count < tried; seed++) {
    const standing = openPairing(smallProblem(seed))
    const random = seededRandom(seed)
    for (let step = 0; step < 20; step++) {
      const { n, edges } = standing.problem
      const [u, v] = edges.length > 0 ? random.pick(edges) : [0, 1]
      const changes: Change[] = [
        { pin: [u, v] },
        { unpin: [u, v] },
        { forbid: [u, v] },
        { allow: [u, v] },
        { weigh: [u, v, random.int(30) - 2] },
        { drop: [u, v] },
        { leave: random.int(n) },
        { rejoin: random.int(n) },
        { weigh: [random.int(n), random.int(n), random.int(30)] },
        n < 14 ? { join: [[u, 5], ...(v === u ? [] : ([[v, 4]] as const))] } : { leave: u },
      ]
      try {
        standing.change(random.pick(changes))
      } catch (error) {
        if (error instanceof RangeError) continue
        throw error
      }
      count++
      if (isBest(standing.problem, standing.pairing(), bestOfEveryPairing(standing.problem))) right++
    }
  }
  return { what: 'small problems after a change', tried: count, right }
}

/** Every published case, where the data are at hand. */
export async function publishedOnes(data: URL): Promise<Tally[]> {
  if (!existsSync(data)) return []
  const { gen } = (await import(new URL('gen.mjs', data).href)) as { gen: Generator }
  const read = (file: string) => readFileSync(new URL(file, data))
  const rows = (file: string) => read(file).toString().trim().split('\n')
  const generated = (name: string): PairingProblem => {
    const [, family = '', n, k, seed] = /^([a-z]+)_n(\d+)_k(\d+)_s(\d+)$/.exec(name) ?? []
    const { n: people, E: edges } = gen(family, Number(n), Number(k), Number(seed))
    return { n: people, edges }
  }
  const tally = (what: string, answers: boolean[]) => ({
    what,
    tried: answers.length,
    right: answers.filter(Boolean).length,
  })

  const units = JSON.parse(read('mwm_unit_cases.json').toString()) as {
    edges: Edge[]
    max_weight: number
    max_card: number
    max_card_weight: number
  }[]
  const unit = units.flatMap((each) => {
    const edges = each.edges.map(([u, v, weight]): Edge => [u, v, Math.round(weight * 10_000)])
    const problem = { n: 1 + Math.max(0, ...edges.flatMap(([u, v]) => [u, v])), edges }
    const full = { ...problem, maximumCardinality: true }
    const most = { weight: Math.round(each.max_card_weight * 10_000), pairs: each.max_card }
    return [
      isBest(problem, pair(problem), { weight: Math.round(each.max_weight * 10_000), pairs: 0 }),
      isBest(full, pair(full), most),
    ]
  })
  const hard = rows('optima.csv').map((row) => {
    const [file, n, , optimum] = row.split(',')
    const lines = gunzipSync(read(`${file}.gz`))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
    const edges = lines.map((line) => line.split(' ').slice(1).map(Number) as Edge)
    const problem = { n: Number(n), edges: edges.map(([u, v, weight]): Edge => [u - 1, v - 1, weight]) }
    return isBest(problem, pair(problem), { weight: Number(optimum), pairs: 0 })
  })
  const families = rows('instances.csv')
    .slice(1)
    .map((row) => {
      const columns = row.split(',')
      const problem = generated(columns[0]!)
      return isBest(problem, pair(problem), { weight: Number(columns[6]), pairs: 0 })
    })
  const variants = rows('variants_results.jsonl').flatMap((row) => {
    const variant = JSON.parse(row) as Record<string, number> & { inst: string; pins: [number, number][] }
    const free = generated(variant.inst)
    const isPin = (u: number, v: number) => variant.pins.some((pin) => pin.includes(u) && pin.includes(v))
    const forbidden = free.edges
      .filter(([u, v], index) => index % 11 === 5 && !isPin(u, v))
      .map(([u, v]) => [u, v] as const)
    const bound = { ...free, pins: variant.pins, forbidden }
    const several = { ...free, capacities: Array.from({ length: free.n }, (_each, v) => 1 + (v % 3)) }
    return [
      isBest(bound, pair(bound), { weight: variant['pinned_forbidden_optimum']!, pairs: 0 }),
      isBest(several, pairSeveral(several), { weight: variant['bmatching_gadget_lemon']!, pairs: 0 }),
    ]
  })
  return [
    tally('published unit cases, heaviest and fullest', unit),
    tally('published hard graphs', hard),
    tally('generated families', families),
    tally('variants with pins and bans, and with capacities', variants),
  ]
}

function isBest(
  problem: PairingProblem | CapacityProblem,
  found: ClaimedPairing,
  best: { weight: number; pairs: number },
): boolean {
  const asMany = problem.maximumCardinality !== true || found.pairs.length === best.pairs
  return found.weight === best.weight && asMany && checkPairing(problem, found).optimal
}
