import type { Conference, ConferenceWeights } from './conference.ts'

/** A conference made ready for the search: what each talk in each slot brings, in units of the objective's parts. */
export interface ConferenceTable {
  talks: number
  slots: number
  /** Participants who can gain anything at all. */
  participants: number
  /** Talks that anybody can come to: only theirs is a speaker's gap. */
  speakers: readonly number[]
  weights: ConferenceWeights
  /** The part of the efficiency: `talk * slots + slot`. */
  efficiency: Float64Array
  /** What a talk is to a participant's satisfaction, where they surely come: `talk * participants + participant`. */
  wants: Float64Array
  /** How likely a participant comes to a slot: `slot * participants + participant`. */
  comes: Float64Array
  /** The speaker's satisfaction: `talk * slots + slot`. */
  attended: Float64Array
}

/**
 * Makes a conference ready for the search.
 *
 * @example conferenceTable(conference, weights).attended[talk * slots + slot] // 1 in the talk's best slot
 */
export function conferenceTable(conference: Conference, weights: ConferenceWeights): ConferenceTable {
  const { talks, slots, availability, interest } = conference
  const ideals = idealGains(conference)
  const gaining = [...ideals.keys()].filter((participant) => ideals[participant]! > 0)
  const participants = gaining.length
  const wants = new Float64Array(talks * participants)
  const comes = new Float64Array(slots * participants)
  for (const [at, participant] of gaining.entries()) {
    for (let talk = 0; talk < talks; talk++)
      wants[talk * participants + at] = interest[participant * talks + talk]! / ideals[participant]!
    for (let slot = 0; slot < slots; slot++) comes[slot * participants + at] = availability[participant * slots + slot]!
  }
  const attended = new Float64Array(talks * slots)
  for (const participant of gaining) {
    for (let talk = 0, place = 0; talk < talks; talk++) {
      const wanted = interest[participant * talks + talk]!
      for (let at = participant * slots; at < (participant + 1) * slots; at++)
        attended[place++]! += wanted * availability[at]!
    }
  }
  const efficiency = attended.map((audience) => audience / (conference.participants * talks))
  const speakers: number[] = []
  for (let talk = 0; talk < talks; talk++) {
    const own = attended.subarray(talk * slots, (talk + 1) * slots)
    const ideal = own.reduce((most, audience) => Math.max(most, audience), 0)
    if (ideal === 0) continue
    speakers.push(talk)
    for (let slot = 0; slot < slots; slot++) own[slot]! /= ideal
  }
  return { talks, slots, participants, speakers, weights, efficiency, wants, comes, attended }
}

/** What a schedule made for one participant alone would give them: the dearest talk in the best slot, and so on. */
function idealGains({ participants, talks, slots, availability, interest }: Conference): Float64Array {
  return Float64Array.from({ length: participants }, (_, participant) => {
    const best = availability.slice(participant * slots, (participant + 1) * slots).sort()
    const dear = interest.slice(participant * talks, (participant + 1) * talks).sort()
    return dear.reduce((sum, wanted, rank) => sum + wanted * best[slots - talks + rank]!, 0)
  })
}
