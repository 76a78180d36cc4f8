import type { Plan } from '../../engine/planning/plan.ts'
import type { Season, SeasonPerson, SeasonSeries } from '../../engine/planning/season.ts'
import type { MeetingOfSeason } from '../activities/overview.ts'
import { curveOf, firstDay, type Leeway, type PlanSettings, rhythmIn } from './plan-settings.ts'
import { inOrder } from './row-order.ts'
import type { PlanSession, WantedRow } from './rows-store.ts'
import type { PlanConnection, PlanMeeting, PlanSeries, TakenSession } from './season-store.ts'

export interface SeasonFacts {
  settings: PlanSettings
  days: { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }
  closedWeeks: readonly Temporal.PlainDate[]
  /** Of the agency. */
  zone: string
  series: readonly PlanSeries[]
  rows: readonly PlanSession[]
  taken: readonly TakenSession[]
  /** Group meetings that have their time. */
  meetings: readonly MeetingOfSeason[]
  /** What each person has said of their time. */
  free: ReadonlyMap<string, Omit<SeasonPerson, 'id'>>
  now: Temporal.Instant
}

/**
 * Whoever runs the group meetings, as the planner knows them: one meeting at a time, in the hours of the agency's day.
 * So no two of them ask the same peers at once.
 */
export const organisers = 'organisers'

/** Days before a session within which it stays where it is. */
const frozenDays = 2

/** What the planner is told, and which row each of its sessions is. */
export interface Arranged {
  season: Season
  /** The sessions as they are planned now, as the planner counts them. */
  plan: Pick<Plan, 'sessions'>
  /** By series: the rows that may move, in the order of the planner's numbers. */
  movable: ReadonlyMap<string, PlanSession[]>
}

/** Whether a session may still be given another time: it is to come, and not in the next two days. */
export function mayMove({ session }: PlanSession, now: Temporal.Instant): boolean {
  if (!session) return true
  if (session.state !== 'planned') return false
  return Temporal.Instant.compare(session.startsAt, now.add({ hours: 24 * frozenDays })) > 0
}

/** The rows that series shall have: those that are published stay, the others follow the settings; a meeting has one. */
export function wantedRows(facts: SeasonFacts): WantedRow[] {
  const { days, settings, rows } = facts
  const from = firstDay(days, settings.answerByOn)
  const published = Map.groupBy(
    rows.filter(({ session }) => session),
    ({ seriesId }) => seriesId,
  )
  return facts.series.flatMap((one): WantedRow[] => {
    if (one.of === 'meeting') return [{ seriesId: one.id, of: 'meeting', number: 0 }]
    const first = later(from, one.pausedUntilOn)
    const length = first.until(days.ends_on).days + 1
    if (length < 1) return []
    const { sessions } = rhythmIn(length, one.rhythmDays, settings, 'close')
    const least = Math.max(-1, ...(published.get(one.id) ?? []).map(({ number }) => number)) + 1
    return Array.from({ length: Math.max(sessions, least) }, (_, number) => ({
      seriesId: one.id,
      of: 'connection',
      number,
    }))
  })
}

function later(day: Temporal.PlainDate, other: string | null): Temporal.PlainDate {
  return other !== null && Temporal.PlainDate.compare(day, other) < 0 ? Temporal.PlainDate.from(other) : day
}

/** Makes the planner's season of what the database holds. */
export function asSeason(facts: SeasonFacts, leeway: Leeway = 'wide'): Arranged {
  const { settings, days, now } = facts
  const from = firstDay(days, settings.answerByOn)
  const movable = new Map<string, PlanSession[]>()
  for (const { id } of facts.series) movable.set(id, [])
  for (const row of facts.rows) if (mayMove(row, now)) movable.get(row.seriesId)?.push(row)
  const span = { from: startOf(from, facts.zone), to: startOf(days.ends_on.add({ days: 1 }), facts.zone) }
  for (const [id, own] of movable) movable.set(id, inOrder(own, span))
  const free = new Set([...movable.values()].flat().flatMap(({ session }) => session?.id ?? []))
  const planned = facts.series.filter(({ id }) => (movable.get(id)?.length ?? 0) > 0)
  const series = planned.map((one): SeasonSeries => {
    const own = movable.get(one.id) ?? []
    return {
      ...(one.of === 'meeting' ? meetingSeries(one, from, facts) : connectionSeries(one, from, facts, leeway)),
      sessions: own.length,
      pinned: own.flatMap((row, index) =>
        row.isPinned && row.startsAt ? [{ index, startsAt: row.startsAt.toString() }] : [],
      ),
    }
  })
  const people = new Map(planned.flatMap(({ members }) => members).map(({ personId, zone }) => [personId, zone]))
  if (planned.some(({ of }) => of === 'meeting')) people.set(organisers, facts.zone)
  const ids = new Set(series.map(({ id }) => id))
  const season: Season = {
    startsOn: from.toString(),
    endsOn: days.ends_on.toString(),
    slotMinutes: 30,
    curve: curveOf(settings),
    people: [...people].map(([id, zone]) => personOf(id, zone, facts)),
    series,
    fixed: [
      ...facts.taken
        .filter(({ id, personIds }) => !free.has(id) && personIds.some((personId) => people.has(personId)))
        .map(({ id, connectionId, startsAt, minutes, personIds }) => ({
          id,
          startsAt: startsAt.toString(),
          minutes,
          personIds: personIds.filter((personId) => people.has(personId)),
          ...(connectionId && ids.has(connectionId) ? { seriesId: connectionId } : {}),
        })),
      ...(people.has(organisers) ? facts.meetings.map(organised) : []),
    ],
    sharing: settings.sharing,
  }
  const sessions = planned.flatMap((one) =>
    (movable.get(one.id) ?? []).map((row, index) => ({
      seriesId: one.id,
      index,
      startsAt: row.startsAt?.toString() ?? null,
      burdens: Object.entries(row.burdens).map(([personId, points]) => ({ personId, points })),
      missing: row.missing,
      ...(row.reason && !row.startsAt ? { reason: row.reason } : {}),
    })),
  )
  return { season, plan: { sessions }, movable }
}

function connectionSeries(
  { id, members, pausedUntilOn, rhythmDays }: PlanConnection,
  from: Temporal.PlainDate,
  { settings, days }: SeasonFacts,
  leeway: Leeway,
) {
  const first = later(from, pausedUntilOn)
  const length = Math.max(1, first.until(days.ends_on).days + 1)
  const { leastGapDays, greatestGapDays } = rhythmIn(length, rhythmDays, settings, leeway)
  return {
    id,
    members: members.map(({ personId }) => ({ personId, required: true })),
    minutes: settings.minutes,
    leastGapDays,
    greatestGapDays,
    notBefore: first.toString(),
    notAfter: days.ends_on.toString(),
    medium: 'remote',
  }
}

function meetingSeries(meeting: PlanMeeting, from: Temporal.PlainDate, { days }: SeasonFacts) {
  const { id, members, required, minutes, medium, notBeforeOn, notAfterOn } = meeting
  const last = days.ends_on.toString()
  return {
    id,
    members: [
      { personId: organisers, required: true },
      ...members.map(({ personId }) => ({ personId, required: required.has(personId) })),
    ],
    minutes,
    // It takes place once.
    leastGapDays: 1,
    greatestGapDays: 1,
    notBefore: later(from, notBeforeOn).toString(),
    notAfter: notAfterOn !== null && notAfterOn < last ? notAfterOn : last,
    medium,
  }
}

/** What each group meeting asks of its season, to tell whether it is still the same. */
export function askedBy(series: readonly PlanSeries[]): Map<string, string> {
  return new Map(
    series.flatMap((one) => {
      if (one.of !== 'meeting') return []
      const { id, minutes, medium, notBeforeOn, notAfterOn, required } = one
      return [[id, JSON.stringify([minutes, medium, notBeforeOn, notAfterOn, [...required].toSorted()])]]
    }),
  )
}

/** A group meeting that has its time, for those who run it. */
function organised({ id, starts_at: startsAt, minutes }: MeetingOfSeason) {
  return { id, startsAt: startsAt.toString(), minutes, personIds: [organisers] }
}

/** The moment a day begins in a zone. */
export const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime(zone).toInstant()

function personOf(id: string, zone: string, { free, closedWeeks }: SeasonFacts): SeasonPerson {
  const said = free.get(id) ?? { zone }
  const closed = closedWeeks.map((monday) => ({
    from: monday.toString(),
    to: monday.add({ days: 6 }).toString(),
    level: '0' as const,
  }))
  return { id, ...said, exceptions: [...(said.exceptions ?? []), ...closed] }
}
