import type { Draft } from './draft.ts'
import type { OpenStarts } from './open-starts.ts'

/** What everybody must bear at least with the choices that are left, and what room that leaves below a cap. */
export class BurdenRoom {
  private cap = Infinity
  /** Whose burden rose; to be looked at. */
  readonly heavier: number[] = []
  private readonly draft: Draft
  private readonly open: OpenStarts
  private readonly isGone: Uint8Array
  private readonly burden: Float64Array
  /** Least points of each member in each session. */
  private readonly least: Int32Array[]

  constructor(draft: Draft, open: OpenStarts, isGone: Uint8Array) {
    const { problem } = draft
    this.draft = draft
    this.open = open
    this.isGone = isGone
    this.burden = problem.borne ? Float64Array.from(problem.borne) : new Float64Array(problem.people)
    this.least = Array.from(draft.bookings.seriesOf, (at) => new Int32Array(problem.series[at]!.members.length))
  }

  /** Sets the cap that nobody may exceed; the sessions given have a choice left. */
  setCap(cap: number, sessions: readonly number[]): void {
    this.cap = cap
    for (const session of sessions) this.weigh(session)
    this.heavier.length = 0
    if (cap < Infinity) for (let person = 0; person < this.burden.length; person++) this.heavier.push(person)
  }

  /** Brings the least points of a session up to date, which has a choice left. */
  weigh(session: number): void {
    const { open, isGone } = this
    const end = open.first[session + 1]!
    if (this.cap === Infinity || this.draft.stands(session)) return
    const { members, rows } = this.draft.problem.series[this.draft.bookings.seriesOf[session]!]!
    for (const [i, person] of members.entries()) {
      const row = rows[i]!
      let points = Infinity
      for (let choice = open.first[session]!; choice < end && points > 0; choice++) {
        if (isGone[choice] === 0) points = Math.min(points, row[open.start[choice]!]!)
      }
      const rise = points - this.least[session]![i]!
      if (rise === 0) continue
      this.least[session]![i] = points
      this.burden[person]! += rise
      if (rise > 0) this.heavier.push(person)
    }
  }

  /** The most that somebody must bear. */
  greatest(): number {
    return this.burden.reduce((most, one) => Math.max(most, one), 0)
  }

  /** Whether a person can still be kept below the cap. */
  hasRoom(person: number): boolean {
    return this.burden[person]! <= this.cap
  }

  /** Calls with each choice of a session that would bring a person above the cap. */
  tooHeavy(person: number, session: number, tell: (choice: number) => void): void {
    const { open, isGone } = this
    const { members, rows } = this.draft.problem.series[this.draft.bookings.seriesOf[session]!]!
    const i = members.indexOf(person)
    if (i < 0 || this.draft.stands(session)) return
    const most = this.cap - this.burden[person]! + this.least[session]![i]!
    for (let choice = open.first[session]!; choice < open.first[session + 1]!; choice++) {
      if (isGone[choice] === 0 && rows[i]![open.start[choice]!]! > most) tell(choice)
    }
  }
}
