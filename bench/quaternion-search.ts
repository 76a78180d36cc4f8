import { checkRotation } from '../src/engine/rotation/check-rotation.ts'
import { multiplyQuaternions, quaternionRounds } from '../src/engine/rotation/quaternion-rounds.ts'
import { seededRandom } from '../src/engine/random.ts'

const players = 32
const move = (element: number, player: number) => player - (player % 8) + multiplyQuaternions(element, player % 8)

/** Looks for the base round that quaternions take to eight clean ones, beside the two that are kept by the powers of i. */
export function searchQuaternions(seed: number, runs: number): number[][] | undefined {
  const { int, next, shuffle } = seededRandom(seed)
  const orbit = new Int32Array(players * players).fill(-1)
  const share: number[] = []
  for (let a = 0; a < players; a++) {
    for (let b = 0; b < a; b++) {
      if (orbit[a * players + b] !== -1) continue
      const pairs = new Set<number>()
      for (let element = 0; element < 8; element++) {
        const [u, w] = [move(element, a), move(element, b)]
        orbit[u * players + w] = orbit[w * players + u] = share.length
        pairs.add(Math.min(u, w) * players + Math.max(u, w))
      }
      share.push(8 / pairs.size)
    }
  }
  const taken = new Int32Array(share.length)
  for (const group of quaternionRounds().slice(8).flat()) {
    for (const a of group) for (const b of group) if (a !== b) taken[orbit[a * players + b]!] = 1
  }
  for (let run = 0; run < runs; run++) {
    const seats = shuffle(Array.from({ length: players }, (_, player) => player))
    const met = taken.slice()
    let excess = 0
    for (let seat = 0; seat < players; seat++) join(seat, 1, seat)
    const steps = 200_000
    for (let step = 0; step < steps; step++) {
      if (excess === 0) return Array.from({ length: 8 }, (_, group) => seats.slice(4 * group, 4 * group + 4))
      const [one, other] = [int(players), int(players)]
      if (one >> 2 === other >> 2) continue
      const before = excess
      trade(one, other)
      const heat = 0.9 * (0.2 / 0.9) ** (step / steps)
      if (excess > before && next() >= Math.exp((before - excess) / heat)) trade(one, other)
    }

    function trade(one: number, other: number): void {
      join(one, -1)
      join(other, -1)
      const kept = seats[one]!
      seats[one] = seats[other]!
      seats[other] = kept
      join(one, 1)
      join(other, 1)
    }
    /** Counts the meetings of one seat with the others of its group that come before `end`. */
    function join(seat: number, sign: number, end = players): void {
      const first = seat - (seat % 4)
      for (let other = first; other < Math.min(first + 4, end); other++) {
        if (other === seat) continue
        const at = orbit[seats[seat]! * players + seats[other]!]!
        const now = met[at]! + sign * share[at]!
        excess += Math.max(0, now - 1) - Math.max(0, met[at]! - 1)
        met[at] = now
      }
    }
  }
  return undefined
}

/** Whether a base round makes ten clean rounds with the two that are kept. */
export function isCleanBase(base: number[][]): boolean {
  const eight = Array.from({ length: 8 }, (_, element) => base.map((group) => group.map((one) => move(element, one))))
  const verdict = checkRotation([...eight, ...quaternionRounds().slice(8)], { players, leastSize: 4, mostSize: 4 })
  return verdict.sound && verdict.repeats === 0
}
