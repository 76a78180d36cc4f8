import type { ConferenceTable } from './conference-table.ts'

/**
 * A schedule on its way: what a move of a talk, or a swap of two, would be worth is found from the changes alone, with
 * both gaps exact.
 */
export class ScheduleState {
  /** For each talk its slot. */
  readonly slotOf: Int32Array
  /** For each slot its talk, or -1. */
  readonly talkIn: Int32Array
  objective = 0
  private readonly table: ConferenceTable
  private readonly served: Float64Array
  private tried: Float64Array
  private efficiency = 0

  constructor(table: ConferenceTable, slotOf: ArrayLike<number>) {
    this.table = table
    this.slotOf = Int32Array.from(slotOf)
    this.talkIn = new Int32Array(table.slots).fill(-1)
    this.served = new Float64Array(table.participants)
    this.tried = new Float64Array(table.participants)
    this.load(slotOf)
  }

  /** Takes another schedule, and counts everything anew. */
  load(slotOf: ArrayLike<number>): void {
    const { table, served } = this
    this.slotOf.set(slotOf)
    this.talkIn.fill(-1)
    served.fill(0)
    this.efficiency = 0
    for (const [talk, slot] of this.slotOf.entries()) {
      this.talkIn[slot] = talk
      const place = talk * table.slots + slot
      this.efficiency += table.efficiency[place]!
      for (let at = 0, a = talk * served.length, b = slot * served.length; at < served.length; at++)
        served[at]! += table.wants[a++]! * table.comes[b++]!
    }
    this.objective = this.worth(this.efficiency, served, -1, -1, -1, -1)
  }

  /** What the objective would be with a talk in another slot; a talk that is there takes the place of the first. */
  tryMove(talk: number, slot: number): number {
    const { table, served, tried } = this
    const { slots, participants } = table
    const [left, other] = [this.slotOf[talk]!, this.talkIn[slot]!]
    const from = talk * slots + left
    const to = talk * slots + slot
    let efficiency = this.efficiency + table.efficiency[to]! - table.efficiency[from]!
    if (table.weights.participants !== 0) {
      const { wants, comes } = table
      let [a, b, c] = [talk * participants, slot * participants, left * participants]
      if (other === -1) {
        for (let at = 0; at < participants; at++) tried[at] = served[at]! + wants[a++]! * (comes[b++]! - comes[c++]!)
      } else {
        for (let at = 0, d = other * participants; at < participants; at++)
          tried[at] = served[at]! + (wants[a++]! - wants[d++]!) * (comes[b++]! - comes[c++]!)
      }
    }
    if (other !== -1) efficiency += table.efficiency[other * slots + left]! - table.efficiency[other * slots + slot]!
    return this.worth(efficiency, tried, talk, slot, other, left)
  }

  /** Makes the move that was tried last. */
  move(talk: number, slot: number, objective: number): void {
    const { slots, efficiency } = this.table
    const [left, other] = [this.slotOf[talk]!, this.talkIn[slot]!]
    this.efficiency += efficiency[talk * slots + slot]! - efficiency[talk * slots + left]!
    if (other !== -1) {
      this.efficiency += efficiency[other * slots + left]! - efficiency[other * slots + slot]!
      this.slotOf[other] = left
    }
    this.talkIn[left] = other
    this.talkIn[slot] = talk
    this.slotOf[talk] = slot
    if (this.table.weights.participants !== 0) this.served.set(this.tried)
    this.objective = objective
  }

  /** The objective, with `talk` thought into `slot` and `other` into `left`. */
  private worth(
    efficiency: number,
    served: Float64Array,
    talk: number,
    slot: number,
    other: number,
    left: number,
  ): number {
    const { weights, slots, speakers, attended } = this.table
    let worth = weights.efficiency * efficiency
    if (weights.participants !== 0 && served.length > 0) {
      let [least, most] = [Infinity, -Infinity]
      for (let at = 0; at < served.length; at++) {
        const value = served[at]!
        if (value < least) least = value
        if (value > most) most = value
      }
      worth -= weights.participants * (most - least)
    }
    if (weights.speakers !== 0 && speakers.length > 0) {
      let [least, most] = [Infinity, -Infinity]
      for (const speaker of speakers) {
        const where = speaker === talk ? slot : speaker === other ? left : this.slotOf[speaker]!
        const value = attended[speaker * slots + where]!
        if (value < least) least = value
        if (value > most) most = value
      }
      worth -= weights.speakers * (most - least)
    }
    return worth
  }
}
