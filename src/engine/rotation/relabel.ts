import { seededRandom } from '../random.ts'

/**
 * Gives the players other numbers in all rounds at once, so that who met before meets again as seldom as possible while
 * the rounds among themselves stay as they are. `before` are earlier meetings, `own` those of the rounds. Two numbers
 * are traded whenever that does not make it worse, `trades` times tried.
 *
 * @returns the new number of every player
 * @example relabel(4, before, own, 1, 1000) // [0, 2, 1, 3]
 */
export function relabel(
  players: number,
  before: Int32Array,
  own: Int32Array,
  seed: number,
  trades: number,
): Int32Array {
  const number = Int32Array.from({ length: players }, (_, player) => player)
  const random = seededRandom(seed)
  for (let trade = 0; trade < trades; trade++) {
    const a = random.int(players)
    const b = random.int(players)
    if (a === b) continue
    const [newA, newB] = [number[a]! * players, number[b]! * players]
    let worse = 0
    for (let other = 0; other < players; other++) {
      if (other === a || other === b) continue
      const differs = own[b * players + other]! - own[a * players + other]!
      worse += differs * (before[newA + number[other]!]! - before[newB + number[other]!]!)
    }
    if (worse > 0) continue
    number[a] = newB / players
    number[b] = newA / players
  }
  return number
}
