import type { Draft } from './draft.ts'
import type { ProblemSeries } from './problem.ts'
import { bestSequence, sequenceRoom, type Chain, type SequenceRoom } from './sequence.ts'

/** Prices are whole multiples of a 256th of a point, so that sums and bounds are exact. */
export const unit = 256

/** A series keeps to the plan when nothing else is cheaper by more than this: fewer clashes that mean nothing. */
const slack = 2

/**
 * A lower bound for the value of every plan: hours that several sessions want get a price, limits too, and each series
 * then chooses its cheapest chain of starts alone; what they pay together, less the prices, is never more than the best
 * plan costs. Prices rise where too many meet and fall where nobody comes.
 *
 * Method: Lagrangian relaxation, M. Held and R. M. Karp, 'The traveling-salesman problem and minimum spanning trees II',
 * Mathematical Programming 1, 1971; A. M. Geoffrion, 'Lagrangean relaxation for integer programming', 1974; step length
 * after B. T. Polyak, 1969. The starts of a series are found exactly by `bestSequence`.
 */
export class Prices {
  /** The best bound so far, in 256ths of a point. */
  bound = -Infinity
  private readonly draft: Draft
  private readonly chains: Chain[]
  private readonly price: Float64Array
  private readonly count: Int16Array
  private readonly limitPrice: Float64Array
  private readonly limitUsed: Float64Array
  private readonly limitScale: Float64Array
  private readonly hot: number[] = []
  private readonly isHot: Uint8Array
  private readonly hotLimits = new Set<number>()
  private readonly users: number[][]
  private readonly placeOf: Int32Array[]
  private readonly priced: Float64Array[]
  private readonly dayBest: Float64Array[]
  private readonly dayChoice: Int32Array[]
  private readonly stale: Uint8Array[]
  private readonly waiting: number[] = []
  private readonly isWaiting: Uint8Array
  private readonly value: Float64Array
  private readonly chosen: Int32Array
  private paid = 0
  private readonly own: Float64Array
  private readonly room: SequenceRoom
  private theta = 1
  private fails = 0

  private readonly move: number

  constructor(draft: Draft) {
    this.draft = draft
    this.move = draft.weights.move * unit
    const { bookings, problem, candidates } = draft
    const { slots } = bookings
    this.chains = draft.chains.map((chain) => ({ ...chain, leaveOut: chain.leaveOut * unit }))
    this.price = new Float64Array(bookings.taker.length)
    this.count = new Int16Array(bookings.taker.length)
    this.isHot = new Uint8Array(bookings.taker.length)
    this.limitPrice = new Float64Array(bookings.used.length)
    this.limitUsed = new Float64Array(bookings.used.length)
    this.limitScale = new Float64Array(bookings.used.length).fill(1)
    this.users = Array.from({ length: bookings.taker.length / slots }, () => [])
    for (const [at, rows] of bookings.rows.entries()) for (const row of rows) this.users[row]!.push(at)
    this.placeOf = candidates.map(({ start }) => {
      const places = new Int32Array(slots).fill(-1)
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
    for (let at = 0; at < problem.series.length; at++) this.wait(at)
    this.choose()
    this.bound = this.current()
  }

  /** The least value of a series alone, without any price. Only before the first `improve`. */
  alone(at: number): number {
    return this.value[at]! / unit
  }

  /** Whether no plan can be better than one of this value. */
  reaches(value: number): boolean {
    return Math.ceil(this.bound / unit) >= value
  }

  /**
   * Moves prices so many times, towards the value of the best plan known. Stops when the bound, rounded up, reaches it
   * or the choices clash nowhere.
   */
  improve(rounds: number, known: number): void {
    this.reconsider()
    for (let round = 0; round < rounds; round++) {
      if (this.reaches(known) || !this.step(known * unit)) return
      const now = this.current()
      if (now > this.bound) {
        this.bound = now
        this.fails = 0
      } else if (++this.fails >= 8) {
        this.theta = Math.max(this.theta / 2, 1 / 64)
        this.fails = 0
      }
    }
  }

  /**
   * Which starts (by place in the list of each series) a plan of at most this value can use: those that would not alone
   * lift the bound above it. 1 may be used, 0 not. Known as fixing by reduced costs.
   */
  allowed(known: number): Uint8Array[] {
    const slackLeft = known * unit - this.current()
    return this.draft.problem.series.map((series, at) => {
      const { start, firstOfDay } = this.draft.candidates[at]!
      const allowed = new Uint8Array(start.length).fill(1)
      const through = series.kept ? undefined : this.throughDays(at)
      if (!through) return allowed
      for (let day = 0; day < through.length; day++) {
        const room = slackLeft + this.value[at]! - through[day]! + this.dayBest[at]![day]!
        for (let one = firstOfDay[day]!; one < firstOfDay[day + 1]!; one++) {
          if (this.priced[at]![one]! > room) allowed[one] = 0
        }
      }
      return allowed
    })
  }

  /** What the cheapest chain with a session on each day pays; nothing where not all sessions can be placed. */
  private throughDays(at: number): Float64Array | undefined {
    const chain = this.chains[at]!
    const { sessions, days } = chain
    for (let index = 0; index < sessions; index++) this.fillOwn(at, index)
    const own = this.own.slice(0, sessions * days)
    bestSequence(chain, own, this.room)
    if (this.room.days.subarray(0, sessions).includes(-1)) return undefined
    const forward = this.room.value.slice(0, sessions * days)
    const standing = chain.standing?.map((day) => (day < 0 ? -1 : days - 1 - day)).reverse()
    const reversed = bestSequence({ ...chain, before: undefined, standing }, own.slice().reverse(), this.room)
    if (reversed === Infinity) return undefined
    const through = new Float64Array(days).fill(Infinity)
    for (let cell = 0; cell < own.length; cell++) {
      if (own[cell] === Infinity) continue
      const sum = forward[cell]! + this.room.value[own.length - 1 - cell]! - own[cell]!
      if (sum < through[cell % days]!) through[cell % days] = sum
    }
    return through
  }

  private current(): number {
    let sum = -this.paid
    for (const value of this.value) sum += value
    return sum
  }

  /** One step along the clashes; false when there is none. */
  private step(target: number): boolean {
    const { hot, price, count, isHot } = this
    let norm = 0
    let kept = 0
    for (const cell of hot) {
      if (count[cell]! <= 1 && price[cell] === 0) {
        isHot[cell] = 0
        continue
      }
      hot[kept++] = cell
      norm += (count[cell]! - 1) ** 2
    }
    hot.length = kept
    const { most } = this.draft.bookings
    for (const limit of this.hotLimits) {
      const over = this.limitUsed[limit]! - most[limit]!
      if (over <= 0 && this.limitPrice[limit] === 0) this.hotLimits.delete(limit)
      else norm += (over / this.limitScale[limit]!) ** 2
    }
    if (norm === 0) return false
    const length = (this.theta * Math.max(unit, target - this.current())) / norm
    for (let one = 0; one < kept; one++) {
      const cell = hot[one]!
      if (count[cell] === 1) continue
      const now = Math.max(0, Math.round(price[cell]! + length * (count[cell]! - 1)))
      if (now !== price[cell]) this.setPrice(cell, now)
    }
    for (const limit of this.hotLimits) {
      const over = this.limitUsed[limit]! - most[limit]!
      const change = (length * over) / this.limitScale[limit]! ** 2
      const now = Math.max(0, Math.round(this.limitPrice[limit]! + change))
      if (now !== this.limitPrice[limit]) this.setLimitPrice(limit, now)
    }
    this.choose()
    return true
  }

  private setPrice(cell: number, now: number): void {
    const { slots, rows, before, after } = this.draft.bookings
    const change = now - this.price[cell]!
    this.price[cell] = now
    this.paid += change
    const row = Math.floor(cell / slots)
    const slot = cell - row * slots
    for (const at of this.users[row]!) {
      const i = rows[at]!.indexOf(row)
      const end = Math.min(slots - 1, slot + before[at]![i]!)
      for (let start = Math.max(0, slot - after[at]![i]! + 1); start <= end; start++) this.charge(at, start, change)
    }
  }

  private setLimitPrice(limit: number, now: number): void {
    const { bookings, problem } = this.draft
    const change = now - this.limitPrice[limit]!
    this.limitPrice[limit] = now
    const { person, from, to, counts, most } = problem.limits![limit - 1]!
    this.paid += change * most
    for (const at of bookings.seriesWith[person]!) {
      const weight = counts === 'minutes' ? problem.series[at]!.minutes : 1
      for (let start = from; start < to; start++) this.charge(at, start, change * weight)
    }
  }

  private charge(at: number, start: number, change: number): void {
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
  private choose(): void {
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
    this.value[at] = isWhole ? Math.min(value, chain.leaveOut) : value
  }

  /** What the starts of the draft would pay. */
  private plannedValue(at: number): number {
    const { problem, bookings, starts } = this.draft
    const series = problem.series[at]!
    let sum = 0
    for (let index = 0; index < series.sessions; index++) {
      if (stands(series, index)) continue
      const start = starts[bookings.first[at]! + index]!
      if (start < 0) sum += this.chains[at]!.leaveOut
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
    if (place >= 0) this.own[row + this.draft.dayOf(at, kept)] = this.priced[at]![place]!
  }

  private startOn(at: number, index: number, day: number): number {
    const kept = this.draft.problem.series[at]!.kept?.[index] ?? -1
    const isKept = kept >= 0 && this.placeOf[at]![kept]! >= 0 && this.draft.dayOf(at, kept) === day
    return isKept ? kept : this.dayChoice[at]![day]!
  }

  /** Counts a choice in or out. */
  private tally(at: number, start: number, sign: number): void {
    if (start < 0) return
    const { bookings, problem } = this.draft
    const { slots, rows, before, after } = bookings
    for (let i = 0; i < rows[at]!.length; i++) {
      const row = rows[at]![i]! * slots
      const end = Math.min(slots, start + after[at]![i]!)
      for (let slot = Math.max(0, start - before[at]![i]!); slot < end; slot++) {
        const cell = row + slot
        this.count[cell]! += sign
        if (this.count[cell]! > 1 && this.isHot[cell] === 0) {
          this.isHot[cell] = 1
          this.hot.push(cell)
        }
      }
    }
    for (const layer of bookings.limitsOf[at]!) {
      const limit = layer[start]!
      if (limit === 0) continue
      const weight = bookings.weighs[limit] === 1 ? problem.series[at]!.minutes : 1
      this.limitUsed[limit]! += sign * weight
      this.limitScale[limit] = Math.max(this.limitScale[limit]!, weight)
      if (this.limitUsed[limit]! > bookings.most[limit]!) this.hotLimits.add(limit)
    }
  }
}

function stands(series: ProblemSeries, index: number): boolean {
  return series.standing !== undefined && series.standing[index]! >= 0
}
