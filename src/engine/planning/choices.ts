import type { Draft } from './draft.ts'
import type { ProblemSeries } from './problem.ts'
import { bestSequence, sequenceRoom, type Chain, type SequenceRoom } from './sequence.ts'

/** Prices are whole multiples of a 256th of a point, so that sums and bounds are exact. */
export const unit = 256

/** A series keeps to the plan when nothing else is cheaper by more than this: fewer clashes that mean nothing. */
const slack = 2

/** What each series chooses, all alone, when starts have prices; kept up to date as prices change. */
export class Choices {
  /** What each series pays, in 256ths of a point; never more than the truth. */
  readonly value: Float64Array
  private readonly draft: Draft
  private readonly tally: (at: number, start: number, sign: number) => void
  private readonly chains: Chain[]
  private readonly move: number
  private readonly leaveOut: number
  /** Place of each start in the list of its series, or -1. */
  private readonly placeOf: Int32Array[]
  /** What each start costs with its prices, by place in the list of its series. */
  readonly priced: Float64Array[]
  private readonly dayBest: Float64Array[]
  private readonly dayChoice: Int32Array[]
  private readonly stale: Uint8Array[]
  private readonly waiting: number[] = []
  private readonly isWaiting: Uint8Array
  private readonly chosen: Int32Array
  private readonly own: Float64Array
  private readonly room: SequenceRoom

  /** @param tally told of each start that is chosen (1) or no longer (-1) */
  constructor(draft: Draft, tally: (at: number, start: number, sign: number) => void) {
    this.draft = draft
    this.tally = tally
    this.move = draft.weights.move * unit
    this.leaveOut = draft.weights.leaveOut * unit
    const { bookings, problem, candidates } = draft
    this.chains = draft.chains.map((chain) => ({ ...chain, leaveOut: chain.leaveOut.map((one) => one * unit) }))
    this.placeOf = candidates.map(({ start }) => {
      const places = new Int32Array(bookings.slots).fill(-1)
      for (let one = 0; one < start.length; one++) places[start[one]!] = one
      return places
    })
    this.priced = candidates.map(({ points }) => Float64Array.from(points, (one) => one * unit))
    this.dayBest = candidates.map(({ days }) => new Float64Array(days))
    this.dayChoice = candidates.map(({ days }) => new Int32Array(days))
    this.stale = candidates.map(({ days }) => new Uint8Array(days).fill(1))
    this.isWaiting = new Uint8Array(problem.series.length)
    this.value = new Float64Array(problem.series.length)
    this.chosen = new Int32Array(bookings.seriesOf.length).fill(-1)
    const sessions = Math.max(1, ...problem.series.map((one) => one.sessions))
    const days = Math.max(1, ...candidates.map((one) => one.days))
    this.own = new Float64Array(sessions * days)
    this.room = sequenceRoom(sessions, days)
  }

  /** Changes what a series pays for a start; it will choose again. */
  charge(at: number, start: number, change: number): void {
    const place = this.placeOf[at]![start]!
    if (place < 0) return
    this.priced[at]![place]! += change
    this.stale[at]![this.draft.dayOf(at, start)] = 1
    this.wait(at)
  }

  /** Lets all series choose again, after the draft has changed. */
  reconsider(): void {
    for (let at = 0; at < this.value.length; at++) this.wait(at)
    this.choose()
  }

  private wait(at: number): void {
    if (this.isWaiting[at] === 1) return
    this.isWaiting[at] = 1
    this.waiting.push(at)
  }

  /** Lets every series whose prices changed choose again. */
  choose(): void {
    for (const at of this.waiting) {
      this.isWaiting[at] = 0
      this.freshenDays(at)
      this.chooseFor(at)
    }
    this.waiting.length = 0
  }

  private freshenDays(at: number): void {
    const { firstOfDay, start } = this.draft.candidates[at]!
    const priced = this.priced[at]!
    const stale = this.stale[at]!
    for (let day = 0; day < stale.length; day++) {
      if (stale[day] === 0) continue
      stale[day] = 0
      let [best, choice] = [Infinity, -1]
      for (let one = firstOfDay[day]!; one < firstOfDay[day + 1]!; one++) {
        if (priced[one]! < best) [best, choice] = [priced[one]!, start[one]!]
      }
      this.dayBest[at]![day] = best
      this.dayChoice[at]![day] = choice
    }
  }

  private chooseFor(at: number): void {
    const { problem, bookings } = this.draft
    const series = problem.series[at]!
    const chain = this.chains[at]!
    const { sessions } = chain
    for (let index = 0; index < sessions; index++) this.fillOwn(at, index)
    const value = bestSequence(chain, this.own, this.room)
    let isWhole = true
    const asPlanned = this.plannedValue(at) <= value + slack
    for (let index = 0; index < sessions; index++) {
      const day = this.room.days[index]!
      if (day < 0) isWhole = false
      const session = bookings.first[at]! + index
      let start = day < 0 || stands(series, index) ? -1 : this.startOn(at, index, day)
      if (asPlanned) start = this.draft.starts[session]!
      if (this.chosen[session] === start) continue
      this.tally(at, this.chosen[session]!, -1)
      this.tally(at, start, 1)
      this.chosen[session] = start
    }
    this.value[at] = isWhole ? Math.min(value, this.leaveOut) : value
  }

  /** What the starts of the draft would pay. */
  private plannedValue(at: number): number {
    const { problem, bookings, starts } = this.draft
    const series = problem.series[at]!
    const { leaveOut } = this.chains[at]!
    let sum = 0
    for (let index = 0; index < series.sessions; index++) {
      if (stands(series, index)) continue
      const start = starts[bookings.first[at]! + index]!
      if (start < 0) sum += leaveOut[index + 1]! - leaveOut[index]!
      else {
        const kept = series.kept?.[index] ?? -1
        sum += this.priced[at]![this.placeOf[at]![start]!]! + (kept >= 0 && kept !== start ? this.move : 0)
      }
    }
    return sum
  }

  private fillOwn(at: number, index: number): void {
    const { problem } = this.draft
    const series = problem.series[at]!
    const { days } = this.chains[at]!
    const row = index * days
    if (stands(series, index)) {
      this.own.fill(Infinity, row, row + days)
      this.own[row + this.chains[at]!.standing![index]!] = 0
      return
    }
    this.own.set(this.dayBest[at]!, row)
    const kept = series.kept?.[index] ?? -1
    if (kept < 0) return
    for (let day = 0; day < days; day++) this.own[row + day]! += this.move
    const place = this.placeOf[at]![kept]!
    if (place < 0) return
    const cell = row + this.draft.dayOf(at, kept)
    this.own[cell] = Math.min(this.own[cell]!, this.priced[at]![place]!)
  }

  private startOn(at: number, index: number, day: number): number {
    const kept = this.draft.problem.series[at]!.kept?.[index] ?? -1
    const place = kept < 0 ? -1 : this.placeOf[at]![kept]!
    if (place < 0 || this.draft.dayOf(at, kept) !== day) return this.dayChoice[at]![day]!
    return this.priced[at]![place]! <= this.dayBest[at]![day]! + this.move ? kept : this.dayChoice[at]![day]!
  }

  /**
   * Which starts of a series lie within so much of its best chain, in 256ths of a point: for each session all starts of
   * its list. All, where it might pay to leave a session out, or not to move it.
   */
  within(at: number, left: number): Uint8Array {
    const { start, firstOfDay } = this.draft.candidates[at]!
    const { sessions, days } = this.chains[at]!
    const allowed = new Uint8Array(sessions * start.length).fill(1)
    const isSure = !this.draft.problem.series[at]!.kept && this.value[at]! + left < this.leaveOut
    const through = isSure ? this.throughDays(at) : undefined
    if (!through) return allowed
    for (let cell = 0; cell < through.length; cell++) {
      const day = cell % days
      const row = Math.floor(cell / days) * start.length
      const most = left + this.value[at]! - through[cell]! + this.dayBest[at]![day]!
      for (let one = firstOfDay[day]!; one < firstOfDay[day + 1]!; one++) {
        if (this.priced[at]![one]! > most) allowed[row + one] = 0
      }
    }
    return allowed
  }

  /** What the cheapest chain with each session on each day pays; nothing where not all sessions can be placed. */
  private throughDays(at: number): Float64Array | undefined {
    const chain = this.chains[at]!
    const { sessions, days } = chain
    for (let index = 0; index < sessions; index++) this.fillOwn(at, index)
    const own = this.own.slice(0, sessions * days)
    bestSequence(chain, own, this.room)
    if (this.room.days.subarray(0, sessions).includes(-1)) return undefined
    const forward = this.room.value.slice(0, sessions * days)
    const standing = chain.standing?.map((day) => (day < 0 ? -1 : days - 1 - day)).toReversed()
    const reversed = bestSequence({ ...chain, before: undefined, standing }, own.toReversed(), this.room)
    if (reversed === Infinity) return undefined
    return own.map((asked, cell) =>
      asked === Infinity ? Infinity : forward[cell]! + this.room.value[own.length - 1 - cell]! - asked,
    )
  }
}

function stands(series: ProblemSeries, index: number): boolean {
  return series.standing !== undefined && series.standing[index]! >= 0
}
