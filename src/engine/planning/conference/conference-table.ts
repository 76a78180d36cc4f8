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
  /** The part of each participant's satisfaction: `(talk * slots + slot) * participants + participant`. */
  served: Float64Array
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
  const places = talks * slots
  const efficiency = new Float64Array(places)
  const served = new Float64Array(places * participants)
  const attended = new Float64Array(places)
  const speakers: number[] = []
  for (let talk = 0; talk < talks; talk++) {
    let ideal = 0
    for (let slot = 0; slot < slots; slot++) {
      const place = talk * slots + slot
      for (const [at, participant] of gaining.entries()) {
        const gain = interest[participant * talks + talk]! * availability[participant * slots + slot]!
        attended[place]! += gain
        served[place * participants + at] = gain / ideals[participant]!
      }
      efficiency[place] = attended[place]! / (conference.participants * talks)
      ideal = Math.max(ideal, attended[place]!)
    }
    if (ideal === 0) continue
    speakers.push(talk)
    for (let place = talk * slots; place < (talk + 1) * slots; place++) attended[place]! /= ideal
  }
  return { talks, slots, participants, speakers, weights, efficiency, served, attended }
}

/** What a schedule made for one participant alone would give them: the dearest talk in the best slot, and so on. */
function idealGains({ participants, talks, slots, availability, interest }: Conference): Float64Array {
  return Float64Array.from({ length: participants }, (_, participant) => {
    const best = availability.slice(participant * slots, (participant + 1) * slots).sort()
    const dear = interest.slice(participant * talks, (participant + 1) * talks).sort()
    return dear.reduce((sum, wanted, rank) => sum + wanted * best[slots - talks + rank]!, 0)
  })
}
