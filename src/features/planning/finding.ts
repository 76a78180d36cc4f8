import type { PossibleStart } from '../../engine/planning/plan.ts'
import type { Work } from '../../platform/work.ts'
import { tryMoving } from '../sessions/series.ts'
import { listDeclined, wasFound } from './finding-store.ts'
import { readStarts, rowsWith, type Starts } from './moving.ts'
import { joinSessions, saveRows } from './rows-store.ts'
import { findPlanned } from './series-store.ts'
import { closeSteps, keepAndTell } from './steps.ts'
import { lockPlan, type PlanRow } from './store.ts'

/** Up to so many points a time asks of somebody it is easy: it is taken without asking the facilitator. */
const easyPoints = 3
/** Days within which a session is not moved to by itself: people need to hear of it. */
const leastDays = 4

/**
 * A session of a season is off because somebody declined: where an easy time exists it moves there by itself, all others
 * left where they are, and everybody is told once. Where none does, the session is cancelled and asked about as any other;
 * so it is when it was moved before, or when a machine declined, which would decline the next time as well.
 */
export async function findAnotherTime(
  work: Work,
  news: { sessionId: string; isOff: boolean; isAutomatic: boolean; takeOver(): void },
): Promise<void> {
  if (!news.isOff || news.isAutomatic) return
  const place = await findPlanned(work.db, news.sessionId)
  if (!place) return
  const plan = await lockPlan(work.db, place.plan_id)
  if (await wasFound(work.db, plan.agency_id, news.sessionId)) return
  const found = await readStarts(work.db, plan, { seriesId: place.series_id, number: place.number }, work.now)
  if (found && (await moveToEasyTime(work, plan, found, news.sessionId))) news.takeOver()
}

/** Moves a session of a published plan to the easiest time it can have, and tells everybody. @returns whether there is one */
export async function moveToEasyTime(work: Work, plan: PlanRow, found: Starts, sessionId: string): Promise<boolean> {
  const declined = await listDeclined(work.db, found.row.seriesId)
  const start = easiestStart(found, declined, work.now)
  if (!start || !(await tryMoving(work, sessionId, Temporal.Instant.from(start.startsAt)))) return false
  await saveRows(work.db, plan.id, rowsWith(found, start))
  await joinSessions(work.db, plan.id, [{ ...found.row, sessionId }])
  await closeSteps(work, plan)
  await keepAndTell(work, plan, 'find', null, { sessionId })
  return true
}

function easiestStart(
  found: Starts,
  declined: readonly Temporal.Instant[],
  now: Temporal.Instant,
): PossibleStart | undefined {
  const { row, starts } = found
  const not = row.startsAt ? [row.startsAt, ...declined] : declined
  const soonest = now.add({ hours: 24 * leastDays })
  return starts
    .filter((start) => {
      if (start.clashes.length > 0 || start.missing.length > 0) return false
      const at = Temporal.Instant.from(start.startsAt)
      if (Temporal.Instant.compare(at, soonest) < 0 || not.some((other) => isSameDay(at, other))) return false
      const [moved] = rowsWith(found, start)
      return Object.values(moved?.burdens ?? {}).every((points) => points <= easyPoints)
    })
    .toSorted((a, b) => a.change - b.change || distance(a, row.startsAt) - distance(b, row.startsAt))[0]
}

/** Who cannot come on a day was asked about the whole of it: the hour beside it is no other time. */
function isSameDay(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) < 12 * 3_600_000
}

function distance({ startsAt }: PossibleStart, from: Temporal.Instant | null): number {
  return from ? Math.abs(Temporal.Instant.from(startsAt).epochMilliseconds - from.epochMilliseconds) : 0
}
