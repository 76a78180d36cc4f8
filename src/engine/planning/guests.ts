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

  constructor(problem: PlanningProblem, bookings: Bookings) {
    this.problem = problem
    this.bookings = bookings
    this.visits = Array.from({ length: problem.people }, () => [])
    const guests = new Set(problem.series.flatMap(({ optional }) => optional?.members ?? []))
    this.concerned = problem.series.map(({ members, optional }) => !!optional || members.some((one) => guests.has(one)))
  }

  /** What a start costs because somebody misses this session, or another one for this. */
  costOf(at: number, start: number): number {
    if (!this.concerned[at]) return 0
    const { members, optional } = this.problem.series[at]!
    let cost = 0
    for (const [i, person] of (optional?.members ?? []).entries()) {
      const points = optional!.rows[i]![start]!
      if (points !== impossible && this.bookings.isTaken(person, at, start)) cost += optional!.missing - points
    }
    for (const person of members) {
      this.displaced(person, at, start, ({ at: other, points }) => {
        cost += this.problem.series[other]!.optional!.missing - points
      })
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
