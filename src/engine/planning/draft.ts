import { Bookings } from './bookings.ts'
import { costOf, type Candidates } from './candidates.ts'
import { impossible, type PlanningProblem } from './problem.ts'
import { bestSequence, sequenceRoom, type Chain, type SequenceRoom } from './sequence.ts'

/** How a draft weighs the total and the points above the cap when it looks for a start. */
export interface Weights {
  total: number
  excess: number
  move: number
  leaveOut: number
}

/** A plan being made: sessions can be placed and removed, and the best place for one or for a whole series found. */
export class Draft {
  readonly bookings: Bookings
  /** Start of each session, or -1; sessions are numbered through all series. */
  readonly starts: Int32Array
  readonly burdens: Int32Array
  unplaced: number
  moves = 0
  total = 0
  /** Points of all people above the cap. */
  excess = 0
  cap = Infinity
  weights: Weights
  /** What each series costs by the weights given first. */
  readonly seriesValue: Float64Array
  readonly problem: PlanningProblem
  readonly candidates: readonly Candidates[]
  /** Whose points a session of each series changes, and by which rows. */
  readonly who: Int32Array[]
  readonly rows: Uint8Array[][]
  readonly chains: Chain[]
  /** Chance in 256 that a start is overlooked. */
  blink = 0
  private dice = 0x2545f491
  private readonly room: SequenceRoom
  private readonly own: Float64Array
  private readonly choice: Int32Array
  private found = -1
  private readonly plain: Weights

  constructor(problem: PlanningProblem, candidates: readonly Candidates[], weights: Weights) {
    this.problem = problem
    this.candidates = candidates
    this.weights = this.plain = weights
    this.bookings = new Bookings(problem)
    this.starts = new Int32Array(this.bookings.seriesOf.length).fill(-1)
    this.burdens = problem.borne ? problem.borne.slice() : new Int32Array(problem.people)
    this.who = problem.series.map((one) => Int32Array.from([...one.members, ...(one.optional?.members ?? [])]))
    this.rows = problem.series.map((one) => [...one.rows, ...(one.optional?.rows ?? [])])
    this.chains = problem.series.map((one, at) => chainOf(one, candidates[at]!, weights.leaveOut))
    this.seriesValue = new Float64Array(problem.series.length)
    this.unplaced = 0
    for (let session = 0; session < this.starts.length; session++) {
      if (this.stands(session)) continue
      this.unplaced++
      this.seriesValue[this.bookings.seriesOf[session]!]! += weights.leaveOut
    }
    const sessions = Math.max(1, ...problem.series.map((one) => one.sessions))
    const days = Math.max(1, ...candidates.map((one) => one.days))
    this.room = sequenceRoom(sessions, days)
    this.own = new Float64Array(sessions * days)
    this.choice = new Int32Array(sessions * days)
  }

  /** Whether a session stands already and is not ours to place. */
  stands(session: number): boolean {
    const at = this.bookings.seriesOf[session]!
    const standing = this.problem.series[at]!.standing
    return standing !== undefined && standing[session - this.bookings.first[at]!]! >= 0
  }

  /** Weighs the total and the points above a cap anew. */
  weigh(weights: Weights, cap: number): void {
    this.weights = weights
    for (const chain of this.chains) chain.leaveOut = weights.leaveOut
    this.setCap(cap)
  }

  /** Sets the cap above which points count as excess. */
  setCap(cap: number): void {
    this.cap = cap
    this.excess = 0
    for (const burden of this.burdens) if (burden > cap) this.excess += burden - cap
  }

  /** Gives a session without a place this start, which must be free. */
  place(session: number, start: number): void {
    const at = this.bookings.seriesOf[session]!
    this.bookings.take(at, session - this.bookings.first[at]!, start)
    this.starts[session] = start
    this.unplaced--
    this.count(at, session, start, 1)
  }

  /** Takes a session's start away, if it has one. */
  remove(session: number): void {
    const start = this.starts[session]!
    if (start < 0) return
    const at = this.bookings.seriesOf[session]!
    this.bookings.release(at, start)
    this.starts[session] = -1
    this.unplaced++
    this.count(at, session, start, -1)
  }

  /** Places a session here if it is possible beside all others. */
  placeIfFree(session: number, start: number): void {
    const at = this.bookings.seriesOf[session]!
    if (this.stands(session) || !this.canKeep(at, start)) return
    const [from, to] = this.window(session)
    const day = this.dayOf(at, start)
    if (day >= from && day <= to) this.place(session, start)
  }

  /** Places what is not placed of a series. */
  completeSeries(at: number): void {
    const first = this.bookings.first[at]!
    const end = this.bookings.first[at + 1]!
    if (this.starts.subarray(first, end).every((start) => start < 0)) return this.insertSeries(at)
    for (let session = first; session < end; session++) if (this.starts[session]! < 0) this.insertOne(session)
  }

  /** Places all sessions of a series, none of which is placed, as well as can be beside the rest. */
  insertSeries(at: number): void {
    const { sessions } = this.problem.series[at]!
    const first = this.bookings.first[at]!
    if (sessions === 1) return this.insertOne(first)
    const chain = this.chains[at]!
    const { days } = chain
    this.room.days.fill(-1, 0, sessions)
    for (let day = 0; day < days; day++) {
      this.own[day] = this.cheapestOn(at, day, Infinity)
      this.choice[day] = this.found
    }
    for (let index = sessions - 1; index >= 0; index--) {
      const row = index * days
      if (index > 0) {
        this.own.copyWithin(row, 0, days)
        this.choice.copyWithin(row, 0, days)
      }
      if (chain.standing && chain.standing[index]! >= 0) {
        this.own.fill(Infinity, row, row + days)
        this.own[row + chain.standing[index]!] = 0
      } else this.preferKept(at, index, row)
    }
    bestSequence(chain, this.own, this.room)
    for (let index = 0; index < sessions; index++) {
      const day = this.room.days[index]!
      if (day < 0 || this.stands(first + index)) continue
      const start = this.choice[index * days + day]!
      if (this.bookings.isFree(at, start)) this.place(first + index, start)
    }
    for (let index = 0; index < sessions; index++) {
      if (this.starts[first + index]! < 0 && !this.stands(first + index)) this.insertOne(first + index)
    }
  }

  /** Places one session that has no place as well as can be, if it can be, the rest of its series left where it is. */
  insertOne(session: number): void {
    if (this.stands(session)) return
    const at = this.bookings.seriesOf[session]!
    const kept = this.problem.series[at]!.kept?.[session - this.bookings.first[at]!] ?? -1
    const [from, to] = this.window(session)
    let [best, start] = [Infinity, -1]
    for (let day = from; day <= to; day++) {
      const value = this.cheapestOn(at, day, best)
      if (value < best) [best, start] = [value, this.found]
    }
    if (kept >= 0 && this.canKeep(at, kept)) {
      const day = this.dayOf(at, kept)
      if (day >= from && day <= to && this.valueOf(at, kept) <= best + this.weights.move) start = kept
    }
    if (start >= 0) this.place(session, start)
  }

  /** First and last day a session may have beside the others of its series. */
  window(session: number): [from: number, to: number] {
    const at = this.bookings.seriesOf[session]!
    const { sessions, days, leastGap, greatestGap, before, standing } = this.chains[at]!
    const first = this.bookings.first[at]!
    const index = session - first
    let [from, to] = [0, days - 1]
    const dayAt = (other: number) => {
      if (standing && standing[other]! >= 0) return standing[other]!
      return this.starts[first + other]! < 0 ? -1 : this.dayOf(at, this.starts[first + other]!)
    }
    let other = index - 1
    while (other >= 0 && dayAt(other) < 0) other--
    const earlier = other >= 0 ? dayAt(other) : before
    if (earlier !== undefined) {
      from = Math.max(from, earlier + leastGap)
      to = Math.min(to, earlier + greatestGap * (index - other))
    }
    other = index + 1
    while (other < sessions && dayAt(other) < 0) other++
    if (other < sessions) {
      to = Math.min(to, dayAt(other) - leastGap)
      from = Math.max(from, dayAt(other) - greatestGap * (other - index))
    }
    return [from, to]
  }

  /** Day of a start in the count of its series. */
  dayOf(at: number, start: number): number {
    const { dayOf } = this.problem.series[at]!
    return (dayOf ? dayOf[start]! : Math.floor(start / 48)) - this.candidates[at]!.firstDay
  }

  private preferKept(at: number, index: number, row: number): void {
    const kept = this.problem.series[at]!.kept?.[index] ?? -1
    if (kept < 0) return
    const { days } = this.chains[at]!
    for (let day = 0; day < days; day++) this.own[row + day]! += this.weights.move
    if (!this.canKeep(at, kept)) return
    const day = this.dayOf(at, kept)
    this.own[row + day] = this.valueOf(at, kept)
    this.choice[row + day] = kept
  }

  private canKeep(at: number, kept: number): boolean {
    return costOf(this.problem.series[at]!, kept) >= 0 && this.bookings.isFree(at, kept)
  }

  /** The least value of a free start on a day, below a bound; the start is in `found`. */
  private cheapestOn(at: number, day: number, bound: number): number {
    const { start: starts, points, firstOfDay } = this.candidates[at]!
    const { total, excess } = this.weights
    const capped = this.cap < Infinity
    let best = bound
    this.found = -1
    const end = firstOfDay[day + 1]!
    for (let one = firstOfDay[day]!; one < end; one++) {
      let value = total * points[one]!
      if (value >= best) break
      if (this.blink > 0 && this.overlooks()) continue
      const start = starts[one]!
      if (capped) value += excess * this.excessOf(at, start)
      if (value < best && this.bookings.isFree(at, start)) {
        best = value
        this.found = start
      }
    }
    return this.found < 0 ? Infinity : best
  }

  private valueOf(at: number, start: number): number {
    const excess = this.cap < Infinity ? this.weights.excess * this.excessOf(at, start) : 0
    return this.weights.total * costOf(this.problem.series[at]!, start) + excess
  }

  /** Points above the cap that one more session here would add. */
  private excessOf(at: number, start: number): number {
    const who = this.who[at]!
    const rows = this.rows[at]!
    let sum = 0
    for (let i = 0; i < who.length; i++) {
      const points = rows[i]![start]!
      if (points === impossible) continue
      const room = this.cap - this.burdens[who[i]!]!
      if (points > room) sum += room > 0 ? points - room : points
    }
    return sum
  }

  private overlooks(): boolean {
    this.dice ^= this.dice << 13
    this.dice ^= this.dice >>> 17
    this.dice ^= this.dice << 5
    return (this.dice & 255) < this.blink
  }

  private leavesKept(at: number, session: number, start: number): boolean {
    const kept = this.problem.series[at]!.kept?.[session - this.bookings.first[at]!] ?? -1
    return kept >= 0 && kept !== start
  }

  private count(at: number, session: number, start: number, sign: number): void {
    const who = this.who[at]!
    const rows = this.rows[at]!
    const series = this.problem.series[at]!
    const before = this.total
    if (series.extra) this.total += sign * series.extra[start]!
    for (let i = 0; i < who.length; i++) {
      const points = rows[i]![start]!
      if (points === impossible) {
        this.total += sign * series.optional!.missing
        continue
      }
      const old = this.burdens[who[i]!]!
      const now = old + sign * points
      this.burdens[who[i]!] = now
      this.total += sign * points
      if (this.cap < Infinity) this.excess += Math.max(0, now - this.cap) - Math.max(0, old - this.cap)
    }
    const { move, leaveOut } = this.plain
    const isMove = this.leavesKept(at, session, start)
    if (isMove) this.moves += sign
    this.seriesValue[at]! += this.total - before + sign * ((isMove ? move : 0) - leaveOut)
  }
}

function chainOf(series: PlanningProblem['series'][number], candidates: Candidates, leaveOut: number): Chain {
  const { firstDay, days } = candidates
  return {
    sessions: series.sessions,
    days,
    leastGap: series.leastGap,
    greatestGap: series.greatestGap,
    before: series.before === undefined ? undefined : series.before - firstDay,
    standing: series.standing?.map((day) => (day < 0 ? -1 : day - firstDay)),
    leaveOut,
  }
}
