import type { Random } from '../random.ts'
import type { Draft } from './draft.ts'
import type { Insertion } from './insertion.ts'

/** Chances in 256 that a start is overlooked: mostly few, now and then most. */
const blinks = [2, 2, 2, 2, 2, 16, 16, 128]

/**
 * One step of the search: takes a session that could be better, and some of those that stand in its way, out of the
 * plan, and puts them back one after the other, each where it costs least. Returns an undo.
 *
 * Method: large neighbourhood search, P. Shaw, 'Using constraint programming and local search methods to solve vehicle
 * routing problems', CP 1998; removal along chains of hindrance and 'blinks' when putting back after J. Christiaens and
 * G. Vanden Berghe, 'Slack induction by string removals', Transportation Science 54(2), 2020.
 */
export class Shake {
  private readonly draft: Draft
  private readonly insertion: Insertion
  private readonly random: Random
  /** What is taken out: a session, or (negative, minus one) a whole series. */
  private readonly items: number[] = []
  private readonly sessions: number[] = []
  private readonly saved: number[] = []

  constructor(draft: Draft, insertion: Insertion, random: Random) {
    this.draft = draft
    this.insertion = insertion
    this.random = random
  }

  /** Takes out and puts back, beginning with one session; up to `size` things. */
  step(focal: number, size: number): void {
    const { random, items, sessions, saved } = this
    items.length = sessions.length = saved.length = 0
    this.takeOut(focal)
    for (let more = 1; more < size; more++) {
      const one = random.pick(sessions)
      const hinderer = random.int(6) === 0 ? this.relativeOf(one) : this.hindererOf(one)
      if (hinderer >= 0) this.takeOut(hinderer)
    }
    this.putBack()
  }

  /** Moves a session to a start whatever is in the way, and finds new places for that, and for some others it touches. */
  stepTo(focal: number, start: number, size: number): void {
    const { draft, random, items, sessions, saved } = this
    items.length = sessions.length = saved.length = 0
    const at = draft.bookings.seriesOf[focal]!
    this.drop(focal)
    const inTheWay: number[] = []
    draft.bookings.hinderers(at, start, (session) => inTheWay.push(session))
    for (const session of inTheWay) this.takeOut(session)
    for (let more = 0; more < size; more++) {
      const relative = this.relativeOf(random.pick(sessions))
      if (relative >= 0) this.takeOut(relative)
    }
    this.insertion.placeIfFree(focal, start)
    this.putBack()
  }

  private putBack(): void {
    const { draft, insertion, random, items, sessions } = this
    insertion.blink = random.pick(blinks)
    const order = random.int(2) === 0 ? items : random.shuffle(items)
    for (const item of order) {
      if (item < 0) insertion.completeSeries(-1 - item)
      else insertion.insertOne(item)
    }
    insertion.blink = 0
    for (const session of sessions) if (draft.starts[session]! < 0) insertion.insertOne(session)
  }

  /** Puts everything back as it was before the step. */
  undo(): void {
    const { draft, sessions, saved } = this
    for (const session of sessions) draft.remove(session)
    for (const [i, session] of sessions.entries()) if (saved[i]! >= 0) draft.place(session, saved[i]!)
  }

  private takeOut(session: number): void {
    const { draft, items, random } = this
    const at = draft.bookings.seriesOf[session]!
    if (items.includes(-1 - at)) return
    const first = draft.bookings.first[at]!
    const count = draft.problem.series[at]!.sessions
    if (count > 1 && random.int(2) === 0) {
      for (let item = items.length - 1; item >= 0; item--) {
        if (items[item]! >= 0 && draft.bookings.seriesOf[items[item]!] === at) items.splice(item, 1)
      }
      items.push(-1 - at)
      for (let index = 0; index < count; index++) this.drop(first + index)
    } else if (!items.includes(session)) {
      items.push(session)
      this.drop(session)
    }
  }

  private drop(session: number): void {
    const { draft, sessions, saved } = this
    if (sessions.includes(session) || draft.stands(session)) return
    sessions.push(session)
    saved.push(draft.starts[session]!)
    draft.remove(session)
  }

  /** Somebody's session in the way of a good start that this session might have, or -1. */
  private hindererOf(session: number): number {
    const { draft, random, sessions } = this
    const at = draft.bookings.seriesOf[session]!
    const { start: starts, firstOfDay } = draft.candidates[at]!
    const [from, to] = draft.window(session)
    if (to < from) return this.fellow(at, session)
    let found = -1
    for (let attempt = 0; attempt < 6 && found < 0; attempt++) {
      const day = from + random.int(to - from + 1)
      const count = firstOfDay[day + 1]! - firstOfDay[day]!
      if (count === 0) continue
      const luck = random.next()
      const start = starts[firstOfDay[day]! + Math.floor(luck * luck * count)]!
      let seen = 0
      const hear = (other: number) => {
        if (!sessions.includes(other) && !draft.stands(other) && random.int(++seen) === 0) found = other
      }
      draft.bookings.hinderers(at, start, hear)
      draft.guests.hinderers(at, start, hear)
      if (found < 0) draft.bookings.limitFellows(at, start, draft.starts, hear)
    }
    return found
  }

  /** Another session of somebody in this one. */
  private relativeOf(session: number): number {
    const { draft, random, sessions } = this
    const { bookings, problem } = draft
    const person = random.pick(problem.series[bookings.seriesOf[session]!]!.members)
    const at = random.pick(bookings.seriesWith[person]!)
    const other = bookings.first[at]! + random.int(problem.series[at]!.sessions)
    return sessions.includes(other) || draft.stands(other) ? -1 : other
  }

  /** Another session of the same series. */
  private fellow(at: number, session: number): number {
    const { draft, random, sessions } = this
    const other = draft.bookings.first[at]! + random.int(draft.problem.series[at]!.sessions)
    return other === session || sessions.includes(other) || draft.stands(other) ? -1 : other
  }
}
