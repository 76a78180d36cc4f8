import type { ConferenceTable } from './conference-table.ts'

/** So many schedules are looked through within a second or so. */
const mostSchedules = 5e6

/** Whether a conference is so small that all its schedules can be looked through. */
export function isSmall({ talks, slots }: ConferenceTable): boolean {
  let schedules = 1
  for (let talk = 0; talk < talks; talk++) schedules *= slots - talk
  return schedules <= mostSchedules
}

/**
 * Looks through every schedule, talk by talk, and leaves out what cannot be better than what is known: the efficiency
 * that is still possible, less the gaps that are there already (branch and bound).
 *
 * @param known - the objective to beat
 * @param isOver - asked every 4,096 branches
 * @returns the best schedule above `known`, or undefined; `isComplete` where all were looked through
 * @example everySchedule(table, -Infinity, () => false).slotOf
 */
export function everySchedule(
  table: ConferenceTable,
  known: number,
  isOver: () => boolean,
): { slotOf: Int32Array | undefined; isComplete: boolean } {
  const { talks, slots, participants, speakers, weights, efficiency, wants, comes, attended } = table
  const isSpeaker = Uint8Array.from({ length: talks }, (_, talk) => (speakers.includes(talk) ? 1 : 0))
  const rest = restOf(table)
  const gained = Array.from({ length: talks + 1 }, () => new Float64Array(participants))
  const slotOf = new Int32Array(talks)
  const isTaken = new Uint8Array(slots)
  let [best, bestObjective, branches, isCut] = [undefined as Int32Array | undefined, known, 0, false]
  look(0, 0, Infinity, -Infinity)
  return { slotOf: best, isComplete: !isCut }

  function look(talk: number, worth: number, least: number, most: number): void {
    if (talk === talks) {
      best = slotOf.slice()
      bestObjective = worth - gapOf(talk) - weights.speakers * Math.max(0, most - least)
      return
    }
    for (let slot = 0; slot < slots && !isCut; slot++) {
      if (isTaken[slot]) continue
      const place = talk * slots + slot
      const value = attended[place]!
      const [low, high] = isSpeaker[talk] ? [Math.min(least, value), Math.max(most, value)] : [least, most]
      const now = worth + weights.efficiency * efficiency[place]!
      const possible = now + rest.efficiency[talk + 1]! - weights.speakers * Math.max(0, high - low)
      if (possible <= bestObjective) continue
      const [from, to] = [gained[talk]!, gained[talk + 1]!]
      for (let at = 0, a = talk * participants, b = slot * participants; at < participants; at++)
        to[at] = from[at]! + wants[a++]! * comes[b++]!
      if (possible - gapOf(talk + 1) <= bestObjective) continue
      if (++branches % 4096 === 0 && isOver()) isCut = true
      isTaken[slot] = 1
      slotOf[talk] = slot
      look(talk + 1, now, low, high)
      isTaken[slot] = 0
    }
  }

  /** What the participants' gap costs at least, whatever the talks from here on bring. */
  function gapOf(talk: number): number {
    let [highest, lowest] = [-Infinity, Infinity]
    const [value, least, most] = [gained[talk]!, rest.least[talk]!, rest.most[talk]!]
    for (let at = 0; at < participants; at++) {
      highest = Math.max(highest, value[at]! + least[at]!)
      lowest = Math.min(lowest, value[at]! + most[at]!)
    }
    return weights.participants * Math.max(0, highest - lowest)
  }
}

/** What the talks from each on can still bring: the most efficiency, and least and most to each participant. */
function restOf({ talks, slots, participants, weights, efficiency, wants, comes }: ConferenceTable) {
  const all = { efficiency: new Float64Array(talks + 1), least: [] as Float64Array[], most: [] as Float64Array[] }
  const least = new Float64Array(participants).fill(Infinity)
  const most = new Float64Array(participants)
  for (const [place, likely] of comes.entries()) {
    const at = place % participants
    least[at] = Math.min(least[at]!, likely)
    most[at] = Math.max(most[at]!, likely)
  }
  all.least[talks] = new Float64Array(participants)
  all.most[talks] = new Float64Array(participants)
  for (let talk = talks - 1; talk >= 0; talk--) {
    const top = Math.max(...efficiency.subarray(talk * slots, (talk + 1) * slots))
    all.efficiency[talk] = all.efficiency[talk + 1]! + weights.efficiency * top
    const wanted = (at: number) => wants[talk * participants + at]!
    all.least[talk] = all.least[talk + 1]!.map((sum, at) => sum + wanted(at) * least[at]!)
    all.most[talk] = all.most[talk + 1]!.map((sum, at) => sum + wanted(at) * most[at]!)
  }
  return all
}
