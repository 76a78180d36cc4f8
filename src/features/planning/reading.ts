import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { SeasonFacts } from './as-season.ts'
import { readFree } from './free.ts'
import { listRows } from './rows-store.ts'
import { meetingsBetween } from '../activities/overview.ts'
import * as store from './season-store.ts'
import { type PlanRow, readSetting, settingsOf } from './store.ts'

/** Sessions this long before a season still count for its gaps and for who has borne what. */
const lookBackDays = 60

/**
 * All that the planner must know of a plan at a moment.
 * @param around only this series and whatever shares a member with it: enough to change one session
 */
export async function readFacts(
  db: Db | Tx,
  plan: PlanRow,
  now: Temporal.Instant,
  around?: string,
): Promise<SeasonFacts> {
  const series = around === undefined ? await store.listPlanSeries(db, plan) : await sharing(db, plan, around)
  const { starts_on, ends_on, zone } = await readSetting(db, plan.id)
  const personIds = [...new Set(series.flatMap(({ members }) => members.map(({ personId }) => personId)))]
  const today = dayIn(zone, now)
  const from = Temporal.PlainDate.compare(today, starts_on) < 0 ? today : starts_on
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC').toInstant()
  return {
    settings: settingsOf(plan),
    days: { starts_on: soon(starts_on, today), ends_on },
    closedWeeks: plan.closed_weeks,
    zone,
    series,
    rows: await listRows(db, plan.id, around === undefined ? undefined : series.map(({ id }) => id)),
    taken: await store.listTaken(
      db,
      personIds,
      at(from.subtract({ days: lookBackDays })),
      at(ends_on.add({ days: 2 })),
    ),
    meetings: await meetingsBetween(db, plan.initiative_id, at(from), at(ends_on.add({ days: 2 }))),
    free: await readFree(db, personIds, at(from.subtract({ days: 1 })), at(ends_on.add({ days: 2 }))),
    now,
  }
}

/** A season that runs is planned from the day after tomorrow on. */
function soon(startsOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const soonest = today.add({ days: 2 })
  return Temporal.PlainDate.compare(startsOn, soonest) > 0 ? startsOn : soonest
}

/** A series with whatever shares a member with it. Of group meetings besides it only the members they share. */
async function sharing(db: Db | Tx, plan: PlanRow, around: string): Promise<store.PlanSeries[]> {
  const meetings = await store.listMeetings(db, plan)
  const own =
    meetings.find(({ id }) => id === around) ?? (await store.listConnections(db, plan.initiative_id, [around]))[0]
  if (!own) return []
  const shared = new Set(own.members.map(({ personId }) => personId))
  const ids = await store.connectionsSharing(db, plan.id, [...shared])
  const connections = await store.listConnections(db, plan.initiative_id, [...new Set([around, ...ids])])
  return [
    ...connections,
    ...meetings.map((meeting) => ({
      ...meeting,
      members: meeting.members.filter(({ personId }) => shared.has(personId)),
    })),
  ]
}
