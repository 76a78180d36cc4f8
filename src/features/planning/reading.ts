import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { SeasonFacts } from './as-season.ts'
import { readFree } from './free.ts'
import { listRows } from './rows-store.ts'
import { connectionsSharing, listConnections, listTaken } from './season-store.ts'
import { type PlanRow, readSetting, settingsOf } from './store.ts'

/** Sessions this long before a season still count for its gaps and for who has borne what. */
const lookBackDays = 60

/**
 * All that the planner must know of a plan at a moment.
 * @param around only these connections and whoever shares a member with them: enough to change one session
 */
export async function readFacts(
  db: Db | Tx,
  plan: PlanRow,
  now: Temporal.Instant,
  around?: readonly string[],
): Promise<SeasonFacts> {
  const ids = around && (await sharing(db, plan, around))
  const connections = await listConnections(db, plan.initiative_id, ids)
  const { starts_on, ends_on, zone } = await readSetting(db, plan.id)
  const personIds = [...new Set(connections.flatMap(({ members }) => members.map(({ personId }) => personId)))]
  const today = dayIn(zone, now)
  const from = Temporal.PlainDate.compare(today, starts_on) < 0 ? today : starts_on
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC').toInstant()
  return {
    settings: settingsOf(plan),
    days: { starts_on: soon(starts_on, today), ends_on },
    closedWeeks: plan.closed_weeks,
    connections,
    rows: await listRows(db, plan.id, ids),
    taken: await listTaken(db, personIds, at(from.subtract({ days: lookBackDays })), at(ends_on.add({ days: 2 }))),
    free: await readFree(db, personIds, at(from.subtract({ days: 1 })), at(ends_on.add({ days: 2 }))),
    now,
  }
}

/** A season that runs is planned from the day after tomorrow on. */
function soon(startsOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const soonest = today.add({ days: 2 })
  return Temporal.PlainDate.compare(startsOn, soonest) > 0 ? startsOn : soonest
}

async function sharing(db: Db | Tx, plan: PlanRow, connectionIds: readonly string[]): Promise<string[]> {
  const own = await listConnections(db, plan.initiative_id, connectionIds)
  const personIds = own.flatMap(({ members }) => members.map(({ personId }) => personId))
  return [...new Set([...connectionIds, ...(await connectionsSharing(db, plan.id, personIds))])]
}
