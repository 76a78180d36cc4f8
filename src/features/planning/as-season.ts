import type { Plan } from '../../engine/planning/plan.ts'
import type { Season, SeasonPerson } from '../../engine/planning/season.ts'
import { curveOf, firstDay, type Leeway, type PlanSettings, rhythmIn } from './plan-settings.ts'
import type { PlanSession } from './rows-store.ts'
import type { PlanConnection, TakenSession } from './season-store.ts'

export interface SeasonFacts {
  settings: PlanSettings
  days: { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }
  closedWeeks: readonly Temporal.PlainDate[]
  connections: readonly PlanConnection[]
  rows: readonly PlanSession[]
  taken: readonly TakenSession[]
  /** What each person has said of their time. */
  free: ReadonlyMap<string, Omit<SeasonPerson, 'id'>>
  now: Temporal.Instant
}

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

/** The rows that connections shall have: those that are published stay, the others follow the settings. */
export function wantedRows(facts: SeasonFacts): { connectionId: string; number: number }[] {
  const { days, settings, connections, rows } = facts
  const from = firstDay(days, settings.answerByOn)
  const published = Map.groupBy(
    rows.filter(({ session }) => session),
    ({ connectionId }) => connectionId,
  )
  return connections.flatMap((connection) => {
    const first = later(from, connection.pausedUntilOn)
    const length = first.until(days.ends_on).days + 1
    if (length < 1) return []
    const { sessions } = rhythmIn(length, connection.rhythmDays, settings, 'close')
    const least = Math.max(-1, ...(published.get(connection.id) ?? []).map(({ number }) => number)) + 1
    return Array.from({ length: Math.max(sessions, least) }, (_, number) => ({ connectionId: connection.id, number }))
  })
}

function later(day: Temporal.PlainDate, other: string | null): Temporal.PlainDate {
  return other !== null && Temporal.PlainDate.compare(day, other) < 0 ? Temporal.PlainDate.from(other) : day
}

/** Makes the planner's season of what the database holds. */
export function asSeason(facts: SeasonFacts, leeway: Leeway = 'wide'): Arranged {
  const { settings, days, connections, now } = facts
  const from = firstDay(days, settings.answerByOn)
  const movable = new Map<string, PlanSession[]>()
  for (const { id } of connections) movable.set(id, [])
  for (const row of facts.rows) if (mayMove(row, now)) movable.get(row.connectionId)?.push(row)
  for (const own of movable.values()) own.sort(byTime)
  const free = new Set([...movable.values()].flat().flatMap(({ session }) => session?.id ?? []))
  const ends = days.ends_on.toString()
  const series = connections.flatMap((connection) => {
    const own = movable.get(connection.id) ?? []
    if (own.length === 0) return []
    const first = later(from, connection.pausedUntilOn)
    const { leastGapDays, greatestGapDays } = rhythmIn(
      Math.max(1, first.until(days.ends_on).days + 1),
      connection.rhythmDays,
      settings,
      leeway,
    )
    return [
      {
        id: connection.id,
        members: connection.members.map(({ personId }) => ({ personId, required: true })),
        sessions: own.length,
        minutes: settings.minutes,
        leastGapDays,
        greatestGapDays,
        notBefore: first.toString(),
        notAfter: ends,
        medium: 'remote',
        pinned: own.flatMap((row, index) =>
          row.isPinned && row.startsAt ? [{ index, startsAt: row.startsAt.toString() }] : [],
        ),
      },
    ]
  })
  const planned = new Set(series.map(({ id }) => id))
  const people = new Map(
    connections
      .filter(({ id }) => planned.has(id))
      .flatMap(({ members }) => members)
      .map(({ personId, zone }) => [personId, zone]),
  )
  const season: Season = {
    startsOn: from.toString(),
    endsOn: ends,
    slotMinutes: 30,
    curve: curveOf(settings),
    people: [...people].map(([id, zone]) => personOf(id, zone, facts)),
    series,
    fixed: facts.taken
      .filter(({ id, personIds }) => !free.has(id) && personIds.some((personId) => people.has(personId)))
      .map(({ id, connectionId, startsAt, minutes, personIds }) => ({
        id,
        startsAt: startsAt.toString(),
        minutes,
        personIds: personIds.filter((personId) => people.has(personId)),
        ...(connectionId && planned.has(connectionId) ? { seriesId: connectionId } : {}),
      })),
    sharing: settings.sharing,
  }
  const sessions = series.flatMap(({ id }) =>
    (movable.get(id) ?? []).map((row, index) => ({
      seriesId: id,
      index,
      startsAt: row.startsAt?.toString() ?? null,
      burdens: Object.entries(row.burdens).map(([personId, points]) => ({ personId, points })),
      missing: [],
      ...(row.reason && !row.startsAt ? { reason: row.reason } : {}),
    })),
  )
  return { season, plan: { sessions }, movable }
}

function byTime(a: PlanSession, b: PlanSession): number {
  if (a.startsAt && b.startsAt) return Temporal.Instant.compare(a.startsAt, b.startsAt) || a.number - b.number
  return a.number - b.number
}

function personOf(id: string, zone: string, { free, closedWeeks }: SeasonFacts): SeasonPerson {
  const said = free.get(id) ?? { zone }
  const closed = closedWeeks.map((monday) => ({
    from: monday.toString(),
    to: monday.add({ days: 6 }).toString(),
    level: '0' as const,
  }))
  return { id, ...said, exceptions: [...(said.exceptions ?? []), ...closed] }
}
