import type { Change } from '../src/engine/pairing/change.ts'
import { checkPairing } from '../src/engine/pairing/check-pairing.ts'
import { pair } from '../src/engine/pairing/pair.ts'
import type { PairingProblem } from '../src/engine/pairing/problem.ts'
import { openPairing, type StandingPairing } from '../src/engine/pairing/standing.ts'
import { seededRandom } from '../src/engine/random.ts'
import { median } from './measuring/load.ts'
import { timed } from './pairing-rivals.ts'

/** How many times faster than a solve from nothing the answer is there after a change of some kind. */
export interface Speedup {
  kind: string
  /** At the median change of this kind. */
  median: number
  /** By the sum of all of this kind. */
  mean: number
}

const each = 40

/** Measures every kind of change and its undoing, and apart from it reading the whole answer; solves from nothing in between. */
export function measureChanges(problem: PairingProblem): { speedups: Speedup[]; wrong: number } {
  const standing = openPairing(problem)
  const random = seededRandom(11)
  const cold: number[] = []
  const times = new Map<string, number[]>()
  const reading: number[] = []
  let wrong = 0
  const measure = (kind: string, change: Change): Change => {
    const { result: undo, seconds } = timed(() => standing.change(change))
    times.set(kind, [...(times.get(kind) ?? []), seconds])
    reading.push(timed(() => standing.pairing().mate).seconds)
    return undo
  }
  for (let round = -5; round < each; round++) {
    if (round === 0) times.clear()
    const isKept = round >= 0 && round % 8 === 0
    if (isKept) cold.push(timed(() => pair(problem)).seconds)
    for (const [kind, undone, change] of someChanges(standing, problem, random)) {
      const undo = measure(kind, change)
      if (round === each - 1 && !isRight(standing)) wrong++
      measure(undone, undo)
      if (round === each - 1 && !isRight(standing)) wrong++
    }
    const [u, v] = random.pick(problem.edges)
    const price = timed(() => standing.priceOf(u, v))
    times.set('price', [...(times.get('price') ?? []), price.seconds])
    if (round === each - 1) {
      const forced = pair({ ...problem, pins: [[u, v]] }).weight
      if (price.result !== standing.pairing().weight - forced) wrong++
    }
  }
  const from = median(cold)
  const all = [...times.values()].flat()
  times.set('(reading)', reading)
  const speedups = [...times, ['all', all] as const].map(([kind, seconds]) => ({
    kind,
    median: from / median(seconds),
    mean: from / (seconds.reduce((sum, one) => sum + one, 0) / seconds.length),
  }))
  return { speedups, wrong }
}

function someChanges(
  standing: StandingPairing,
  problem: PairingProblem,
  random: ReturnType<typeof seededRandom>,
): [kind: string, undone: string, change: Change][] {
  const [u, v, weight] = random.pick(problem.edges)
  const { pairs } = standing.pairing()
  const [one, other] = random.pick(pairs)
  const worth = random.pick(problem.edges)[2]
  const person = random.int(problem.n)
  return [
    ['pin', 'unpin', { pin: [u, v] }],
    ['ban', 'lift', { forbid: random.pick(pairs) }],
    ['raise', 'back', { weigh: [u, v, Math.ceil(weight * 1.2)] }],
    ['lower', 'back', { weigh: [one, other, 1] }],
    ['add', 'drop', { weigh: [person, (person + 1 + random.int(problem.n - 1)) % problem.n, worth] }],
    ['leave', 'rejoin', { leave: random.int(problem.n) }],
    ['join', 'leave', { join: [...new Set([u, v, one, other])].map((them) => [them, worth] as const) }],
  ]
}

function isRight(standing: StandingPairing): boolean {
  const { problem } = standing
  const found = standing.pairing()
  return found.weight === pair(problem).weight && checkPairing(problem, found).optimal
}
