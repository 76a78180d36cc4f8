import type { Draft } from './draft.ts'
import { bestSequence, sequenceRoom, type Chain, type SequenceRoom } from './sequence.ts'

/**
 * A lower bound for the worst person's burden: with weights on people that sum to one, the weighted mean of burdens is
 * never above the worst, and each series alone can say how low its part of that mean may be. Weights grow on those who
 * bear much. Bookings and optional
 * members are left aside, so the bound holds whoever else is booked or stays away.
 *
 * Method: the value of the time-sharing game by multiplicative weights, Y. Freund and R. E. Schapire, 'Adaptive game
 * playing using multiplicative weights', Games and Economic Behavior 29, 1999; the weights are rounded to whole numbers,
 * so that the bound is exact.
 *
 * @param holes for each series how many sessions cannot have a place at all
 * @param allows for each series the starts (by place in its list) that may be used; absent: all
 */
export function leastWorst(draft: Draft, rounds: number, holes: Int32Array, allows?: readonly Uint8Array[]): number {
  const bound = new WorstBound(draft, holes, allows)
  return bound.byWeights(rounds, bound.byOne())
}

/** The greatest weight; all are whole numbers. */
const finest = 2 ** 16

/** More than any weighted burden of a series. */
const apart = 2 ** 44

class WorstBound {
  private readonly draft: Draft
  private readonly holes: Int32Array
  /** Sessions that might have no place in any series. */
  private readonly left: number
  private readonly allows: readonly Uint8Array[] | undefined
  private readonly chains: Chain[]
  private readonly own: Float64Array
  private readonly starts: Int32Array
  private readonly room: SequenceRoom
  private readonly seriesWith: number[][]

  constructor(draft: Draft, holes: Int32Array, allows: readonly Uint8Array[] | undefined) {
    this.draft = draft
    this.holes = holes
    this.left = draft.unplaced - holes.reduce((sum, one) => sum + one, 0)
    this.allows = allows?.map((own, at) => ofAnySession(own, draft.candidates[at]!.start.length))
    this.chains = draft.chains.map((chain) => ({ ...chain, leaveOut: chain.leaveOut.map((_, left) => left * apart) }))
    const sessions = Math.max(1, ...draft.chains.map((one) => one.sessions))
    const days = Math.max(1, ...draft.chains.map((one) => one.days))
    this.own = new Float64Array(sessions * days)
    this.starts = new Int32Array(days)
    this.room = sequenceRoom(sessions, days)
    this.seriesWith = Array.from({ length: draft.problem.people }, () => [])
    for (const [at, one] of draft.problem.series.entries()) {
      for (const person of one.members) this.seriesWith[person]!.push(at)
    }
  }

  /** The greatest burden that somebody has even when everything is arranged for them. */
  byOne(): number {
    const { draft } = this
    const weights = new Float64Array(draft.problem.people)
    let best = 0
    for (let person = 0; person < weights.length; person++) {
      weights[person] = 1
      const parts = this.seriesWith[person]!.map((at) => this.least(at, weights))
      weights[person] = 0
      const borne = draft.problem.borne?.[person] ?? 0
      best = Math.max(best, borne + withoutGreatest(parts, this.left))
    }
    return best
  }

  /** Raised by weights on several people, up to the burden of the plan. */
  byWeights(rounds: number, known: number): number {
    const { draft } = this
    const worst = Math.max(0, ...draft.burdens)
    const weights = new Float64Array(draft.problem.people)
    // Those who bear most, and all who meet them.
    for (const { members } of draft.problem.series) {
      if (!members.some((person) => draft.burdens[person]! > known)) continue
      for (const person of members) weights[person] = finest
    }
    let best = known
    for (let round = 0; round < rounds && best < worst; round++) {
      const burdens = draft.problem.borne ? Float64Array.from(draft.problem.borne) : new Float64Array(weights.length)
      const parts: number[] = []
      for (const [at, { members }] of draft.problem.series.entries()) {
        if (!members.some((person) => weights[person]! > 0)) continue
        parts.push(this.least(at, weights))
        this.bear(at, burdens)
      }
      let [sum, value] = [0, withoutGreatest(parts, this.left)]
      for (let person = 0; person < weights.length; person++) {
        sum += weights[person]!
        value += weights[person]! * (draft.problem.borne?.[person] ?? 0)
      }
      if (sum === 0) break
      best = Math.max(best, Math.ceil(value / sum))
      reweigh(weights, burdens, 1 / (2 + round / 8))
    }
    return Math.min(best, worst)
  }

  /** The least weighted burden of a series alone with as many sessions as it can have. The days are in `room`. */
  private least(at: number, weights: Float64Array): number {
    const { draft, own } = this
    const chain = this.chains[at]!
    const { start, firstOfDay } = draft.candidates[at]!
    const { members: who, rows } = draft.problem.series[at]!
    const allows = this.allows?.[at]
    for (let day = 0; day < chain.days; day++) {
      let [best, choice] = [Infinity, -1]
      for (let one = firstOfDay[day]!; one < firstOfDay[day + 1]!; one++) {
        if (allows && allows[one] === 0) continue
        let value = 0
        for (let i = 0; i < who.length && value < best; i++) {
          const points = rows[i]![start[one]!]!
          value += weights[who[i]!]! * points
        }
        if (value < best) [best, choice] = [value, start[one]!]
      }
      own[day] = best
      this.starts[day] = choice
    }
    for (let index = chain.sessions - 1; index >= 0; index--) {
      const row = index * chain.days
      if (index > 0) own.copyWithin(row, 0, chain.days)
      if (chain.standing && chain.standing[index]! >= 0) {
        own.fill(Infinity, row, row + chain.days)
        own[row + chain.standing[index]!] = 0
      }
    }
    return bestSequence(chain, own, this.room) - this.holes[at]! * apart
  }

  /** Adds what the choice of `least` asks of everybody. */
  private bear(at: number, burdens: Float64Array): void {
    const { standing, sessions } = this.chains[at]!
    for (let index = 0; index < sessions; index++) {
      const day = this.room.days[index]!
      if (day < 0 || (standing && standing[index]! >= 0)) continue
      const { members, rows } = this.draft.problem.series[at]!
      for (const [i, person] of members.entries()) burdens[person]! += rows[i]![this.starts[day]!]!
    }
  }
}

/** More weight to those who bear more than the mean, less to the others; whole numbers. */
function reweigh(weights: Float64Array, burdens: Float64Array, rate: number): void {
  let [sum, mean, most] = [0, 0, 1]
  for (let person = 0; person < weights.length; person++) {
    sum += weights[person]!
    mean += weights[person]! * burdens[person]!
    if (weights[person]! > 0) most = Math.max(most, burdens[person]!)
  }
  mean /= sum
  let top = 0
  for (let person = 0; person < weights.length; person++) {
    weights[person]! *= Math.max(0.1, 1 + (rate * (burdens[person]! - mean)) / most)
    top = Math.max(top, weights[person]!)
  }
  for (let person = 0; person < weights.length; person++)
    weights[person] = Math.round((weights[person]! * finest) / top)
}

/** A sum without its greatest parts: what is left of it when so many sessions have no place. */
function withoutGreatest(parts: number[], left: number): number {
  if (left > 0) parts.sort((a, b) => a - b).length = Math.max(0, parts.length - left)
  return parts.reduce((sum, part) => sum + part, 0)
}

/** Starts allowed for any session of a series. */
function ofAnySession(allowed: Uint8Array, starts: number): Uint8Array {
  const any = allowed.slice(0, starts)
  for (let row = starts; row < allowed.length; row += starts) {
    for (let place = 0; place < starts; place++) if (allowed[row + place] === 1) any[place] = 1
  }
  return any
}
