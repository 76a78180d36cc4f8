import { costOf } from './candidates.ts'
import type { Draft } from './draft.ts'
import { impossible } from './problem.ts'
import { bestSequence, sequenceRoom, type SequenceRoom } from './sequence.ts'

/** Finds the best place for one session or a whole series beside all that is placed, and places it there. */
export class Insertion {
  /** Chance in 256 that a start is overlooked. */
  blink = 0
  private readonly draft: Draft
  private dice = 0x2545f491
  private readonly room: SequenceRoom
  private readonly own: Float64Array
  private readonly choice: Int32Array
  private found = -1

  constructor(draft: Draft) {
    this.draft = draft
    const sessions = Math.max(1, ...draft.chains.map((one) => one.sessions))
    const days = Math.max(1, ...draft.chains.map((one) => one.days))
    this.room = sequenceRoom(sessions, days)
    this.own = new Float64Array(sessions * days)
    this.choice = new Int32Array(sessions * days)
  }

  /** Places a session here if it is possible beside all others. */
  placeIfFree(session: number, start: number): void {
    const at = this.draft.bookings.seriesOf[session]!
    if (this.draft.stands(session) || !this.canKeep(at, start)) return
    const [from, to] = this.draft.window(session)
    const day = this.draft.dayOf(at, start)
    if (day >= from && day <= to) this.draft.place(session, start)
  }

  /** Places what is not placed of a series. */
  completeSeries(at: number): void {
    const first = this.draft.bookings.first[at]!
    const end = this.draft.bookings.first[at + 1]!
    if (this.draft.starts.subarray(first, end).every((start) => start < 0)) return this.insertSeries(at)
    for (let session = first; session < end; session++) if (this.draft.starts[session]! < 0) this.insertOne(session)
  }

  /** Places all sessions of a series, none of which is placed, as well as can be beside the rest. */
  insertSeries(at: number): void {
    const { sessions } = this.draft.problem.series[at]!
    const first = this.draft.bookings.first[at]!
    if (sessions === 1) return this.insertOne(first)
    const chain = this.draft.chains[at]!
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
      if (day < 0 || this.draft.stands(first + index)) continue
      const start = this.choice[index * days + day]!
      if (this.draft.bookings.isFree(at, start)) this.draft.place(first + index, start)
    }
    for (let index = 0; index < sessions; index++) {
      if (this.draft.starts[first + index]! < 0 && !this.draft.stands(first + index)) this.insertOne(first + index)
    }
  }

  /** Places one session that has no place as well as can be, if it can be, the rest of its series left where it is. */
  insertOne(session: number): void {
    if (this.draft.stands(session)) return
    const at = this.draft.bookings.seriesOf[session]!
    const kept = this.draft.keptOf(at, session)
    const [from, to] = this.draft.window(session)
    let [best, start] = [Infinity, -1]
    for (let day = from; day <= to; day++) {
      const value = this.cheapestOn(at, day, best)
      if (value < best) [best, start] = [value, this.found]
    }
    if (kept >= 0 && this.canKeep(at, kept)) {
      const day = this.draft.dayOf(at, kept)
      if (day >= from && day <= to && this.valueOf(at, kept) <= best + this.draft.weights.move) start = kept
    }
    if (start >= 0) this.draft.place(session, start)
  }

  private preferKept(at: number, index: number, row: number): void {
    const kept = this.draft.problem.series[at]!.kept?.[index] ?? -1
    if (kept < 0) return
    const { days } = this.draft.chains[at]!
    for (let day = 0; day < days; day++) this.own[row + day]! += this.draft.weights.move
    if (!this.canKeep(at, kept)) return
    const day = this.draft.dayOf(at, kept)
    this.own[row + day] = this.valueOf(at, kept)
    this.choice[row + day] = kept
  }

  private canKeep(at: number, kept: number): boolean {
    return costOf(this.draft.problem.series[at]!, kept) >= 0 && this.draft.bookings.isFree(at, kept)
  }

  /** The least value of a free start on a day, below a bound; the start is in `found`. */
  private cheapestOn(at: number, day: number, bound: number): number {
    const { start: starts, points, firstOfDay } = this.draft.candidates[at]!
    const { guests } = this.draft
    const { total, excess, greatest } = this.draft.weights
    const capped = this.draft.cap < Infinity
    let best = bound
    this.found = -1
    const end = firstOfDay[day + 1]!
    for (let one = firstOfDay[day]!; one < end; one++) {
      let value = total * points[one]!
      if (value >= best) break
      if (this.blink > 0 && this.overlooks()) continue
      const start = starts[one]!
      value += total * guests.costOf(at, start)
      if (capped) value += excess * this.excessOf(at, start)
      if (greatest > 0) value += greatest * this.greatestOf(at, start)
      if (value < best && this.draft.bookings.isFree(at, start)) {
        best = value
        this.found = start
      }
    }
    return this.found < 0 ? Infinity : best
  }

  private valueOf(at: number, start: number): number {
    const excess = this.draft.cap < Infinity ? this.draft.weights.excess * this.excessOf(at, start) : 0
    const points = costOf(this.draft.problem.series[at]!, start) + this.draft.guests.costOf(at, start)
    return this.draft.weights.total * points + excess
  }

  /** Points above the cap that one more session here would add. */
  private excessOf(at: number, start: number): number {
    const who = this.draft.who[at]!
    const rows = this.draft.rows[at]!
    let sum = 0
    for (let i = 0; i < who.length; i++) {
      const points = rows[i]![start]!
      if (points === impossible) continue
      const room = this.draft.cap - this.draft.burdens[who[i]!]!
      if (points > room) sum += room > 0 ? points - room : points
    }
    return sum
  }

  private greatestOf(at: number, start: number): number {
    let most = 0
    for (const row of this.draft.rows[at]!) if (row[start] !== impossible && row[start]! > most) most = row[start]!
    return most
  }

  private overlooks(): boolean {
    this.dice ^= this.dice << 13
    this.dice ^= this.dice >>> 17
    this.dice ^= this.dice << 5
    return (this.dice & 255) < this.blink
  }
}
