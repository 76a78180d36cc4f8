import type { PossibleStart } from '../../engine/planning/plan.ts'
import { startsFor } from '../../engine/planning/starts-for.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { asSeason, mayMove, type SeasonFacts } from './as-season.ts'
import { readFacts } from './reading.ts'
import { listRows, type PlanSession, type RowChange } from './rows-store.ts'
import type { PlanMember } from './season-store.ts'
import { asChange, openPlan, refuse, takeStep } from './steps.ts'
import type { PlanRow } from './store.ts'

/** A session by its place in a plan. */
export interface SessionPlace {
  connectionId: string
  number: number
}

export interface Starts {
  row: PlanSession
  members: readonly PlanMember[]
  /** Every time it could have, all others left where they are; none where it may not move. */
  starts: PossibleStart[]
  names: ReadonlyMap<string, string>
  facts: SeasonFacts
}

/** A session of a plan with every time it could have and what each costs, or null when it is not there. */
export async function readStarts(
  db: Db | Tx,
  plan: PlanRow,
  { connectionId, number }: SessionPlace,
  now: Temporal.Instant,
): Promise<Starts | null> {
  const facts = await readFacts(db, plan, now, [connectionId])
  const row = facts.rows.find((one) => one.connectionId === connectionId && one.number === number)
  const connection = facts.connections.find(({ id }) => id === connectionId)
  if (!row || !connection) return null
  const names = new Map(
    facts.connections.flatMap(({ members }) => members).map(({ personId, name }) => [personId, name]),
  )
  const { season, plan: planned, movable } = asSeason(facts)
  const index = mayMove(row, now) && !row.isPinned ? (movable.get(connectionId)?.indexOf(row) ?? -1) : -1
  const starts = index < 0 ? [] : startsFor(season, planned, connectionId, index)
  return { row, members: connection.members, starts, names, facts }
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
  await takeStep(work, plan, 'move', { before: [row], next: [placedAt(row, start)] })
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

/** A row at another start, with what it then asks of each. */
export function placedAt(row: PlanSession, { startsAt, changes }: PossibleStart): RowChange {
  const before = row.startsAt ? row.burdens : {}
  const burdens = { ...before }
  for (const { personId, points } of changes) burdens[personId] = (before[personId] ?? 0) + points
  return { ...asChange(row), startsAt: Temporal.Instant.from(startsAt).toString(), reason: null, burdens }
}

/** Keeps a session where it is whatever is planned again, or lets it go. */
export async function setPin(
  work: Work,
  planId: string,
  { isPinned, revision, ...place }: SessionPlace & { isPinned: boolean; revision: number },
): Promise<void> {
  const plan = await openPlan(work, planId, revision)
  const rows = await listRows(work.db, plan.id, [place.connectionId])
  const row = rows.find(({ number }) => number === place.number)
  if (!row) return refuse(work, (t) => t.noSuchSession)
  if (!row.startsAt && isPinned) await refuse(work, (t) => t.nothingToPin)
  await takeStep(work, plan, isPinned ? 'pin' : 'unpin', { before: [row], next: [{ ...asChange(row), isPinned }] })
}
