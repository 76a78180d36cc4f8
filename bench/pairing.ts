/*
 * Pair matching: is every answer exact, and what does it cost beside the best known programs?
 * Usage: tsx bench/pairing.ts [--long]   (--long adds 10,000 vertices and 50 candidates each). Ends with 1 where an answer is wrong.
 */
import { existsSync } from 'node:fs'
import { checkPairing } from '../src/engine/pairing/check-pairing.ts'
import { bestOfEveryPairing } from '../src/engine/pairing/every-pairing.ts'
import { pair } from '../src/engine/pairing/pair.ts'
import type { PairingProblem } from '../src/engine/pairing/problem.ts'
import { nearby, smallProblem, sparse, wholeCohort } from '../src/engine/pairing/sample-problems.ts'
import { edmondsBlossom, lemon, timed, type Rival } from './pairing-rivals.ts'

type Generator = (family: string, n: number, k: number, seed: number) => { n: number; E: [number, number, number][] }

const isLong = process.argv.includes('--long')
const shared = new URL('../../shared/', import.meta.url)
const rounds = 5
const problemsTried = 10_000

countExact()
await compareSpeed()
changeOneThing()

function countExact(): void {
  let exact = 0
  let proved = 0
  for (let seed = 0; seed < problemsTried; seed++) {
    const problem = smallProblem(seed)
    const found = pair(problem)
    const best = bestOfEveryPairing(problem)
    const asMany = !problem.maximumCardinality || found.pairs.length === best.pairs
    if (found.weight === best.weight && asMany) exact++
    if (checkPairing(problem, found).optimal) proved++
  }
  if (exact < problemsTried || proved < problemsTried) process.exitCode = 1
  console.log(`Small problems: ${problemsTried} tried, ${exact} as good as trying everything, ${proved} proved.\n`)
}

async function compareSpeed(): Promise<void> {
  const rivals: Rival[] = []
  const lemonRival = lemon(new URL('anchors/lemon_mwm.cc', shared))
  if (lemonRival) rivals.push(lemonRival)
  else console.log('LEMON is absent: give its driver as LEMON_DRIVER, or install a compiler and liblemon-dev.')
  const npmRival = edmondsBlossom()
  if (npmRival) rivals.push(npmRival)
  else console.log('The npm package edmonds-blossom is absent: install it to compare.')

  const compared = await problems()
  console.log(`CPU ms from edges to answer, median of ${rounds} interleaved runs after one to warm up.`)
  const heads = rivals.flatMap((rival) => [rival.name, 'times'])
  console.log(row('problem', ['edges', 'ours', ...heads, 'proof']))
  for (const [name, problem] of compared) {
    const ours: number[] = []
    const theirs = rivals.map(() => [] as number[])
    const found = pair(problem)
    let agrees = true
    for (let round = 0; round < rounds; round++) {
      ours.push(timed(() => pair(problem)).seconds)
      for (const [index, rival] of rivals.entries()) {
        if (problem.n > rival.mostVertices) continue
        const { weight, seconds } = rival.solve(problem)
        theirs[index]!.push(seconds)
        agrees &&= weight === found.weight
      }
    }
    const own = median(ours)
    const columns = theirs.flatMap((all) =>
      all.length === 0 ? ['-', '-'] : [milliseconds(median(all)), (median(all) / own).toFixed(1)],
    )
    const proof = checkPairing(problem, found).optimal && agrees ? 'yes' : 'NO'
    if (proof === 'NO') process.exitCode = 1
    console.log(row(name, [String(problem.edges.length), milliseconds(own), ...columns, proof]))
  }
  console.log("'times' is the other program's time in ours: above 1 we are faster.\n")
}

async function problems(): Promise<[string, PairingProblem][]> {
  const sizes = isLong ? [1000, 5000, 10_000] : [1000, 5000]
  const candidates = isLong ? [20, 50] : [20]
  const source = new URL('data/pairing/gen.mjs', shared)
  const all: [string, PairingProblem][] = [['cohort n=500', wholeCohort(500, 1)]]
  if (existsSync(source)) {
    const { gen } = (await import(source.href)) as { gen: Generator }
    for (const family of ['geo', 'sparse', 'ties', 'skills']) {
      for (const n of sizes) {
        for (const k of candidates) {
          const { E: edges } = gen(family, n, k, 1)
          all.push([`${family} n=${n} k=${k}`, { n, edges }])
        }
      }
    }
    return all
  }
  console.log('The shared generator is absent: families of our own.')
  for (const n of sizes) {
    for (const k of candidates) {
      all.push([`nearby n=${n} k=${k}`, nearby(n, k, 1)])
      all.push([`sparse n=${n} k=${k}`, sparse(n, k, 100_000, 1)])
      all.push([`ties n=${n} k=${k}`, sparse(n, k, 10, 1)])
    }
  }
  return all
}

/** What a facilitator waits for after one pin or one ban: a cold solve of the whole cohort. */
function changeOneThing(): void {
  const problem = wholeCohort(500, 2)
  const { pairs } = pair(problem)
  const times = pairs.slice(0, 40).map((taken, index) => {
    const [u, v] = [taken[0], pairs[index + 41]![0]]
    const changed = index % 2 ? { ...problem, forbidden: [taken] } : { ...problem, pins: [[u, v] as const] }
    return timed(() => pair(changed)).seconds
  })
  console.log(
    `500 peers after one pin or ban: ${milliseconds(median(times))} ms, at most ${milliseconds(Math.max(...times))}.`,
  )
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(1)
}

function row(name: string, cells: string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(10)).join('')
}
