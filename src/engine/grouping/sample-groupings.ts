import { seededRandom } from '../random.ts'
import type { GroupingProblem } from './problem.ts'

/** Fits drawn for each pair by itself: real numbers from 0 to 100, or whole ones (MDGPLIB's RanReal and RanInt). */
export function unrelated(n: number, seed: number, isWhole = false): Float64Array {
  const random = seededRandom(seed)
  return symmetric(n, () => (isWhole ? random.int(101) : Math.round(random.next() * 100_000) / 1000))
}

/** Distances of points with 2 to 21 coordinates from 0 to 10 (MDGPLIB's Geo). */
export function distances(n: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  const dimensions = 2 + random.int(20)
  const points = Array.from({ length: n }, () => Array.from({ length: dimensions }, () => random.next() * 10))
  return symmetric(n, (i, j) => Math.sqrt(points[i]!.reduce((sum, x, axis) => sum + (x - points[j]![axis]!) ** 2, 0)))
}

/** Groups of unlike bounds around the mean size, as MDGPLIB's 'ds'. */
export function unlikeSizes(n: number, groups: number, seed: number): [number, number][] {
  const random = seededRandom(seed)
  const mean = n / groups
  return Array.from({ length: groups }, () => [
    Math.max(1, Math.floor(mean) - random.int(1 + Math.floor(mean / 3))),
    Math.ceil(mean) + random.int(1 + Math.floor(mean / 3)),
  ])
}

/** A small problem with rules of every sort that some grouping keeps. */
export function ruledProblem(seed: number): { problem: GroupingProblem; kept: number[][] } {
  const random = seededRandom(seed)
  const groups = 2 + random.int(3)
  const kept: number[][] = Array.from({ length: groups }, () => [])
  const n = groups * 3 + random.int(groups * 3)
  for (const [at, person] of random.shuffle(Array.from({ length: n }, (_, who) => who)).entries()) {
    kept[at % groups]!.push(person)
  }
  const groupOf = (person: number) => kept.findIndex((all) => all.includes(person))
  const draw = () => random.int(n)
  const together = Array.from({ length: random.int(3) }, () => kept[random.int(groups)]!.slice(0, 2))
  const apart: [number, number][] = []
  for (let tries = random.int(10); tries > 0; tries--) {
    const [one, other] = [draw(), draw()]
    if (groupOf(one) !== groupOf(other)) apart.push([one, other])
  }
  const fixed = Array.from({ length: random.int(3) }, draw).map((person) => [person, groupOf(person)] as const)
  const members = [...new Set([...kept.map((all) => all.at(-1)!), draw(), draw()])]
  return {
    kept,
    problem: {
      n,
      fit: random.int(2) === 0 ? unrelated(n, seed, true) : distances(n, seed),
      sizes: kept.map((all) => [Math.max(1, all.length - random.int(2)), all.length + random.int(2)] as const),
      together,
      apart,
      fixed,
      shares: random.int(2) === 0 ? [] : [{ name: 'experienced', members, least: 1 }],
      spread: random.int(2) === 0 ? [] : [{ values: Array.from({ length: n }, () => random.int(3)), weight: 5 }],
      objective: random.pick(['sum', 'worst']),
    },
  }
}

function symmetric(n: number, of: (i: number, j: number) => number): Float64Array {
  const fit = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) fit[i * n + j] = fit[j * n + i] = of(i, j)
  return fit
}
