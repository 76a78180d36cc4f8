import { attend, Diary } from './attendance.ts'
import type { CompiledSeason } from './compile-season.ts'
import type { Plan, PlannedSession } from './plan.ts'
import type { Solution } from './problem.ts'
import { reasonFor } from './reasons.ts'
import type { SeasonTables } from './season-tables.ts'
import { timedSessions } from './timed-sessions.ts'

/** Writes a solution as a plan: moments, who attends, burdens, and the reason for each session without a place. */
export function drawPlan(tables: SeasonTables, compiled: CompiledSeason, solution: Solution): Plan {
  const { season } = tables
  const placed = season.series.flatMap((series, at) =>
    [...solution.starts[at]!].map((start, index) => {
      const pin = series.pinned?.find((one) => one.index === index)
      const startsAt = pin ? moment(Temporal.Instant.from(pin.startsAt)) : start < 0 ? null : momentOf(tables, start)
      return { seriesId: series.id, index, startsAt }
    }),
  )
  const timed = timedSessions(tables, placed)
  const diary = new Diary(tables, timed)
  const present = attend(tables, timed)
  const points = new Map(season.people.map(({ id, borne }) => [id, borne ?? 0]))
  let total = 0
  for (const { burdens, missing } of present.values()) {
    total += missing.length * season.curve.missing
    for (const burden of burdens) {
      total += burden.points
      points.set(burden.personId, points.get(burden.personId)! + burden.points)
    }
  }
  const byName = new Map(timed.map((one) => ['seriesId' in one.ref ? `${one.ref.index} ${one.ref.seriesId}` : '', one]))
  const seriesBy = new Map(season.series.map((series) => [series.id, series]))
  const sessions = placed.map((session): PlannedSession => {
    const here = byName.get(`${session.index} ${session.seriesId}`)
    if (here) return { ...session, ...present.get(here)! }
    const series = seriesBy.get(session.seriesId)!
    return { ...session, burdens: [], missing: [], reason: reasonFor(tables, series, session.index, timed, diary) }
  })
  const burdens = season.people.map(({ id }) => ({ personId: id, points: points.get(id)! }))
  const worst = burdens.reduce((most, one) => Math.max(most, one.points), 0)
  const leastTotal = Math.min(total, solution.leastTotal + compiled.standingTotal)
  const leastWorst = Math.min(worst, solution.leastWorst)
  return {
    sessions,
    total,
    burdens,
    worst,
    certificate: {
      leastTotal,
      isTotalProved: leastTotal === total,
      leastWorst,
      isWorstProved: leastWorst === worst,
      isPlacingProved: solution.isPlacingProved,
      method: solution.method,
    },
    iterations: solution.iterations,
  }
}

function momentOf(tables: SeasonTables, slot: number): string {
  return moment(Temporal.Instant.fromEpochMilliseconds(tables.minuteOf(slot) * 60_000))
}

function moment(instant: Temporal.Instant): string {
  return instant.toString()
}
