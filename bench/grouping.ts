/*
 * Grouping: how far from the best published values after one second of processor time, and are small cases exact?
 * Usage: tsx bench/grouping.ts [seeds] [seconds]   (3 seeds by default). Ends with 1 where a yardstick is missed.
 * Instances of the published families that nobody else solved are compared with our own run of
 * `seconds`, 5 by default: what a longer search still finds, no proof.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readMdgplib } from '../src/commands/engine/mdgplib-file.ts'
import { gunzipSync } from 'node:zlib'
import { checkGrouping } from '../src/engine/grouping/check-grouping.ts'
import { group } from '../src/engine/grouping/group.ts'
import { sizesBetween, type Grouping, type GroupingProblem } from '../src/engine/grouping/problem.ts'
import { distances, unlikeSizes, unrelated } from '../src/engine/grouping/sample-groupings.ts'

const seeds = Number(process.argv[2] ?? 3)
const longSeconds = Number(process.argv[3] ?? 5)
const data = new URL('../../shared/data/grouping/', import.meta.url)
const milliseconds = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000
const gapsOf = new Map<string, number[]>()
const allowed: Record<string, number> = {
  'random n=120': 0.05,
  'random n=240': 0.2,
  'distances n=120': 0.005,
  'distances n=240': 0.005,
}

solve({ n: 60, fit: unrelated(60, 1), sizes: sizesBetween(60, 6, 6) }, 1, 1)
if (existsSync(data)) {
  againstPublished()
  smallOnes()
} else console.log('The published instances are absent: only families of our own.')
unseen()
bans()
for (const [family, most] of Object.entries(allowed)) {
  const gaps = gapsOf.get(family)
  if (gaps) judge(`${family}: mean gap ${mean(gaps).toFixed(4)} %, at most ${most}`, mean(gaps) <= most)
}

function againstPublished(): void {
  console.log(row('published instance', ['mean gap %', 'worst', 'best', 'authors 3/20 s', 'steps']))
  for (const [name, n, , , , best, average] of table('published.csv')) {
    const problem = read(name!)
    if (!problem) continue
    const found = Array.from({ length: seeds }, (_, seed) => solve(problem, 1, seed + 1))
    const gaps = found.map(({ value }) => gap(value, Number(best)))
    const family = `${name!.startsWith('Geo') ? 'distances' : 'random'} n=${n}`
    gapsOf.set(family, [...(gapsOf.get(family) ?? []), ...gaps])
    const authors = gap(Number(average), Number(best))
    console.log(
      row(name!, [mean(gaps), Math.max(...gaps), Math.min(...gaps), authors, mean(found.map((one) => one.iterations))]),
    )
  }
  console.log(row('regrouped into small groups', ['mean gap %', 'worst', 'best']))
  for (const [file, best] of table('small_groups_best.csv')) {
    const [, name, size] = /^(.*)_g(\d+)\.txt$/.exec(file!)!
    const problem = read(name!)
    if (!problem) continue
    const sizes = sizesBetween(problem.n, Number(size), Number(size))
    const gaps = Array.from({ length: seeds }, (_, seed) =>
      gap(solve({ ...problem, sizes }, 1, seed + 1).value, Number(best)),
    )
    console.log(row(file!, [mean(gaps), Math.max(...gaps), Math.min(...gaps)]))
  }
}

function smallOnes(): void {
  let [tried, exact] = [0, 0]
  for (const [name, , , optimum] of table('exact_small.csv')) {
    const problem = read(name!)
    if (!problem) continue
    tried++
    if (Math.abs(solve(problem, 0.05, 1).value - Number(optimum)) < 0.01) exact++
  }
  judge(`small instances: ${exact} of ${tried} exact in 0.05 s`, exact === tried)
  let [paired, equal] = [0, 0]
  for (const [name, n, , optimum] of table('pairs_exact.csv')) {
    const problem = read(name!)
    if (!problem) continue
    paired++
    const { value } = solve({ ...problem, sizes: sizesBetween(Number(n), 2, 2) }, 1, 1)
    if (Math.abs(value - Number(optimum)) < 0.01) equal++
  }
  judge(`groups of two: ${equal} of ${paired} equal the best matching`, equal === paired)
}

/** Instances of the same families, drawn anew. */
function unseen(): void {
  console.log(row('unseen instance', [`1 s to ${longSeconds} s %`]))
  for (const [n, groups] of [
    [120, 10],
    [240, 12],
  ] as const) {
    for (const [name, fit] of [
      ['reals', unrelated(n, 77)],
      ['whole', unrelated(n, 78, true)],
      ['distances', distances(n, 79)],
    ] as const) {
      for (const kind of ['ss', 'ds']) {
        const sizes = kind === 'ss' ? sizesBetween(n, n / groups, n / groups) : unlikeSizes(n, groups, 80)
        const long = solve({ n, fit, sizes }, longSeconds, 100)
        console.log(row(`${name} n=${n} ${kind}`, [gap(solve({ n, fit, sizes }, 1, 1).value, long.value)]))
      }
    }
  }
}

function bans(): void {
  const n = 200
  const draws = unrelated(n, 6)
  const apart: [number, number][] = []
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (draws[i * n + j]! < 10) apart.push([i, j])
  const problem = { n, fit: unrelated(n, 7), sizes: sizesBetween(n, 4, 4), apart }
  const started = milliseconds()
  const first = group(problem, { iterations: 0 }, 1)
  const spent = milliseconds() - started
  const holds = [first, solve(problem, 0.9, 1)].every((found) => checkGrouping(problem, found).holds)
  judge(
    `200 people in fours, ${apart.length} bans: kept, first answer after ${spent.toFixed(0)} ms`,
    holds && spent < 1000,
  )
}

function solve(problem: GroupingProblem, seconds: number, seed: number): Grouping {
  return group(problem, { seconds, milliseconds }, seed)
}

function read(name: string): GroupingProblem | undefined {
  const file = new URL(`${name}.txt.gz`, data)
  return existsSync(file) ? readMdgplib(gunzipSync(readFileSync(file)).toString()) : undefined
}

function table(name: string): string[][] {
  const lines = readFileSync(new URL(name, data)).toString().trim().split('\n')
  return lines.slice(1).map((line) => line.split(','))
}

function gap(value: number, best: number): number {
  return (100 * (best - value)) / best
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function row(name: string, columns: (number | string)[]): string {
  const cell = (column: number | string) =>
    typeof column === 'string' ? column : Math.abs(column) >= 100 ? column.toFixed(0) : column.toFixed(4)
  return name.padEnd(32) + columns.map((column) => cell(column).padStart(16)).join('')
}

function judge(what: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1
  console.log(`${isMet ? 'pass' : 'FAIL'}  ${what}`)
}
