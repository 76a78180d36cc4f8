/** A conference in several time zones: who can come when, and who wants to hear what. */
export interface Conference {
  participants: number
  talks: number
  slots: number
  /** How likely it is that a participant comes to a slot, 0 to 1: `participant * slots + slot`. */
  availability: Float64Array
  /** How much a participant wants to hear a talk, 0 to 1: `participant * talks + talk`. */
  interest: Float64Array
}

/** What counts how much; the authors write them lambda, lambda 1 and lambda 2. */
export interface ConferenceWeights {
  /** The expected attendance, as a share of everybody hearing everything. */
  efficiency: number
  /** The gap between the best and the worst served participant. */
  participants: number
  /** The gap between the best and the worst attended speaker, each beside the best own slot. */
  speakers: number
}

/**
 * Refuses a conference that cannot be held or cannot be read.
 *
 * @throws RangeError in one sentence
 * @example checkConference({ participants: 1, talks: 2, slots: 1, … }) // throws: 2 talks do not fit in 1 slots.
 */
export function checkConference({ participants, talks, slots, availability, interest }: Conference): void {
  if (participants < 1 || talks < 1) throw new RangeError('A conference needs a participant and a talk.')
  if (talks > slots) throw new RangeError(`${talks} talks do not fit in ${slots} slots.`)
  for (const [name, table, columns] of [
    ['availability', availability, slots],
    ['interest', interest, talks],
  ] as const) {
    if (table.length !== participants * columns) {
      throw new RangeError(`The ${name} has ${table.length} numbers, not ${participants} times ${columns}.`)
    }
    const at = table.findIndex((value) => !(value >= 0 && value <= 1e6))
    if (at !== -1) {
      const [row, column] = [Math.floor(at / columns), at % columns]
      throw new RangeError(`The ${name} of participant ${row} in column ${column} is ${table[at]}, not from 0 on.`)
    }
  }
}
