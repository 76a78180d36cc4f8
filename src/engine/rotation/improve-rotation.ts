import { seededRandom } from '../random.ts'

/** When to stop: after so many tried trades, or before that when the time is over. */
export interface Patience {
  trades: number
  /** A clock that only goes forward, and how far it may go. */
  milliseconds?: () => number
  mostMilliseconds?: number
  /** A burden that cannot be beaten: reaching it ends the search. */
  enough: number
}

/**
 * Two players of different groups of a round trade places, again and again, so that people meet again as seldom as
 * possible; the best rounds seen are left in `rounds`. `counts` are the meetings of these rounds and of earlier ones,
 * kept up to date. Sizes of groups stay. Deterministic as long as the clock does not end it.
 *
 * Method: trades within a round as in I. Dotú & P. Van Hentenryck, 'Scheduling social golfers locally', CPAIOR 2005,
 * taken or refused by the rule of S. Kirkpatrick, C. D. Gelatt & M. P. Vecchi, Science 220, 1983.
 *
 * @returns how much the burden fell
 * @example improveRotation(rounds, counts, 8, 1, { trades: 10_000, enough: 0 })
 */
export function improveRotation(
  rounds: number[][][],
  counts: Int32Array,
  players: number,
  burden: number,
  seed: number,
  patience: Patience,
): number {
  const open = rounds.map((_, round) => round).filter((round) => canTrade(rounds[round]!))
  if (open.length === 0) return 0
  const { next } = seededRandom(seed)
  const below = (n: number) => Math.floor(next() * n)
  const best = rounds.map((groups) => groups.map((group) => [...group]))
  const changed = new Set<number>()
  const { trades, milliseconds, mostMilliseconds = Infinity } = patience
  const started = milliseconds?.() ?? 0
  const [hot, cold] = [0.7, 0.12]
  let share = 0
  let heat = hot
  let now = burden
  let least = burden
  for (let trade = 0; trade < trades && least > patience.enough; trade++) {
    if (trade % 1024 === 0) {
      const spent = milliseconds ? (milliseconds() - started) / mostMilliseconds : 0
      if (spent >= 1) break
      share = Math.max(trade / trades, spent)
      heat = hot * (cold / hot) ** share
    }
    const round = open[below(open.length)]!
    const groups = rounds[round]!
    const one = below(groups.length)
    const two = (one + 1 + below(groups.length - 1)) % groups.length
    const [first, second] = [groups[one]!, groups[two]!]
    const [seat, other] = [below(first.length), below(second.length)]
    const worse = worseBy(first, seat, second, other)
    if (worse > 0 && next() >= Math.exp(-worse / heat)) continue
    if (worse > 0 && now === least) keep()
    swap(first, seat, second, other)
    changed.add(round)
    now += worse
    least = Math.min(least, now)
  }
  if (now > least) restore()
  return burden - least

  function worseBy(first: number[], seat: number, second: number[], other: number): number {
    const [leaving, arriving] = [first[seat]! * players, second[other]! * players]
    let worse = 0
    for (let place = 0; place < first.length; place++) {
      if (place === seat) continue
      const member = first[place]!
      worse += counts[arriving + member]! - counts[leaving + member]! + 1
    }
    for (let place = 0; place < second.length; place++) {
      if (place === other) continue
      const member = second[place]!
      worse += counts[leaving + member]! - counts[arriving + member]! + 1
    }
    return worse
  }
  function swap(first: number[], seat: number, second: number[], other: number): void {
    const [leaving, arriving] = [first[seat]!, second[other]!]
    for (const [group, place, out, into] of [
      [first, seat, leaving, arriving],
      [second, other, arriving, leaving],
    ] as const) {
      for (let at = 0; at < group.length; at++) {
        if (at === place) continue
        const member = group[at]!
        counts[out * players + member]!--
        counts[member * players + out]!--
        counts[into * players + member]!++
        counts[member * players + into]!++
      }
    }
    first[seat] = arriving
    second[other] = leaving
  }
  function keep(): void {
    for (const round of changed) best[round] = rounds[round]!.map((group) => [...group])
    changed.clear()
  }
  function restore(): void {
    for (const round of changed) {
      for (const group of rounds[round]!) meet(group, -1)
      rounds[round] = best[round]!
      for (const group of rounds[round]) meet(group, 1)
    }
  }
  function meet(group: number[], times: number): void {
    for (const a of group) for (const b of group) if (a !== b) counts[a * players + b]! += times
  }
}

function canTrade(groups: number[][]): boolean {
  return groups.length > 1 && groups.some((group) => group.length > 1)
}
