import type { Conference, ConferenceWeights } from './conference.ts'

/** What a schedule is worth, part by part. */
export interface Judgement {
  objective: number
  /** The expected attendance of all talks over participants times talks. */
  efficiency: number
  participantGap: number
  speakerGap: number
}

/**
 * The worth of a schedule by the definition alone: no table, no shortcut, so that it can judge the search.
 *
 * A participant's satisfaction is what they gain (interest times availability, over the talks) over what the schedule
 * made for them alone would give: their dearest talks in their best slots. A speaker's is the expected audience over
 * that in the talk's best slot. The objective is the weighted efficiency less the weighted gaps between the highest and
 * the lowest satisfaction. Who can gain nothing whatever happens is in no gap.
 *
 * Source: G. K. Patro, P. Jana, A. Chakraborty, K. P. Gummadi & N. Ganguly, 'Scheduling virtual conferences fairly:
 * achieving equitable participant and speaker satisfaction', Proceedings of the ACM Web Conference 2022.
 *
 * @param slotOf - for each talk its slot
 * @example judgeSchedule(conference, { efficiency: 1, participants: 0.5, speakers: 0.5 }, [2, 5, 1]).objective
 */
export function judgeSchedule(
  conference: Conference,
  weights: ConferenceWeights,
  slotOf: ArrayLike<number>,
): Judgement {
  const { participants, talks, slots, availability, interest } = conference
  const comes = (participant: number, slot: number) => availability[participant * slots + slot]!
  const wants = (participant: number, talk: number) => interest[participant * talks + talk]!
  const audience = (talk: number, slot: number) => {
    let sum = 0
    for (let participant = 0; participant < participants; participant++)
      sum += wants(participant, talk) * comes(participant, slot)
    return sum
  }

  let attendance = 0
  const served: number[] = []
  for (let participant = 0; participant < participants; participant++) {
    const best = descending(availability, participant * slots, slots)
    let [gain, ideal] = [0, 0]
    for (const [rank, dear] of descending(interest, participant * talks, talks).entries()) ideal += dear * best[rank]!
    for (let talk = 0; talk < talks; talk++) gain += wants(participant, talk) * comes(participant, slotOf[talk]!)
    attendance += gain
    if (ideal > 0) served.push(gain / ideal)
  }
  const attended: number[] = []
  for (let talk = 0; talk < talks; talk++) {
    const ideal = Math.max(...Array.from({ length: slots }, (_, slot) => audience(talk, slot)))
    if (ideal > 0) attended.push(audience(talk, slotOf[talk]!) / ideal)
  }
  const efficiency = attendance / (participants * talks)
  const [participantGap, speakerGap] = [gap(served), gap(attended)]
  const objective =
    weights.efficiency * efficiency - weights.participants * participantGap - weights.speakers * speakerGap
  return { objective, efficiency, participantGap, speakerGap }
}

function descending(table: Float64Array, from: number, length: number): Float64Array {
  return table.slice(from, from + length).sort((a, b) => b - a)
}

function gap(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
}
