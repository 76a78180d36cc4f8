import type { Meeting } from '../../engine/rotation/rotation-request.ts'
import { seededRandom } from '../../engine/random.ts'

/** Trades tried a person and round, and at most: a third of a second. */
const patience = 300
const mostTrades = 400_000

/**
 * Lets people who are not kept at a table trade places within a round, for as long as fewer meet again: after others were
 * brought to their tables, out of the order of the rotation. Changes `rounds`.
 */
export function tradePlaces(
  rounds: number[][][],
  people: number,
  locked: ReadonlyMap<number, number>,
  metBefore: readonly Meeting[],
  seed: number,
): void {
  const random = seededRandom(seed)
  const met = new Int32Array(people * people)
  const count = (a: number, b: number, times: number) => {
    met[a * people + b]! += times
    met[b * people + a]! += times
  }
  for (const [a, b, times = 1] of metBefore) count(a, b, times)
  for (const table of rounds.flat())
    for (const one of table) for (const other of table) if (one < other) count(one, other, 1)
  const rest = (table: readonly number[], but: number) => table.filter((person) => person !== but)
  /** A pair's second meeting costs 1, its third 2 more. */
  const price = (person: number, others: readonly number[], after: 0 | 1) =>
    others.reduce((sum, other) => sum + met[person * people + other]! - after, 0)
  for (let turn = Math.min(mostTrades, patience * people * rounds.length); turn > 0; turn--) {
    const tables = random.pick(rounds)
    const [from, to] = [random.pick(tables), random.pick(tables)]
    if (from === to || from.length === 0 || to.length === 0) continue
    const [a, b] = [random.pick(from), random.pick(to)]
    if (locked.has(a) || locked.has(b)) continue
    const [left, right] = [rest(from, a), rest(to, b)]
    const now = price(a, left, 1) + price(b, right, 1)
    if (price(a, right, 0) + price(b, left, 0) > now) continue
    for (const other of left) {
      count(a, other, -1)
      count(b, other, 1)
    }
    for (const other of right) {
      count(b, other, -1)
      count(a, other, 1)
    }
    from[from.indexOf(a)] = b
    to[to.indexOf(b)] = a
  }
}
