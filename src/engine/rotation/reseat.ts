import { countMeetings } from './meeting-counts.ts'
import type { Meeting } from './rotation-request.ts'

/** The seating of the coming round, and what became of it. */
export interface ReseatRequest {
  players: number
  groups: readonly (readonly number[])[]
  didNotCome?: readonly number[]
  /** Who has no seat yet. */
  arrived?: readonly number[]
  leastSize: number
  mostSize: number
  metBefore?: readonly Meeting[]
}

export interface Reseating {
  /** The groups in the order given; one that was dissolved is empty, one that had to be opened comes last. */
  groups: number[][]
  /** Who had a seat in one group and now has one in another, ascending. */
  moved: number[]
  /** Members who now sit together though they met before, each pair as often as it met. */
  repeats: number
}

/**
 * Seats again with the fewest people moved, and among such seatings with as few repeated meetings as trades can reach.
 *
 * Method: how many must move follows from the sizes alone: every choice of how many groups to dissolve (the smallest
 * first) or to open is weighed, newcomers fill gaps before anybody moves. Who moves where is then improved by
 * moving one or trading two for as long as that helps.
 *
 * @throws RangeError in one sentence: somebody is seated twice or does not exist, or no sizes within the bounds fit
 * @example reseat({ players: 7, groups: [[0, 1, 2], [3, 4, 5]], didNotCome: [0], arrived: [6], leastSize: 3, mostSize: 3 })
 */
export function reseat(request: ReseatRequest): Reseating {
  const { players, didNotCome = [], arrived = [], metBefore = [] } = request
  checkSeats(request)
  const away = new Set(didNotCome)
  const left = request.groups.map((group) => group.filter((player) => !away.has(player)))
  const newcomers = arrived.filter((player) => !away.has(player))
  const sizes = fewestMoves(
    left.map((group) => group.length),
    newcomers.length,
    request,
  )
  const met = countMeetings(players, [], metBefore)
  const home = new Int32Array(players).fill(-1)
  for (const [at, group] of left.entries()) for (const player of group) home[player] = at
  const groups = sizes.map((size, at) => stay(left[at] ?? [], size, met, players))
  const seated = new Set(groups.flat())
  for (const player of [...left.flat(), ...newcomers]) {
    if (seated.has(player)) continue
    const open = groups.filter((group, at) => group.length < sizes[at]!)
    const load = open.map((group) => meetings(player, group, met, players))
    open[load.indexOf(Math.min(...load))]!.push(player)
  }
  settle(groups, home, met, request)
  let repeats = 0
  for (const group of groups) {
    group.sort((a, b) => a - b)
    for (const player of group) repeats += meetings(player, group, met, players) / 2
  }
  const moved = groups.flatMap((group, at) => group.filter((player) => home[player]! !== -1 && home[player] !== at))
  return { groups, moved: moved.sort((a, b) => a - b), repeats }
}

function checkSeats({ players, groups, arrived = [], didNotCome = [], leastSize, mostSize }: ReseatRequest): void {
  const seen = new Set<number>()
  for (const player of [...groups.flat(), ...arrived]) {
    if (seen.has(player)) throw new RangeError(`Player ${player} is seated or arrived twice.`)
    seen.add(player)
  }
  for (const player of [...seen, ...didNotCome]) {
    if (!Number.isInteger(player) || player < 0 || player >= players) {
      throw new RangeError(`There is no player ${player}: they are numbered from 0 to ${players - 1}.`)
    }
  }
  if (!Number.isInteger(leastSize) || leastSize < 1 || mostSize < leastSize) {
    throw new RangeError(`Groups cannot have from ${leastSize} to ${mostSize} members.`)
  }
}

/** The size of every group, 0 for a dissolved one, and those of groups opened behind them. */
function fewestMoves(lengths: number[], newcomers: number, { leastSize, mostSize }: ReseatRequest): number[] {
  const people = lengths.reduce((sum, length) => sum + length, newcomers)
  const smallestFirst = [...lengths.keys()].sort((a, b) => lengths[a]! - lengths[b]! || b - a)
  let best: { moves: number; sizes: number[] } | undefined
  for (let dissolved = 0; dissolved <= lengths.length; dissolved++) {
    const gone = new Set(smallestFirst.slice(0, dissolved))
    for (let opened = 0; opened <= (dissolved === 0 ? people / leastSize : 0); opened++) {
      const sizes = [...lengths, ...Array.from({ length: opened }, () => 0)].map((length, at) =>
        gone.has(at) ? 0 : Math.min(Math.max(length, leastSize), mostSize),
      )
      const kept = sizes.map((_, at) => at).filter((at) => !gone.has(at))
      // Groups give up members, the largest first, or take in more, the smallest first, until all seats are counted.
      for (let spare = sizes.reduce((sum, size) => sum + size, -people); spare !== 0; spare -= Math.sign(spare)) {
        const possible = kept.filter((at) => (spare > 0 ? sizes[at]! > leastSize : sizes[at]! < mostSize))
        if (possible.length === 0) {
          sizes.length = 0
          break
        }
        const gap = (at: number) => (lengths[at] ?? 0) - sizes[at]!
        const key = (at: number) => (spare > 0 ? [gap(at) < 0 ? 0 : 1, -sizes[at]!] : [gap(at) > 0 ? 0 : 1, sizes[at]!])
        const chosen = possible.reduce((one, other) => (compare(key(other), key(one)) < 0 ? other : one))
        sizes[chosen]! -= Math.sign(spare)
      }
      if (sizes.length === 0 && people > 0) continue
      const moves = lengths.reduce((sum, length, at) => sum + Math.max(0, length - (sizes[at] ?? 0)), 0)
      if (!best || moves < best.moves) best = { moves, sizes }
    }
  }
  if (!best) throw new RangeError(`${people} people cannot sit in groups of ${leastSize} to ${mostSize}.`)
  return best.sizes
}

function compare(one: number[], other: number[]): number {
  const at = one.findIndex((value, place) => value !== other[place])
  return at === -1 ? 0 : one[at]! - other[at]!
}

/** Those who keep their seats: who met the others most often gives it up, the last of several. */
function stay(group: number[], size: number, met: Int32Array, players: number): number[] {
  const staying = [...group]
  while (staying.length > size) {
    const load = staying.map((player) => meetings(player, staying, met, players))
    staying.splice(load.lastIndexOf(Math.max(...load)), 1)
  }
  return staying
}

function meetings(player: number, group: readonly number[], met: Int32Array, players: number): number {
  let sum = 0
  for (const member of group) if (member !== player) sum += met[player * players + member]!
  return sum
}

/** Moves one or trades two as long as nobody more moves and meetings become fewer. */
function settle(groups: number[][], home: Int32Array, met: Int32Array, request: ReseatRequest): void {
  const { players, leastSize, mostSize } = request
  const isMoved = (player: number, at: number) => (home[player]! !== -1 && home[player] !== at ? 1 : 0)
  const load = (player: number, at: number, without = -1) =>
    meetings(player, groups[at]!, met, players) - (without < 0 ? 0 : met[player * players + without]!)
  for (let better = true; better;) {
    better = false
    for (const [one, first] of groups.entries()) {
      for (const [two, second] of groups.entries()) {
        if (one === two || first.length === 0 || second.length === 0) continue
        for (const [seat, player] of first.entries()) {
          const moves = isMoved(player, two) - isMoved(player, one)
          if (first.length > leastSize && second.length < mostSize && moves <= 0) {
            if (moves < 0 || load(player, two) < load(player, one)) {
              first.splice(seat, 1)
              second.push(player)
              better = true
              break
            }
          }
          if (two < one) continue
          const place = second.findIndex((other) => {
            if (moves + isMoved(other, one) - isMoved(other, two) > 0) return false
            const after = load(player, two, other) + load(other, one, player)
            return after < load(player, one) + load(other, two)
          })
          if (place < 0) continue
          first[seat] = second[place]!
          second[place] = player
          better = true
        }
      }
    }
  }
}
