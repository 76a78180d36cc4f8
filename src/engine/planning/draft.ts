import { Bookings } from './bookings.ts'
import type { Candidates } from './candidates.ts'
import { Guests } from './guests.ts'
import { impossible, type PlanningProblem, type ProblemSeries } from './problem.ts'
import type { Chain } from './sequence.ts'

/** How a draft weighs the total and the points above the cap when it looks for a start. */
export interface Weights {
  total: number
  excess: number
  /** Of the greatest burden of one person in the session. */
  greatest: number
  move: number
  leaveOut: number
}

/** A plan being made: sessions are placed and removed, and all that counts is kept up to date. */
export class Draft {
  readonly bookings: Bookings
  readonly guests: Guests
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
  private readonly plain: Weights

  constructor(problem: PlanningProblem, candidates: readonly Candidates[], weights: Weights) {
    this.problem = problem
    this.candidates = candidates
    this.weights = this.plain = weights
    this.bookings = new Bookings(problem)
    this.guests = new Guests(problem, this.bookings)
    this.starts = new Int32Array(this.bookings.seriesOf.length).fill(-1)
    this.burdens = problem.borne ? problem.borne.slice() : new Int32Array(problem.people)
    this.who = problem.series.map((one) => Int32Array.from([...one.members, ...(one.optional?.members ?? [])]))
    this.rows = problem.series.map((one) => [...one.rows, ...(one.optional?.rows ?? [])])
    this.chains = problem.series.map((one, at) => chainOf(one, candidates[at]!, weights))
    this.seriesValue = new Float64Array(problem.series.length)
    this.unplaced = 0
    for (let session = 0; session < this.starts.length; session++) {
      if (this.stands(session)) continue
      const at = this.bookings.seriesOf[session]!
      const isKept = this.keptOf(at, session) >= 0
      this.unplaced++
      if (isKept) this.moves++
      this.seriesValue[at]! += weights.leaveOut + (isKept ? weights.move : 0)
    }
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
    for (const [at, chain] of this.chains.entries()) chain.leaveOut = leavingOut(this.problem.series[at]!, weights)
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
    this.swayGuests(at, start, 1)
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
    this.swayGuests(at, start, -1)
    this.starts[session] = -1
    this.unplaced++
    this.count(at, session, start, -1)
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

  /** The start a session had, or -1. */
  keptOf(at: number, session: number): number {
    return this.problem.series[at]!.kept?.[session - this.bookings.first[at]!] ?? -1
  }

  /** Lets those whom a booking takes miss what they need not attend, or come back to it. */
  private swayGuests(at: number, start: number, sign: number): void {
    this.guests.heed(at, start, sign)
    for (const person of this.problem.series[at]!.members) {
      this.guests.displaced(person, at, start, ({ at: other, points }) => {
        const { missing } = this.problem.series[other]!.optional!
        this.bear(person, -sign * points)
        this.total += sign * missing
        this.seriesValue[other]! += sign * (missing - points)
      })
    }
  }

  private bear(person: number, points: number): void {
    const old = this.burdens[person]!
    const now = old + points
    this.burdens[person] = now
    this.total += points
    if (this.cap < Infinity) this.excess += Math.max(0, now - this.cap) - Math.max(0, old - this.cap)
  }

  private count(at: number, session: number, start: number, sign: number): void {
    const who = this.who[at]!
    const rows = this.rows[at]!
    const series = this.problem.series[at]!
    const before = this.total
    if (series.extra) this.total += sign * series.extra[start]!
    for (let i = 0; i < who.length; i++) {
      const points = rows[i]![start]!
      const isGuest = i >= series.members.length
      if (isGuest && points !== impossible) this.guests.note(who[i]!, { session, at, start, points }, sign)
      if (isGuest && (points === impossible || this.bookings.isTaken(who[i]!, at, start))) {
        this.total += sign * series.optional!.missing
      } else this.bear(who[i]!, sign * points)
    }
    const { move, leaveOut } = this.plain
    const isKept = this.keptOf(at, session) === start
    if (isKept) this.moves -= sign
    this.seriesValue[at]! += this.total - before - sign * (leaveOut + (isKept ? move : 0))
  }
}

function chainOf(series: ProblemSeries, candidates: Candidates, weights: Weights): Chain {
  const { firstDay, days } = candidates
  return {
    sessions: series.sessions,
    days,
    leastGap: series.leastGap,
    greatestGap: series.greatestGap,
    before: series.before === undefined ? undefined : series.before - firstDay,
    standing: series.standing?.map((day) => (day < 0 ? -1 : day - firstDay)),
    leaveOut: leavingOut(series, weights),
  }
}

/** Sums of what leaving out the first sessions of a series costs; one that had a start loses it. */
function leavingOut(series: ProblemSeries, { leaveOut, move }: Weights): Float64Array {
  const sums = new Float64Array(series.sessions + 1)
  for (let index = 0; index < series.sessions; index++) {
    sums[index + 1] = sums[index]! + leaveOut + ((series.kept?.[index] ?? -1) >= 0 ? move : 0)
  }
  return sums
}
