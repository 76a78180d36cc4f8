import { Choices, unit } from './choices.ts'
import type { Draft } from './draft.ts'

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
  /** What a move and a session without a place cost, in 256ths of a point. */
  readonly move: number
  readonly leaveOut: number
  private readonly draft: Draft
  private readonly choices: Choices
  private readonly price: Float64Array
  private readonly count: Int16Array
  private readonly limitPrice: Float64Array
  private readonly limitUsed: Float64Array
  private readonly limitScale: Float64Array
  private readonly hot: number[] = []
  private readonly isHot: Uint8Array
  private readonly hotLimits = new Set<number>()
  private readonly users: number[][]
  /** Prices of the best bound: of cells, and of limits. */
  private readonly kept = { cells: new Map<number, number>(), limits: new Map<number, number>() }
  /** What all prices sum up to, in 256ths of a point. */
  paid = 0
  private theta = 1
  private fails = 0

  constructor(draft: Draft) {
    this.draft = draft
    const { bookings } = draft
    const { slots } = bookings
    this.price = new Float64Array(bookings.taker.length)
    this.count = new Int16Array(bookings.taker.length)
    this.isHot = new Uint8Array(bookings.taker.length)
    this.limitPrice = new Float64Array(bookings.used.length)
    this.limitUsed = new Float64Array(bookings.used.length)
    this.limitScale = new Float64Array(bookings.used.length).fill(1)
    this.users = Array.from({ length: bookings.taker.length / slots }, () => [])
    for (const [at, rows] of bookings.rows.entries()) for (const row of rows) this.users[row]!.push(at)
    this.choices = new Choices(draft, (at, start, sign) => this.tally(at, start, sign))
    this.choices.reconsider()
    this.bound = this.current()
    this.move = draft.weights.move * unit
    this.leaveOut = draft.weights.leaveOut * unit
  }

  /** The least value of a series alone, without any price. Only before the first `improve`. */
  alone(at: number): number {
    return this.choices.value[at]! / unit
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
    this.choices.reconsider()
    for (let round = 0; round < rounds; round++) {
      if (this.reaches(known) || !this.step(known * unit)) return
      const now = this.current()
      if (now > this.bound) {
        this.bound = now
        this.keep()
        this.fails = 0
      } else if (++this.fails >= 8) {
        this.theta = Math.max(this.theta / 2, 1 / 64)
        this.fails = 0
      }
    }
  }

  /**
   * Which starts (for each session of a series, by place in its list) a plan of at most this value can use: those that
   * would not alone lift the bound above it. 1 may be used, 0 not. Known as fixing by reduced costs.
   */
  allowed(known: number): Uint8Array[] {
    this.restore()
    const left = known * unit - this.current()
    return this.draft.problem.series.map((_, at) => this.choices.within(at, left))
  }

  /** Notes that every plan costs more than this. */
  exceed(value: number): void {
    this.bound = Math.max(this.bound, value * unit + 1)
  }

  /** All hours (by row and slot) with a price, in 256ths of a point. */
  pricedCells(): [cell: number, price: number][] {
    return this.hot.filter((cell) => this.price[cell]! > 0).map((cell) => [cell, this.price[cell]!])
  }

  /** What a start (by place in the list of its series) costs with its prices, in 256ths of a point. */
  costOf(at: number, place: number): number {
    return this.choices.priced[at]![place]!
  }

  /** Whether a plan of at most this value could leave out a session of a series. */
  isOptional(at: number, known: number): boolean {
    return this.current() - this.choices.value[at]! + this.leaveOut <= known * unit
  }

  /** What a series pays now, in 256ths of a point. */
  pays(at: number): number {
    return this.choices.value[at]!
  }

  private keep(): void {
    const { cells, limits } = this.kept
    cells.clear()
    limits.clear()
    for (const cell of this.hot) if (this.price[cell]! > 0) cells.set(cell, this.price[cell]!)
    for (const limit of this.hotLimits) if (this.limitPrice[limit]! > 0) limits.set(limit, this.limitPrice[limit]!)
  }

  /** Goes back to the prices of the best bound. */
  private restore(): void {
    const { cells, limits } = this.kept
    for (const cell of this.hot) if (!cells.has(cell)) this.setPrice(cell, 0)
    for (const limit of this.hotLimits) if (!limits.has(limit)) this.setLimitPrice(limit, 0)
    for (const [cell, price] of cells) {
      this.heat(cell)
      this.setPrice(cell, price)
    }
    for (const [limit, price] of limits) {
      this.hotLimits.add(limit)
      this.setLimitPrice(limit, price)
    }
    this.choices.choose()
  }

  private current(): number {
    let sum = -this.paid
    for (const value of this.choices.value) sum += value
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
      this.setPrice(cell, now)
    }
    for (const limit of this.hotLimits) {
      const over = this.limitUsed[limit]! - most[limit]!
      const change = (length * over) / this.limitScale[limit]! ** 2
      const now = Math.max(0, Math.round(this.limitPrice[limit]! + change))
      this.setLimitPrice(limit, now)
    }
    this.choices.choose()
    return true
  }

  private heat(cell: number): void {
    if (this.isHot[cell] === 1) return
    this.isHot[cell] = 1
    this.hot.push(cell)
  }

  private setPrice(cell: number, now: number): void {
    const { slots, rows, before, after } = this.draft.bookings
    const change = now - this.price[cell]!
    if (change === 0) return
    this.price[cell] = now
    this.paid += change
    const row = Math.floor(cell / slots)
    const slot = cell - row * slots
    for (const at of this.users[row]!) {
      const i = rows[at]!.indexOf(row)
      const end = Math.min(slots - 1, slot + before[at]![i]!)
      for (let start = Math.max(0, slot - after[at]![i]! + 1); start <= end; start++)
        this.choices.charge(at, start, change)
    }
  }

  private setLimitPrice(limit: number, now: number): void {
    const { bookings, problem } = this.draft
    const change = now - this.limitPrice[limit]!
    if (change === 0) return
    this.limitPrice[limit] = now
    const { person, from, to, counts, most } = problem.limits![limit - 1]!
    this.paid += change * most
    for (const at of bookings.seriesWith[person]!) {
      const weight = counts === 'minutes' ? problem.series[at]!.minutes : 1
      for (let start = from; start < to; start++) this.choices.charge(at, start, change * weight)
    }
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
        if (this.count[cell]! > 1) this.heat(cell)
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
