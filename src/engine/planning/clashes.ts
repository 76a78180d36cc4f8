import type { Draft } from './draft.ts'
import type { OpenStarts } from './open-starts.ts'

/** Which choices cannot be in one plan: two that need somebody or a place at once, or more than a limit allows. */
export class Clashes {
  private readonly draft: Draft
  private readonly open: OpenStarts
  /** Sessions that need each person or place; those that stand or can have no place need nobody. */
  private readonly sessionsIn: number[][]
  /** What settled choices count against each limit. */
  private readonly used: Float64Array

  constructor(draft: Draft, open: OpenStarts) {
    const { bookings } = draft
    this.draft = draft
    this.open = open
    this.used = new Float64Array(bookings.used.length)
    this.sessionsIn = Array.from({ length: bookings.taker.length / bookings.slots }, () => [])
    for (const [session, at] of bookings.seriesOf.entries()) {
      if (draft.stands(session) || open.first[session] === open.first[session + 1]) continue
      for (const row of bookings.rows[at]!) this.sessionsIn[row]!.push(session)
    }
  }

  /** Sessions that a person must attend. */
  sessionsWith(person: number): readonly number[] {
    return this.sessionsIn[person]!
  }

  /** Counts a choice, the last of its session, in (1) or out (-1). */
  count(choice: number, sign: number): void {
    const { bookings } = this.draft
    const at = this.seriesOf(choice)
    for (const limit of this.limitsOf(choice)) this.used[limit]! += sign * bookings.weight(at, limit)
  }

  /** Calls with each session that shares somebody or a place with a choice, and which of its choices overlap it. */
  overlaps(choice: number, tell: (session: number, clashes: (other: number) => boolean) => void): void {
    const { bookings } = this.draft
    const start = this.open.start[choice]!
    if (start < 0) return
    const at = this.seriesOf(choice)
    for (const [i, row] of bookings.rows[at]!.entries()) {
      const from = Math.max(0, start - bookings.before[at]![i]!)
      const to = Math.min(bookings.slots, start + bookings.after[at]![i]!)
      for (const session of this.sessionsIn[row]!) {
        if (session !== this.open.sessionOf[choice]) tell(session, (other) => this.isIn(other, row, from, to))
      }
    }
  }

  /** Calls with each session that has no more room in a limit of a choice counted, and which of its choices need it. */
  overruns(choice: number, tell: (session: number, clashes: (other: number) => boolean) => void): void {
    const { bookings, problem } = this.draft
    for (const limit of this.limitsOf(choice)) {
      const { person, from, to } = problem.limits![limit - 1]!
      for (const session of this.sessionsIn[person]!) {
        const weight = bookings.weight(bookings.seriesOf[session]!, limit)
        if (this.used[limit]! + weight <= bookings.most[limit]!) continue
        tell(session, (other) => this.open.start[other]! >= from && this.open.start[other]! < to)
      }
    }
  }

  /** The choices that take a slot of a row. */
  takersOf(cell: number): number[] {
    const { slots } = this.draft.bookings
    const { first } = this.open
    const slot = cell % slots
    const row = (cell - slot) / slots
    const takers: number[] = []
    for (const session of this.sessionsIn[row]!) {
      for (let choice = first[session]!; choice < first[session + 1]!; choice++) {
        if (this.isIn(choice, row, slot, slot + 1)) takers.push(choice)
      }
    }
    return takers
  }

  private isIn(choice: number, row: number, from: number, to: number): boolean {
    const { bookings } = this.draft
    const at = this.seriesOf(choice)
    const i = bookings.rows[at]!.indexOf(row)
    const start = this.open.start[choice]!
    return start - bookings.before[at]![i]! < to && start + bookings.after[at]![i]! > from
  }

  private limitsOf(choice: number): number[] {
    const start = this.open.start[choice]!
    if (start < 0) return []
    return this.draft.bookings.limitsOf[this.seriesOf(choice)]!.map((layer) => layer[start]!).filter(
      (limit) => limit > 0,
    )
  }

  private seriesOf(choice: number): number {
    return this.draft.bookings.seriesOf[this.open.sessionOf[choice]!]!
  }
}
