import type { PossibleStart } from '../../engine/planning/plan.ts'
import { startsFor } from '../../engine/planning/starts-for.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { asSeason, mayMove, organisers, type SeasonFacts } from './as-season.ts'
import { readFacts } from './reading.ts'
import { listRows, type PlanSession, type RowChange } from './rows-store.ts'
import type { PlanSeries } from './season-store.ts'
import { asChange, openPlan, refuse, takeStep } from './steps.ts'
import type { PlanRow } from './store.ts'

/** A session by its place in a plan. */
export interface SessionPlace {
  seriesId: string
  number: number
}

export interface Starts {
  row: PlanSession
  series: PlanSeries
  /** Every time it could have, all others left where they are; none where it may not move. */
  starts: PossibleStart[]
  names: ReadonlyMap<string, string>
  facts: SeasonFacts
}

/** A session of a plan with every time it could have and what each costs, or null when it is not there. */
export async function readStarts(
  db: Db | Tx,
  plan: PlanRow,
  { seriesId, number }: SessionPlace,
  now: Temporal.Instant,
): Promise<Starts | null> {
  const facts = await readFacts(db, plan, now, seriesId)
  const row = facts.rows.find((one) => one.seriesId === seriesId && one.number === number)
  const series = facts.series.find(({ id }) => id === seriesId)
  if (!row || !series) return null
  const names = new Map(facts.series.flatMap(({ members }) => members).map(({ personId, name }) => [personId, name]))
  const { season, plan: planned, movable } = asSeason(facts)
  const index = mayMove(row, now) && !row.isPinned ? (movable.get(seriesId)?.indexOf(row) ?? -1) : -1
  const starts = index < 0 ? [] : startsFor(season, planned, seriesId, index)
  return { row, series, starts, names, facts }
}

/** Gives one session of a plan another time, all others left where they are. */
export async function moveByHand(
  work: Work,
  planId: string,
  place: SessionPlace & { startsAt: Temporal.Instant; revision: number },
): Promise<void> {
  const plan = await openPlan(work, planId, place.revision)
  const found = await readStarts(work.db, plan, place, work.now)
  if (!found) return refuse(work, (t) => t.noSuchSession)
  const { row, starts } = found
  if (row.isPinned) await refuse(work, (t) => t.isPinned)
  if (!mayMove(row, work.now)) await refuse(work, (t) => t.cannotMove)
  const start = starts.find(({ startsAt }) => Temporal.Instant.from(startsAt).equals(place.startsAt))
  if (!start) return refuse(work, (t) => t.noSuchStart)
  if (start.clashes.length > 0) await refuse(work, (t) => t.clashes)
  await takeStep(work, plan, 'move', { before: found.facts.rows, next: rowsWith(found, start) })
}

/** Times of one day that are offered before other days have had their turn. */
const mostOfADay = 2

/**
 * The free times that cost least, in order of time; of those that cost the same, the ones near a moment. Not all of one
 * day, as long as other days have some.
 */
export function easiest(
  starts: readonly PossibleStart[],
  most: number,
  near: Temporal.Instant | null = null,
): PossibleStart[] {
  const far = ({ startsAt }: PossibleStart) =>
    near ? Math.abs(Temporal.Instant.from(startsAt).epochMilliseconds - near.epochMilliseconds) : 0
  const ranked = starts
    .filter(({ clashes, startsAt }) => clashes.length === 0 && !near?.equals(startsAt))
    .toSorted((a, b) => a.change - b.change || far(a) - far(b) || a.startsAt.localeCompare(b.startsAt))
  const days = [...Map.groupBy(ranked, ({ startsAt }) => startsAt.slice(0, 10)).values()]
  const early = new Set(days.flatMap((day) => day.slice(0, mostOfADay)))
  return [...ranked.filter((start) => early.has(start)), ...ranked.filter((start) => !early.has(start))]
    .slice(0, most)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** The rows that are other than before with a session at another start: its own, and of group meetings it takes somebody from. */
export function rowsWith(found: Starts, start: PossibleStart): RowChange[] {
  const { row, series } = found
  const from = Temporal.Instant.from(start.startsAt)
  const must = series.members.map(({ personId }) => personId).filter((id) => isRequired(series, id))
  const left = missedFor(found, from, must)
  const before = row.startsAt ? row.burdens : {}
  const gained = new Map(start.changes.map(({ personId, points }) => [personId, points]))
  for (const { burdens } of left)
    for (const id of must) if (id in burdens) gained.set(id, (gained.get(id) ?? 0) + (burdens[id] ?? 0))
  const away = new Set(start.missing)
  const attending = [...series.members.map(({ personId }) => personId), organisers].filter(
    (id) => !away.has(id) && (id !== organisers || series.of === 'meeting'),
  )
  const burdens = Object.fromEntries(attending.map((id) => [id, (before[id] ?? 0) + (gained.get(id) ?? 0)]))
  const moved = { ...asChange(row), startsAt: from.toString(), reason: null, burdens, missing: start.missing }
  return [
    moved,
    ...left.map((other) => ({
      ...asChange(other),
      burdens: Object.fromEntries(Object.entries(other.burdens).filter(([id]) => !must.includes(id))),
      missing: [...other.missing, ...must.filter((id) => id in other.burdens)],
    })),
  ]
}

/** The group meetings that somebody would miss for a session at another start, with who. */
export function missedAt(found: Starts, { startsAt }: PossibleStart): { title: string; names: string[] }[] {
  const must = found.series.members.filter(({ personId }) => isRequired(found.series, personId))
  const ids = must.map(({ personId }) => personId)
  return missedFor(found, Temporal.Instant.from(startsAt), ids).flatMap(({ seriesId, burdens }) => {
    const meeting = found.facts.series.find(({ id }) => id === seriesId)
    if (meeting?.of !== 'meeting') return []
    return [{ title: meeting.title, names: must.filter(({ personId }) => personId in burdens).map(({ name }) => name) }]
  })
}

/** The group meetings of the plan at this hour that some of these people were to come to. */
function missedFor(
  { row, series, facts }: Starts,
  from: Temporal.Instant,
  personIds: readonly string[],
): PlanSession[] {
  const to = from.add({ minutes: wholeSlots(series.of === 'meeting' ? series.minutes : facts.settings.minutes) })
  return facts.rows.filter(({ seriesId, startsAt, burdens }) => {
    const meeting = facts.series.find(({ id }) => id === seriesId)
    if (seriesId === row.seriesId || meeting?.of !== 'meeting' || !startsAt) return false
    const ends = startsAt.add({ minutes: wholeSlots(meeting.minutes) })
    const isThen = Temporal.Instant.compare(startsAt, to) < 0 && Temporal.Instant.compare(from, ends) < 0
    return isThen && personIds.some((id) => id in burdens)
  })
}

const wholeSlots = (minutes: number) => Math.ceil(minutes / 30) * 30

/** Whether a session cannot be without somebody. */
export function isRequired(series: PlanSeries, personId: string): boolean {
  return series.of === 'connection' || series.required.has(personId)
}

/** Keeps a session where it is whatever is planned again, or lets it go. */
export async function setPin(
  work: Work,
  planId: string,
  { isPinned, revision, ...place }: SessionPlace & { isPinned: boolean; revision: number },
): Promise<void> {
  const plan = await openPlan(work, planId, revision)
  const rows = await listRows(work.db, plan.id, [place.seriesId])
  const row = rows.find(({ number }) => number === place.number)
  if (!row) return refuse(work, (t) => t.noSuchSession)
  if (!row.startsAt && isPinned) await refuse(work, (t) => t.nothingToPin)
  await takeStep(work, plan, isPinned ? 'pin' : 'unpin', { before: [row], next: [{ ...asChange(row), isPinned }] })
}
