import { impossible, type PlanningProblem, type ProblemLimit, type ProblemSeries } from './problem.ts'
import { leadOf, placeOf, type SeasonTables, type StandingSession } from './season-tables.ts'
import type { SeasonPerson, SeasonSeries } from './season.ts'
import { dayNumber, monthOf, weekOf } from './zone-clock.ts'

/** A season as a problem of numbers, and what its standing sessions cost already. */
export interface CompiledSeason {
  problem: PlanningProblem
  /** Points of fixed and pinned sessions together. */
  standingTotal: number
}

/**
 * Turns a season into a problem below the wall clock: people, places and slots become numbers, standing sessions become
 * taken slots, points borne and days.
 *
 * @param kept start of each session before, by series, as slots or -1; leaving it is a move
 */
export function compileSeason(tables: SeasonTables, kept?: ReadonlyMap<string, Int32Array>): CompiledSeason {
  const { season } = tables
  const number = new Map(season.people.map(({ id }, at) => [id, at]))
  const places = [...new Set(season.series.flatMap((series) => placeOf(series) ?? []))]
  const borne = Int32Array.from(season.people, (person) => person.borne ?? 0)
  let standingTotal = 0
  for (const { personIds, from, to } of tables.standing) {
    for (const id of personIds) {
      const points = tables.pointsStanding(id, from, to)
      borne[number.get(id)!]! += points
      standingTotal += points
    }
  }
  const series = season.series.map((one): ProblemSeries => {
    const [length, lead, place] = [tables.slotsFor(one.minutes), leadOf(one, season.slotMinutes), placeOf(one)]
    const row = (id: string) => openRow(tables, id, length, lead)
    const members = one.members.filter(({ required }) => required).map(({ personId }) => personId)
    const optional = one.members.filter(({ required }) => !required).map(({ personId }) => personId)
    const shut = shutStarts(tables, one)
    const pinned = standingDays(tables, one)
    const held = heldBefore(tables, one)
    const had = kept?.get(one.id)
    return {
      members: members.map((id) => number.get(id)!),
      rows: members.map(row),
      sessions: one.sessions,
      length,
      minutes: one.minutes,
      lead,
      dayOf: risingDays(tables, one),
      leastGap: one.leastGapDays,
      greatestGap: one.greatestGapDays,
      ...(optional.length > 0 && {
        optional: {
          members: optional.map((id) => number.get(id)!),
          rows: optional.map(row),
          missing: season.curve.missing,
        },
      }),
      ...(shut && { extra: shut }),
      ...(place !== undefined && { place: places.indexOf(place) }),
      ...(pinned && { standing: pinned }),
      ...(held && { before: tables.dayAt(zoneOf(tables, one), held.from) }),
      ...(had && { kept: had }),
    }
  })
  const people = season.people.length
  const limits = season.people.flatMap((person, at) => limitsOf(tables, person, at))
  return { problem: { slots: tables.slots, people, series, sharing: season.sharing, borne, limits }, standingTotal }
}

/** Sessions a person is in that stand already. */
export function standingOf(tables: SeasonTables, id: string): StandingSession[] {
  return tables.standing.filter(({ personIds }) => personIds.includes(id))
}

/** The latest fixed session of a series. */
export function heldBefore(tables: SeasonTables, series: SeasonSeries): StandingSession | undefined {
  const own = new Set(tables.season.fixed.filter(({ seriesId }) => seriesId === series.id).map(({ id }) => id))
  const held = tables.standing.filter(({ ref }) => 'fixedId' in ref && own.has(ref.fixedId))
  return held.sort((one, other) => other.from - one.from)[0]
}

/** The zone whose clock counts the days of a series: its first member's. */
export function zoneOf(tables: SeasonTables, series: SeasonSeries): string {
  return tables.person(series.members[0]!.personId).zone
}

/** Which starts a series may not use for its dates or its place, or nothing when it may use all. */
export function shutStarts(tables: SeasonTables, series: SeasonSeries, countsStanding = true): Uint8Array | undefined {
  const place = placeOf(series)
  const taken = countsStanding ? tables.standing.filter((one) => place !== undefined && one.place === place) : []
  if (taken.length === 0 && series.notBefore === undefined && series.notAfter === undefined) return undefined
  const shut = new Uint8Array(tables.slots)
  const length = tables.slotsFor(series.minutes)
  const booked = new Uint8Array(tables.slots)
  for (const { from, to } of taken) tables.mark(booked, from, to)
  const first = series.notBefore === undefined ? -Infinity : dayNumber(series.notBefore)
  const last = series.notAfter === undefined ? Infinity : dayNumber(series.notAfter)
  const clocks = series.members
    .filter(({ required }) => required)
    .map(({ personId }) => tables.local(tables.person(personId).zone))
  for (let start = 0; start < tables.slots; start++) {
    const end = Math.min(tables.slots, start + length)
    const isTaken = booked.subarray(start, end).includes(1)
    const isOut = clocks.some((local) => local.firstDay[start]! < first || local.lastDay[end - 1]! > last)
    if (isTaken || isOut) shut[start] = impossible
  }
  return shut
}

/** A person's row without the starts that standing sessions bar. */
function openRow(tables: SeasonTables, id: string, length: number, lead: number): Uint8Array {
  const row = tables.startsOf(id, length, lead)
  const standing = standingOf(tables, id)
  if (standing.length === 0) return row
  const open = row.slice()
  const step = tables.season.slotMinutes
  for (const one of standing) {
    const free = lead * step + one.lead
    const first = Math.floor((one.from - free - length * step - tables.origin) / step) + 1
    const end = Math.ceil((one.to + free - tables.origin) / step)
    for (let start = Math.max(0, first); start < Math.min(end, tables.slots); start++) open[start] = impossible
  }
  return open
}

/** Days of the pinned sessions of a series, -1 for the others. */
function standingDays(tables: SeasonTables, series: SeasonSeries): Int32Array | undefined {
  if (!series.pinned || series.pinned.length === 0) return undefined
  const days = new Int32Array(series.sessions).fill(-1)
  for (const { from, ref } of tables.standing) {
    if ('seriesId' in ref && ref.seriesId === series.id) days[ref.index] = tables.dayAt(zoneOf(tables, series), from)
  }
  return days
}

/** Days of the slots by the clock of a series; where a clock goes back over midnight, the day stays. */
function risingDays(tables: SeasonTables, series: SeasonSeries): Int32Array {
  const days = tables.local(zoneOf(tables, series)).firstDay
  const isRising = days.every((day, slot) => slot === 0 || day >= days[slot - 1]!)
  if (isRising) return days
  let last = -Infinity
  return days.map((day) => (last = Math.max(last, day)))
}

/** A person's limits, one for each week and month of the season, less what stands. */
function limitsOf(tables: SeasonTables, person: SeasonPerson, at: number): ProblemLimit[] {
  const { sessionsPerWeek, minutesPerMonth } = person
  const days = tables.local(person.zone).firstDay
  const standing = standingOf(tables, person.id)
  const spans = (spanOf: (day: number) => number, most: number, counts: ProblemLimit['counts']) => {
    const limits: ProblemLimit[] = []
    for (let from = 0, slot = 1; slot <= days.length; slot++) {
      const span = spanOf(days[from]!)
      if (slot < days.length && spanOf(days[slot]!) === span) continue
      const used = standing
        .filter(({ from: minute }) => spanOf(tables.dayAt(person.zone, minute)) === span)
        .reduce((sum, { minutes }) => sum + (counts === 'minutes' ? minutes : 1), 0)
      limits.push({ person: at, from, to: slot, most: Math.max(0, most - used), counts })
      from = slot
    }
    return limits
  }
  return [
    ...(sessionsPerWeek === undefined ? [] : spans(weekOf, sessionsPerWeek, 'sessions')),
    ...(minutesPerMonth === undefined ? [] : spans(monthOf, minutesPerMonth, 'minutes')),
  ]
}
