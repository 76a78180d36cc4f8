import { Diary, pointsIfFree, pointsOf, type TimedSession } from './attendance.ts'
import { zoneOf } from './compile-season.ts'
import { gapWindow } from './gap-window.ts'
import type { Clash, Plan, PlannedSession, PossibleStart, SessionRef } from './plan.ts'
import { barsOf, intersection, openStarts } from './reasons.ts'
import { SeasonTables } from './season-tables.ts'
import type { Season, SeasonSeries } from './season.ts'
import { timedSession, timedSessions } from './timed-sessions.ts'

/**
 * Every start that all required members of a session could have by their own weeks, in order of time, with what it
 * changes and what it would clash with, all other sessions left where they are. A pinned session counts as not pinned.
 * Only the members' hours are worked out, so that a menu can be drawn at once. A member who attends another session
 * without having to is taken out of it; whether somebody could now attend a third is left to the next plan.
 *
 * @throws RangeError when the season has no such session
 * @example startsFor(season, plan, 'quito-dhaka', 0).filter(({ clashes }) => clashes.length === 0)
 */
export function startsFor(
  season: Season,
  plan: Pick<Plan, 'sessions'>,
  seriesId: string,
  index: number,
): PossibleStart[] {
  const series = season.series.find(({ id }) => id === seriesId)
  if (!series || index < 0 || index >= series.sessions) {
    throw new RangeError(`There is no session ${index} of ${seriesId}.`)
  }
  const tables = new SeasonTables(withoutPin(season, seriesId, index))
  const isThis = (ref: SessionRef) => 'seriesId' in ref && ref.seriesId === seriesId && ref.index === index
  const members = new Set(series.members.map(({ personId }) => personId))
  const others = timedSessions(tables, plan.sessions).filter(
    ({ ref, booked, place, series: other }) =>
      !isThis(ref) &&
      (booked.some((id) => members.has(id)) ||
        (place !== undefined && place === series.medium) ||
        other?.members.some(({ personId }) => members.has(personId))),
  )
  const required = new Diary(tables, others)
  const guests = new Map(others.map((one) => [one, guestsOf(one, plan.sessions)]))
  const everybody = new Diary(tables, others)
  for (const [one, ids] of guests) for (const id of ids) everybody.add(id, one)
  const now = pointsNow(series, index, plan.sessions)

  const window = gapWindow(tables, series, index, others)
  const days = tables.local(zoneOf(tables, series)).firstDay
  const must = series.members.filter((member) => member.required).map(({ personId }) => personId)
  const open = intersection(must.map((id) => openStarts(tables, series, id)))
  const starts: PossibleStart[] = []
  for (let start = 0; start < tables.slots; start++) {
    if (open[start] === 0) continue
    const here = timedSession(tables, series, index, tables.minuteOf(start))
    const then = new Map(must.map((id) => [id, pointsOf(tables, id, here)]))
    const missing: string[] = []
    for (const { personId, required: isRequired } of series.members) {
      if (isRequired) continue
      const points = pointsIfFree(tables, everybody, personId, here)
      if (points === undefined) missing.push(personId)
      else then.set(personId, points)
    }
    const changes = difference(then, now.points)
    let change = (missing.length - now.missing) * season.curve.missing
    for (const id of must) {
      for (const other of everybody.overlaps(id, here.from, here.to, here.lead)) {
        if (!guests.get(other)!.includes(id)) continue
        const points = pointsOf(tables, id, other)
        change += season.curve.missing - points
        addTo(changes, id, -points)
      }
    }
    for (const { points } of changes) change += points
    const clashes: Clash[] = barsOf(tables, series, index, start, others, required).map(asClash)
    for (const { ref, from, to } of window.neighbours) {
      if (days[start]! < from || days[start]! > to) clashes.push({ kind: 'gap', with: ref })
    }
    const startsAt = Temporal.Instant.fromEpochMilliseconds(here.from * 60_000).toString()
    starts.push({ startsAt, change, changes: changes.filter(({ points }) => points !== 0), missing, clashes })
  }
  return starts
}

function withoutPin(season: Season, seriesId: string, index: number): Season {
  const unpin = (series: SeasonSeries) => ({
    ...series,
    pinned: (series.pinned ?? []).filter((pin) => pin.index !== index),
  })
  return { ...season, series: season.series.map((series) => (series.id === seriesId ? unpin(series) : series)) }
}

/** Optional members who attend a session by the plan. */
function guestsOf({ ref, booked }: TimedSession, sessions: readonly PlannedSession[]): string[] {
  if (!('seriesId' in ref)) return []
  const planned = sessions.find((one) => one.seriesId === ref.seriesId && one.index === ref.index)
  return (planned?.burdens ?? []).map(({ personId }) => personId).filter((id) => !booked.includes(id))
}

/** What the session asks of everybody now, by the plan. */
function pointsNow(
  series: SeasonSeries,
  index: number,
  sessions: readonly PlannedSession[],
): { points: Map<string, number>; missing: number } {
  const planned = sessions.find((one) => one.seriesId === series.id && one.index === index)
  return {
    points: new Map((planned?.burdens ?? []).map(({ personId, points }) => [personId, points])),
    missing: planned?.missing.length ?? 0,
  }
}

function difference(then: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>) {
  const changes: { personId: string; points: number }[] = []
  for (const id of new Set([...now.keys(), ...then.keys()]))
    addTo(changes, id, (then.get(id) ?? 0) - (now.get(id) ?? 0))
  return changes
}

function addTo(changes: { personId: string; points: number }[], personId: string, points: number): void {
  const known = changes.find((one) => one.personId === personId)
  if (known) known.points += points
  else changes.push({ personId, points })
}

function asClash({ kind, personId, by }: ReturnType<typeof barsOf>[number]): Clash {
  if (kind === 'place taken') return { kind, by: by! }
  return kind === 'already booked' ? { kind, personId: personId!, by: by! } : { kind, personId: personId! }
}
