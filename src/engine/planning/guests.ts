import type { Bookings } from './bookings.ts'
import { impossible, type PlanningProblem } from './problem.ts'

/** A placed session that somebody attends without having to, unless something else books them. */
interface Visit {
  session: number
  at: number
  start: number
  points: number
}

/**
 * Optional members: they do not hinder, but where a session that they must attend books them, they are missing, which
 * costs. (Two sessions they need not attend do not see each other here.)
 */
export class Guests {
  private readonly problem: PlanningProblem
  private readonly bookings: Bookings
  /** Placed sessions that each person could visit. */
  private readonly visits: Visit[][]
  /** Series with optional members, or with members who are optional elsewhere. */
  private readonly concerned: boolean[]
  /** Placed sessions that book people, as their series, by the slot in which they start. */
  private readonly bookedFrom: number[][]
  /** The most slots between two starts that can touch each other. */
  private readonly reach: number
  /** For each series with optional members, each person's place among them from 1 on; 0 for who is none. */
  private readonly placeAmong: (Int32Array | undefined)[]
  /** The turn in which each person was last counted, so that two bookings count once. */
  private readonly counted: Int32Array
  private turn = 0

  constructor(problem: PlanningProblem, bookings: Bookings) {
    this.problem = problem
    this.bookings = bookings
    this.visits = Array.from({ length: problem.people }, () => [])
    const guests = new Set(problem.series.flatMap(({ optional }) => optional?.members ?? []))
    this.concerned = problem.series.map(({ members, optional }) => !!optional || members.some((one) => guests.has(one)))
    this.bookedFrom = Array.from({ length: guests.size > 0 ? problem.slots : 0 }, () => [])
    this.reach = Math.max(0, ...problem.series.map(({ length, lead = 0 }) => length + 2 * lead))
    this.placeAmong = problem.series.map(({ optional }) => {
      if (!optional) return undefined
      const places = new Int32Array(problem.people)
      for (const [i, person] of optional.members.entries()) places[person] = i + 1
      return places
    })
    this.counted = new Int32Array(problem.people)
  }

  /** Notes that a session books those who must attend it (1), or no longer (-1). */
  heed(at: number, start: number, sign: number): void {
    if (!this.concerned[at]) return
    const own = this.bookedFrom[start]!
    if (sign > 0) own.push(at)
    else own.splice(own.indexOf(at), 1)
  }

  /** What a start costs because somebody misses this session, or another one for this. */
  costOf(at: number, start: number): number {
    if (!this.concerned[at]) return 0
    let cost = this.costOfMissing(at, start)
    for (const person of this.problem.series[at]!.members) {
      this.displaced(person, at, start, ({ at: other, points }) => {
        cost += this.problem.series[other]!.optional!.missing - points
      })
    }
    return cost
  }

  /** What a start costs because other sessions book its optional members: few are booked at an hour, many are optional. */
  private costOfMissing(at: number, start: number): number {
    const places = this.placeAmong[at]
    if (!places) return 0
    const { length, lead = 0, optional } = this.problem.series[at]!
    const turn = ++this.turn
    const end = Math.min(this.problem.slots, start + length + this.reach)
    let cost = 0
    for (let slot = Math.max(0, start - this.reach); slot < end; slot++) {
      for (const other of this.bookedFrom[slot]!) {
        const one = this.problem.series[other]!
        const free = lead + (one.lead ?? 0)
        if (slot >= start + length + free || start >= slot + one.length + free) continue
        for (const person of one.members) {
          const place = places[person]!
          if (place === 0 || this.counted[person] === turn) continue
          this.counted[person] = turn
          const points = optional!.rows[place - 1]![start]!
          if (points !== impossible) cost += optional!.missing - points
        }
      }
    }
    return cost
  }

  /** Calls with each session because of which somebody would miss this one, or that somebody would miss for it. */
  hinderers(at: number, start: number, tell: (session: number) => void): void {
    if (!this.concerned[at]) return
    const { members, optional } = this.problem.series[at]!
    for (const person of optional?.members ?? []) this.bookings.takers(person, at, start, tell)
    for (const person of members) this.displaced(person, at, start, ({ session }) => tell(session))
  }

  /** Notes that a person could visit a session, or no longer. */
  note(person: number, visit: Visit, sign: number): void {
    const own = this.visits[person]!
    if (sign > 0) own.push(visit)
    else
      own.splice(
        own.findIndex(({ session }) => session === visit.session),
        1,
      )
  }

  /** Calls with each visit that a booking of this time ends, or whose end it undoes: while it is not booked. */
  displaced(person: number, at: number, start: number, tell: (visit: Visit) => void): void {
    for (const visit of this.visits[person]!) {
      const [one, other] = [this.problem.series[at]!, this.problem.series[visit.at]!]
      const lead = (one.lead ?? 0) + (other.lead ?? 0)
      if (visit.start >= start + one.length + lead || start >= visit.start + other.length + lead) continue
      if (!this.bookings.isTaken(person, visit.at, visit.start)) tell(visit)
    }
  }
}
