/*
 * Pair matching: is every answer exact, what does it cost beside the best known programs, and what does a change cost?
 * Usage: tsx bench/pairing.ts [--long] [--exactness|--speed|--changes]   (--long adds 50 candidates each.)
 * LEMON is compiled where it is installed (or give LEMON_DRIVER); the npm package is found by NODE_PATH.
 * Ends with a summary, and with 1 where an answer is wrong.
 */
import { existsSync } from 'node:fs'
import { checkPairing } from '../src/engine/pairing/check-pairing.ts'
import { pair } from '../src/engine/pairing/pair.ts'
import type { PairingProblem } from '../src/engine/pairing/problem.ts'
import { nearby, sparse, wholeCohort } from '../src/engine/pairing/sample-problems.ts'
import { median } from './measuring/load.ts'
import { measureChanges } from './pairing-changes.ts'
import { type Generator, publishedOnes, smallOnes } from './pairing-exactness.ts'
import { edmondsBlossom, lemon, timed, type Rival } from './pairing-rivals.ts'

const isLong = process.argv.includes('--long')
const parts = ['--exactness', '--speed', '--changes']
const wanted = parts.some((part) => process.argv.includes(part)) ? process.argv : parts
const shared = new URL('../../shared/', import.meta.url)
const rounds = 5
const summary: [sentence: string, holds: boolean][] = []

if (wanted.includes('--exactness')) await countExact()
const compared = wanted.includes('--speed') || wanted.includes('--changes') ? await problems() : []
if (wanted.includes('--speed')) compareSpeed()
if (wanted.includes('--changes')) compareChanges()
console.log('Summary')
for (const [sentence, holds] of summary) console.log(`${holds ? 'pass' : 'FAIL'}  ${sentence}`)

async function countExact(): Promise<void> {
  for (const { what, tried, right } of [...smallOnes(), ...(await publishedOnes(new URL('data/pairing/', shared)))]) {
    if (right < tried) process.exitCode = 1
    summary.push([`${right} of ${tried} ${what}: the best, and proved`, right === tried])
  }
}

function compareSpeed(): void {
  const rivals: Rival[] = []
  const lemonRival = lemon(new URL('anchors/lemon_mwm.cc', shared))
  if (lemonRival) rivals.push(lemonRival)
  else console.log('LEMON is absent: give its driver as LEMON_DRIVER, or install a compiler and liblemon-dev.')
  const npmRival = edmondsBlossom()
  if (npmRival) rivals.push(npmRival)
  else console.log('The npm package edmonds-blossom is absent: install it elsewhere and name its folder by NODE_PATH.')

  console.log(`CPU ms from edges to answer, median of ${rounds} interleaved runs after one to warm up.`)
  const heads = rivals.flatMap((rival) => [rival.name, 'times'])
  console.log(row('problem', ['edges', 'ours', ...heads, 'proof']))
  const slowest = rivals.map(() => Infinity)
  let isRight = true
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
    if (proof === 'NO') isRight = false
    for (const [index, all] of theirs.entries()) {
      if (all.length > 0) slowest[index] = Math.min(slowest[index]!, median(all) / own)
    }
    console.log(row(name, [String(problem.edges.length), milliseconds(own), ...columns, proof]))
  }
  console.log("'times' is the other program's time in ours: above 1 we are faster.\n")
  if (!isRight) process.exitCode = 1
  summary.push(['every answer of the comparison proved and of the same weight as the others', isRight])
  for (const [index, rival] of rivals.entries()) {
    const least = rival.name === 'LEMON' ? 1 / 5 : 20
    summary.push([`at least ${slowest[index]!.toFixed(1)} times as fast as ${rival.name}`, slowest[index]! >= least])
  }
}

/** What a facilitator waits for after one pin, one ban, one person more or fewer, or one changed weight. */
function compareChanges(): void {
  console.log(
    'How many times faster than a solve from nothing, in CPU time: median (by the sum). Reading the answer is apart.',
  )
  for (const [name, problem] of compared) {
    const { speedups, wrong } = measureChanges(problem)
    console.log(name)
    for (const each of speedups) {
      console.log(
        `  ${each.kind.padEnd(10)}${each.median.toFixed(0).padStart(8)}${`(${each.mean.toFixed(0)})`.padStart(9)}`,
      )
    }
    if (wrong > 0) process.exitCode = 1
    summary.push([`${name}: ${wrong} answers after a change wrong`, wrong === 0])
    const all = speedups.at(-1)!
    const slowest = speedups.reduce((least, each) => (each.median < least.median ? each : least))
    const spread = `slowest kind '${slowest.kind}' ${slowest.median.toFixed(0)}, all by the sum ${all.mean.toFixed(0)}`
    summary.push([`${name}: the median change ${all.median.toFixed(0)} times faster (${spread})`, all.median >= 20])
  }
}

async function problems(): Promise<[string, PairingProblem][]> {
  const sizes = [1000, 5000, 10_000]
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

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(1)
}

function row(name: string, cells: string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(10)).join('')
}
