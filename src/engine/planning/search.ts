import type { Random } from '../random.ts'
import type { Draft, Weights } from './draft.ts'
import type { Insertion } from './insertion.ts'
import type { Prices } from './prices.ts'
import type { Sharing } from './season.ts'
import { Shake } from './shake.ts'

/** When a search must end, and whom it tells. */
export interface SearchRun {
  /** Steps done so far, in all phases. */
  steps: number
  /** Whether time is up or somebody said stop. */
  isOver: () => boolean
  /** Told of each better plan. */
  better: () => void
}

/** Weights of a draft in the phases of the search; `move` and `leaveOut` outweigh what stands before them. */
export interface PhaseWeights {
  plain: Weights
  totalFirst: Weights
  worstFirst: Weights
  /** For a second start: the hour that is least bad for whoever it is worst for. */
  even: Weights
}

const heavy = 1000

/** The weights for a problem whose burdens and sessions sum up to so much at most. */
export function phaseWeights(most: number, sessions: number): PhaseWeights {
  const [move, leaveOut] = [most, most * (sessions + 1)]
  const scaled = { move: move * 2 * heavy, leaveOut: leaveOut * 2 * heavy }
  return {
    plain: { total: 1, excess: 0, greatest: 0, move, leaveOut },
    totalFirst: { total: heavy, excess: 1, greatest: 0, ...scaled },
    worstFirst: { total: 1, excess: heavy, greatest: 0, ...scaled },
    even: { total: 1, excess: 0, greatest: heavy, ...scaled },
  }
}

/** Improves a draft by steps of `Shake`: first one measure, then another at the first kept. */
export class Search {
  readonly draft: Draft
  private readonly insertion: Insertion
  private readonly weights: PhaseWeights
  private readonly random: Random
  private readonly shake: Shake
  private readonly run: SearchRun
  /** Sessions that are ours to place: all, and of each person. */
  private readonly sessions: number[] = []
  private readonly sessionsWith: number[][]

  constructor(draft: Draft, insertion: Insertion, weights: PhaseWeights, random: Random, run: SearchRun) {
    this.draft = draft
    this.insertion = insertion
    this.weights = weights
    this.random = random
    this.run = run
    this.shake = new Shake(draft, insertion, random)
    this.sessionsWith = Array.from({ length: draft.problem.people }, () => [])
    for (let session = 0; session < draft.starts.length; session++) {
      if (draft.stands(session)) continue
      this.sessions.push(session)
      for (const person of draft.who[draft.bookings.seriesOf[session]!]!) this.sessionsWith[person]!.push(session)
    }
  }

  /** Sessions without a place, then moves, as one number. */
  placing(): number {
    return this.draft.unplaced * this.weights.plain.leaveOut + this.draft.moves * this.weights.plain.move
  }

  /**
   * Lowers placing and total together, with a bound beside it, until both meet or the steps are used.
   *
   * @param finish called when nothing was found for long: may change the draft for the better, or the bound
   */
  lowerTotal(steps: number, prices: Prices, alone: Float64Array, finish: (steps: number) => void): void {
    const { draft } = this
    draft.weigh(this.weights.plain, Infinity)
    const value = () => this.placing() + draft.total
    let [best, idle, pause] = [value(), 0, 150]
    const end = this.run.steps + steps
    while (this.run.steps < end && !prices.reaches(best) && !this.run.isOver()) {
      if (idle >= pause) {
        prices.improve(60, best)
        finish(pause)
        best = value()
        if (prices.reaches(best)) return
        ;[idle, pause] = [0, pause * 1.5]
      }
      const focal = this.dearSession(alone)
      if (focal < 0) return
      this.shake.step(focal, 1 + this.random.int(5))
      this.run.steps++
      const now = value()
      if (now > best) this.shake.undo()
      else if (now < best) {
        best = now
        idle = 0
        this.run.better()
      }
      idle++
    }
  }

  /**
   * Lowers the worst burden, by a cap just below it: points above the cap are fought until none are left, then the cap
   * falls. Placing never gets worse; nor does the total where that comes first.
   *
   * @param allows for each series the starts (by place in its list) that may lead there; absent: all
   */
  lowerWorst(steps: number, order: Sharing, least: () => number, allows?: readonly Uint8Array[]): void {
    const { draft } = this
    const weights = order === 'total first' ? this.weights.totalFirst : this.weights.worstFirst
    let kept = draft.starts.slice()
    draft.weigh(weights, this.worst() - 1)
    for (let step = 0; step < steps && draft.cap >= least() && !this.run.isOver(); step++) {
      const focal = this.random.int(8) === 0 ? this.anySession() : this.burdenedSession()
      if (focal < 0) break
      const before = [this.placing(), draft.excess, draft.total] as const
      const other = this.random.int(2) === 0 ? this.otherStart(focal, allows) : -1
      if (other < 0) this.shake.step(focal, 1 + this.random.int(4))
      else this.shake.stepTo(focal, other, this.random.int(4))
      this.run.steps++
      const now = [this.placing(), draft.excess, draft.total] as const
      const measures = order === 'total first' ? [0, 2, 1] : [0, 1, 2]
      if (isLess(now, before, ...measures)) this.shake.undo()
      else if (draft.excess === 0 || isLess(before, now, ...measures.slice(0, order === 'total first' ? 2 : 1))) {
        kept = draft.starts.slice()
        this.run.better()
        draft.setCap(this.worst() - 1)
      }
    }
    this.restore(kept)
    draft.weigh(weights, this.worst())
  }

  /**
   * Makes another plan from the beginning, in which the greatest burden of each session is as small as can be, and lowers
   * its worst burden too; keeps the better of the two. So a group alone never fares worse than at its best fixed hour.
   */
  tryEvenStart(steps: number, order: readonly number[], least: () => number): void {
    const { draft } = this
    const [first, placing, worst, total] = [draft.starts.slice(), this.placing(), this.worst(), draft.total]
    if (worst <= least()) return
    draft.weigh(this.weights.even, Infinity)
    for (let session = 0; session < draft.starts.length; session++) draft.remove(session)
    for (const at of order) this.insertion.insertSeries(at)
    this.lowerWorst(steps, 'worst first', least)
    if (isLess([this.placing(), this.worst(), draft.total], [placing, worst, total], 0, 1, 2)) this.restore(first)
  }

  /** Lowers the total while nobody gets above the worst burden. */
  lowerTotalBelowCap(steps: number, alone: Float64Array, least: number): void {
    const { draft } = this
    draft.weigh(this.weights.worstFirst, this.worst())
    for (let step = 0; step < steps && draft.total > least && !this.run.isOver(); step++) {
      const focal = this.dearSession(alone)
      if (focal < 0) return
      const before = [this.placing(), draft.excess, draft.total] as const
      this.shake.step(focal, 1 + this.random.int(5))
      this.run.steps++
      const now = [this.placing(), draft.excess, draft.total] as const
      if (isLess(now, before, 0, 1, 2)) this.shake.undo()
      else if (now[2] < before[2]) this.run.better()
    }
  }

  /** The greatest burden of all people. */
  worst(): number {
    let worst = 0
    for (const burden of this.draft.burdens) if (burden > worst) worst = burden
    return worst
  }

  /** Gives every session the start it had in a copy. */
  restore(starts: Int32Array): void {
    for (let session = 0; session < starts.length; session++) this.draft.remove(session)
    for (const [session, start] of starts.entries()) if (start >= 0) this.draft.place(session, start)
  }

  /** A session of a series that costs more than it would alone, from a random one on; -1 when there is none. */
  private dearSession(alone: Float64Array): number {
    const { draft, random } = this
    const { sessions } = this
    let place = sessions.length === 0 ? 0 : random.int(sessions.length)
    for (let look = 0; look < sessions.length; look++, place = (place + 1) % sessions.length) {
      const at = draft.bookings.seriesOf[sessions[place]!]!
      if (draft.seriesValue[at]! > alone[at]!) return sessions[place]!
    }
    return -1
  }

  /** Another start that a session might have, by chance; -1 when luck gives none. */
  private otherStart(session: number, allows: readonly Uint8Array[] | undefined): number {
    const { draft, random } = this
    const at = draft.bookings.seriesOf[session]!
    const { start } = draft.candidates[at]!
    if (start.length === 0) return -1
    const row = (session - draft.bookings.first[at]!) * start.length
    let place = random.int(start.length)
    for (let look = 0; look < start.length; look++, place = (place + 1) % start.length) {
      if ((!allows || allows[at]![row + place] === 1) && start[place] !== draft.starts[session]) return start[place]!
    }
    return -1
  }

  private anySession(): number {
    return this.sessions.length === 0 ? -1 : this.random.pick(this.sessions)
  }

  /** A session of somebody above the cap. */
  private burdenedSession(): number {
    const { draft, random } = this
    const people = draft.burdens.length
    let person = random.int(Math.max(1, people))
    for (let look = 0; look < people; look++, person = (person + 1) % people) {
      const own = this.sessionsWith[person]!
      if (draft.burdens[person]! > draft.cap && own.length > 0) return own[random.int(own.length)]!
    }
    return -1
  }
}

/** Whether `before` is better than `now`, by the measures in this order. */
function isLess(now: readonly number[], before: readonly number[], ...order: number[]): boolean {
  for (const measure of order) if (now[measure] !== before[measure]) return before[measure]! < now[measure]!
  return false
}
