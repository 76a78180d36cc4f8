import type { PlanningProblem, ProblemLimit, ProblemSeries } from './problem.ts'

/** Who and what is taken when, in rows of slots: people first, then places. Sessions are numbered through all series. */
export class Bookings {
  readonly slots: number
  /** Number of the first session of each series. */
  readonly first: Int32Array
  readonly seriesOf: Int32Array
  /** Rows that each series takes, and the slots it takes of each before the start and from the start on. */
  readonly rows: Int32Array[]
  readonly before: Int32Array[]
  readonly after: Int32Array[]
  /** Session + 1 that takes a slot of a row; 0 is free. */
  readonly taker: Int32Array
  /** For each series the limits of its members, by start: limit + 1, 0 none. */
  readonly limitsOf: Int32Array[][]
  readonly used: Float64Array
  readonly most: Float64Array
  readonly weighs: Uint8Array
  /** Series in which each person must attend. */
  readonly seriesWith: number[][]
  private readonly series: readonly ProblemSeries[]
  private readonly limits: readonly ProblemLimit[]

  constructor(problem: PlanningProblem) {
    const { slots, people, series } = problem
    this.slots = slots
    this.series = series
    this.first = new Int32Array(series.length + 1)
    let places = 0
    for (const [at, one] of series.entries()) {
      this.first[at + 1] = this.first[at]! + one.sessions
      if (one.place !== undefined && one.place >= places) places = one.place + 1
    }
    this.seriesOf = new Int32Array(this.first[series.length]!)
    for (let at = 0; at < series.length; at++) this.seriesOf.fill(at, this.first[at], this.first[at + 1])
    const placeRows = (one: ProblemSeries) => (one.place === undefined ? [] : [people + one.place])
    this.rows = series.map((one) => Int32Array.from([...one.members, ...placeRows(one)]))
    this.before = series.map((one) =>
      Int32Array.from([...one.members.map(() => one.lead ?? 0), ...placeRows(one).fill(0)]),
    )
    this.after = this.before.map((before, at) => before.map((lead) => lead + series[at]!.length))
    this.taker = new Int32Array((people + places) * slots)
    const layers = layLimits(problem)
    this.limitsOf = series.map((one) => one.members.flatMap((person) => layers.get(person) ?? []))
    const limits = problem.limits ?? []
    this.limits = limits
    this.seriesWith = Array.from({ length: people }, () => [])
    for (const [at, one] of series.entries()) for (const person of one.members) this.seriesWith[person]!.push(at)
    this.used = new Float64Array(limits.length + 1)
    this.most = Float64Array.from([Infinity, ...limits.map(({ most }) => most)])
    this.weighs = Uint8Array.from([0, ...limits.map(({ counts }) => (counts === 'minutes' ? 1 : 0))])
  }

  /** Whether a session of this series could start here beside what is booked. */
  isFree(at: number, start: number): boolean {
    const { slots, taker } = this
    const rows = this.rows[at]!
    const before = this.before[at]!
    const after = this.after[at]!
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]! * slots
      const end = Math.min(start + after[i]!, slots)
      for (let slot = Math.max(0, start - before[i]!); slot < end; slot++) if (taker[row + slot] !== 0) return false
    }
    return this.keepsLimits(at, start)
  }

  /** Whether one more session of this series here stays within everybody's limits. */
  keepsLimits(at: number, start: number): boolean {
    for (const layer of this.limitsOf[at]!) {
      const limit = layer[start]!
      if (limit !== 0 && this.used[limit]! + this.weight(at, limit) > this.most[limit]!) return false
    }
    return true
  }

  /** Whether a person must be elsewhere when a session of this series starts here. */
  isTaken(person: number, at: number, start: number): boolean {
    let isTaken = false
    this.takers(person, at, start, () => (isTaken = true))
    return isTaken
  }

  /** Calls with each session that a person must attend when one of this series starts here. */
  takers(person: number, at: number, start: number, tell: (session: number) => void): void {
    const { length, lead = 0 } = this.series[at]!
    const row = person * this.slots
    const end = Math.min(start + length + lead, this.slots)
    for (let slot = Math.max(0, start - lead); slot < end; slot++) {
      const taker = this.taker[row + slot]!
      if (taker !== 0) tell(taker - 1)
    }
  }

  /** Books a session, which must be free there. */
  take(at: number, index: number, start: number): void {
    this.mark(at, start, this.first[at]! + index + 1, 1)
  }

  /** Frees what a session took. */
  release(at: number, start: number): void {
    this.mark(at, start, 0, -1)
  }

  /** Calls with each session that hinders this start, perhaps more than once. */
  hinderers(at: number, start: number, tell: (session: number) => void): void {
    const rows = this.rows[at]!
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]! * this.slots
      const end = Math.min(start + this.after[at]![i]!, this.slots)
      for (let slot = Math.max(0, start - this.before[at]![i]!); slot < end; slot++) {
        const taker = this.taker[row + slot]!
        if (taker !== 0) tell(taker - 1)
      }
    }
  }

  /** Calls with each session that counts in a limit which bars this start. */
  limitFellows(at: number, start: number, starts: Int32Array, tell: (session: number) => void): void {
    for (const layer of this.limitsOf[at]!) {
      const limit = layer[start]!
      if (limit === 0 || this.used[limit]! + this.weight(at, limit) <= this.most[limit]!) continue
      const { person, from, to } = this.limits[limit - 1]!
      for (const other of this.seriesWith[person]!) {
        for (let session = this.first[other]!; session < this.first[other + 1]!; session++) {
          if (starts[session]! >= from && starts[session]! < to) tell(session)
        }
      }
    }
  }

  /** What a session of a series counts against a limit (from 1 on). */
  weight(at: number, limit: number): number {
    return this.weighs[limit] === 1 ? this.series[at]!.minutes : 1
  }

  private mark(at: number, start: number, session: number, sign: number): void {
    const rows = this.rows[at]!
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]! * this.slots
      const end = Math.min(start + this.after[at]![i]!, this.slots)
      for (let slot = Math.max(0, start - this.before[at]![i]!); slot < end; slot++) this.taker[row + slot] = session
    }
    for (const layer of this.limitsOf[at]!) {
      const limit = layer[start]!
      if (limit !== 0) this.used[limit]! += sign * this.weight(at, limit)
    }
  }
}

/** For each person with limits: layers of limit + 1 by slot, limits that overlap in different layers. */
function layLimits(problem: PlanningProblem): Map<number, Int32Array[]> {
  const layers = new Map<number, Int32Array[]>()
  for (const [number, { person, from, to }] of (problem.limits ?? []).entries()) {
    const own = layers.get(person) ?? []
    layers.set(person, own)
    let layer = own.find((one) => one.subarray(from, to).every((taken) => taken === 0))
    if (!layer) own.push((layer = new Int32Array(problem.slots)))
    layer.fill(number + 1, from, to)
  }
  return layers
}
