import type { PlannedSession } from '../../engine/planning/plan.ts'
import type { PlanSession } from './rows-store.ts'

type Timed = Pick<PlanSession, 'number' | 'startsAt'>

/**
 * The rows of a series in the order in which the planner counts its sessions: by time; each without a time stands where
 * the others leave most room, so that it finds a place while they stay.
 */
export function inOrder<T extends Timed>(
  rows: readonly T[],
  season: { from: Temporal.Instant; to: Temporal.Instant },
): T[] {
  const ordered = rows.filter(({ startsAt }) => startsAt).toSorted(byTime)
  const edges = [season.from, ...ordered.flatMap(({ startsAt }) => startsAt ?? []), season.to]
  const rooms = edges.slice(1).map((edge, at) => ({ length: edge.since(edges[at]!).total('hours'), rows: [] as T[] }))
  for (const row of rows.filter(({ startsAt }) => !startsAt).toSorted((a, b) => a.number - b.number)) {
    const share = rooms.map(({ length, rows: own }) => length / (own.length + 1))
    rooms[share.indexOf(Math.max(...share))]?.rows.push(row)
  }
  return rooms.flatMap(({ rows: own }, at) => [...own, ...ordered.slice(at, at + 1)])
}

function byTime(a: Timed, b: Timed): number {
  if (!a.startsAt || !b.startsAt) return a.number - b.number
  return Temporal.Instant.compare(a.startsAt, b.startsAt) || a.number - b.number
}

/**
 * Which row of a series each of its planned sessions is. The sessions of a series are alike: a row whose time is planned
 * again keeps it, so that nobody is told of two meetings that only change places; the others follow in order.
 */
export function matchRows<R extends Timed, S extends Pick<PlannedSession, 'startsAt'>>(
  rows: readonly R[],
  sessions: readonly S[],
): { row: R; session: S }[] {
  const open = [...sessions]
  const kept = rows.flatMap((row) => {
    const at = open.findIndex(({ startsAt }) => startsAt !== null && row.startsAt?.equals(startsAt))
    return at < 0 ? [] : open.splice(at, 1).map((session) => ({ row, session }))
  })
  const others = rows.filter((row) => !kept.some((one) => one.row === row))
  return [...kept, ...open.flatMap((session, at) => (others[at] ? [{ row: others[at], session }] : []))]
}
