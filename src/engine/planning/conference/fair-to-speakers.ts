import { assignTalks } from './assign-talks.ts'
import type { ConferenceTable } from './conference-table.ts'

/** Steps of assignments that are worth their time, about a second of them. */
const mostSteps = 3e8
/** Where there is no time for so many assignments, none is begun. */
const fewestAssignments = 20

/**
 * The best schedule where the participants' gap does not count: exact, and so a bound where it does.
 *
 * The satisfactions of all speakers lie in some window from the lowest to the highest, both of which some talk has in
 * some slot. For each window the efficiency is an assignment problem with what lies outside barred; a window whose width
 * costs more than its assignment could bring is passed over, and so are all wider ones.
 *
 * @returns undefined where the conference is too large for it; then the efficiency alone is a bound
 * @example fairToSpeakers(conferenceTable(conference, weights))?.worth
 */
export function fairToSpeakers(table: ConferenceTable): { slotOf: Int32Array; worth: number } | undefined {
  const { talks, slots, speakers, attended, weights } = table
  const worth = table.efficiency.map((part) => weights.efficiency * part)
  if (talks * talks * slots * fewestAssignments > mostSteps) return undefined
  const free = assignTalks(worth, talks, slots)!
  const first = { slotOf: free.columnOf, worth: free.worth }
  if (weights.speakers === 0 || speakers.length === 0) return first
  const isSpeaker = new Uint8Array(talks)
  for (const speaker of speakers) isSpeaker[speaker] = 1
  const ends = [...new Set(attended.filter((_, place) => isSpeaker[Math.floor(place / slots)]))].sort((a, b) => a - b)
  let steps = 0
  const within = (least: number, most: number) => {
    steps += talks * talks * slots
    const barred = worth.map((value, place) =>
      isSpeaker[Math.floor(place / slots)] && (attended[place]! < least || attended[place]! > most) ? -Infinity : value,
    )
    return assignTalks(barred, talks, slots)
  }
  let best = { ...first, worth: -Infinity }
  for (const [at, least] of ends.entries()) {
    const above = within(least, Infinity)
    if (!above || above.worth <= best.worth) break
    for (let to = at; to < ends.length; to++) {
      const width = weights.speakers * (ends[to]! - least)
      if (above.worth - width <= best.worth) break
      const found = within(least, ends[to]!)
      if (steps > mostSteps) return undefined
      if (found && found.worth - width > best.worth) best = { slotOf: found.columnOf, worth: found.worth - width }
    }
  }
  return best
}
