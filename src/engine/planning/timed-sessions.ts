import type { TimedSession } from './attendance.ts'
import type { PlannedSession } from './plan.ts'
import { leadOf, minuteOfMoment, placeOf, type SeasonTables } from './season-tables.ts'
import type { SeasonSeries } from './season.ts'

/** The sessions of a season that have a time: fixed, pinned, and those of a plan. Optional members are not booked yet. */
export function timedSessions(
  tables: SeasonTables,
  planned: readonly Pick<PlannedSession, 'seriesId' | 'index' | 'startsAt'>[],
): TimedSession[] {
  const seriesBy = new Map(tables.season.series.map((series) => [series.id, series]))
  const standing = tables.standing.map(({ ref, from, to, lead, minutes, place, personIds }): TimedSession => {
    const series = 'seriesId' in ref ? seriesBy.get(ref.seriesId) : undefined
    return { ref, series, from, to, lead, minutes, place, booked: [...personIds], stands: true }
  })
  const pinned = new Set(tables.standing.map(({ ref }) => ('seriesId' in ref ? `${ref.index} ${ref.seriesId}` : '')))
  const free = planned.flatMap(({ seriesId, index, startsAt }): TimedSession[] => {
    const series = seriesBy.get(seriesId)
    if (!series || startsAt === null || index >= series.sessions || pinned.has(`${index} ${seriesId}`)) return []
    return [timedSession(tables, series, index, minuteOfMoment(startsAt))]
  })
  return [...standing, ...free]
}

/** A session of a series at a UTC minute, not pinned. */
export function timedSession(tables: SeasonTables, series: SeasonSeries, index: number, from: number): TimedSession {
  const step = tables.season.slotMinutes
  return {
    ref: { seriesId: series.id, index },
    series,
    from,
    to: from + tables.slotsFor(series.minutes) * step,
    lead: leadOf(series, step) * step,
    minutes: series.minutes,
    place: placeOf(series),
    booked: series.members.filter(({ required }) => required).map(({ personId }) => personId),
    stands: false,
  }
}
