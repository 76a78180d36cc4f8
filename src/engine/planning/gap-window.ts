import type { TimedSession } from './attendance.ts'
import { heldBefore, zoneOf } from './compile-season.ts'
import type { SessionRef } from './plan.ts'
import type { SeasonTables } from './season-tables.ts'
import type { SeasonSeries } from './season.ts'

/** Days, by the clock of a series, that one of its sessions may have beside the others, and which others say so. */
export interface GapWindow {
  from: number
  to: number
  /** The session before and the one after, where there are such, and what each alone allows. */
  neighbours: { ref: SessionRef; from: number; to: number }[]
}

/** The window of a session among those of its series that have a time; a gap between two pinned ones is no matter. */
export function gapWindow(
  tables: SeasonTables,
  series: SeasonSeries,
  index: number,
  sessions: readonly TimedSession[],
): GapWindow {
  const { leastGapDays: least, greatestGapDays: greatest } = series
  const zone = zoneOf(tables, series)
  const held = heldBefore(tables, series)
  let earlier: Neighbour | undefined = held && { at: -1, day: tables.dayAt(zone, held.from), ref: held.ref }
  let later: Neighbour | undefined
  for (const { ref, from } of sessions) {
    if (!('seriesId' in ref) || ref.seriesId !== series.id || ref.index === index) continue
    const here = { at: ref.index, day: tables.dayAt(zone, from), ref }
    if (here.at < index && (!earlier || here.at > earlier.at)) earlier = here
    if (here.at > index && (!later || here.at < later.at)) later = here
  }
  const neighbours: GapWindow['neighbours'] = []
  if (earlier) {
    const { day, ref, at } = earlier
    neighbours.push({ ref, from: day + least, to: day + greatest * (index - at) })
  }
  if (later) {
    const { day, ref, at } = later
    neighbours.push({ ref, from: day - greatest * (at - index), to: day - least })
  }
  return {
    from: Math.max(-Infinity, ...neighbours.map(({ from }) => from)),
    to: Math.min(Infinity, ...neighbours.map(({ to }) => to)),
    neighbours,
  }
}

interface Neighbour {
  at: number
  day: number
  ref: SessionRef
}
