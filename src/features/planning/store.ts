import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { SeasonPlans } from '../../platform/database/schema.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import type { PlanSettings } from './plan-settings.ts'

export type PlanRow = Selectable<SeasonPlans>

/** The seasons of an initiative with the plan each has, the earliest first. */
export function listSeasons(db: Db | Tx, initiativeId: string) {
  return db
    .selectFrom('seasons')
    .leftJoin('season_plans as plan', (join) =>
      join.onRef('plan.season_id', '=', 'seasons.id').on('plan.state', '<>', 'dropped'),
    )
    .selectAll('seasons')
    .select('plan.id as plan_id')
    .where('seasons.initiative_id', '=', initiativeId)
    .orderBy('seasons.starts_on')
    .orderBy('seasons.id')
    .execute()
}

export type SeasonRow = Awaited<ReturnType<typeof listSeasons>>[number]

export async function insertPlan(
  db: Tx,
  season: { id: string; agency_id: string; initiative_id: string },
  settings: PlanSettings,
  now: Temporal.Instant,
): Promise<PlanRow | undefined> {
  return db
    .insertInto('season_plans')
    .values({
      agency_id: season.agency_id,
      initiative_id: season.initiative_id,
      season_id: season.id,
      ...columnsOf(settings),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function setSettings(db: Tx, planId: string, settings: PlanSettings): Promise<void> {
  await db.updateTable('season_plans').set(columnsOf(settings)).where('id', '=', planId).execute()
}

function columnsOf(settings: PlanSettings) {
  return {
    minutes: settings.minutes,
    sharing: settings.sharing,
    sessions_each: settings.sessionsEach,
    least_gap_days: settings.leastGapDays,
    greatest_gap_days: settings.greatestGapDays,
    earliest_hour: settings.earliestHour,
    latest_hour: settings.latestHour,
    answer_by_on: settings.answerByOn,
  }
}

export function settingsOf(plan: PlanRow): PlanSettings {
  return {
    minutes: plan.minutes,
    sharing: plan.sharing === 'worst first' ? 'worst first' : 'total first',
    sessionsEach: plan.sessions_each,
    leastGapDays: plan.least_gap_days,
    greatestGapDays: plan.greatest_gap_days,
    earliestHour: plan.earliest_hour,
    latestHour: plan.latest_hour,
    answerByOn: plan.answer_by_on,
  }
}

/** The plan of a season that was not dropped, or null. */
export async function findPlanOf(db: Db | Tx, seasonId: string): Promise<string | null> {
  const row = await db
    .selectFrom('season_plans')
    .select('id')
    .where('season_id', '=', seasonId)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The row, kept from everybody else until the change is over. */
export async function lockPlan(db: Tx, planId: string): Promise<PlanRow> {
  const row = await db.selectFrom('season_plans').selectAll().where('id', '=', planId).forUpdate().executeTakeFirst()
  return orNotHere(row)
}

export async function readPlan(db: Db | Tx, planId: string): Promise<PlanRow> {
  return orNotHere(await db.selectFrom('season_plans').selectAll().where('id', '=', planId).executeTakeFirst())
}

export async function changePlan(
  db: Db | Tx,
  planId: string,
  set: Partial<
    Pick<PlanRow, 'state' | 'revision' | 'closed_weeks' | 'published_at' | 'run_id' | 'run_state' | 'stop_asked_at'>
  > & { certificate?: string | null; run_progress?: string | null },
): Promise<void> {
  await db.updateTable('season_plans').set(set).where('id', '=', planId).execute()
}

/** Notes how far a planning is. @returns null when it runs no more, else whether somebody asked it to stop */
export async function noteProgress(db: Db, planId: string, runId: string, progress: object): Promise<boolean | null> {
  const row = await db
    .updateTable('season_plans')
    .set({ run_progress: JSON.stringify(progress) })
    .where('id', '=', planId)
    .where('run_id', '=', runId)
    .returning('stop_asked_at')
    .executeTakeFirst()
  return row ? row.stop_asked_at !== null : null
}

/** The season a plan is for, and what its initiative and agency are called. */
export async function readSetting(db: Db | Tx, planId: string) {
  const row = await db
    .selectFrom('season_plans as plan')
    .innerJoin('seasons', 'seasons.id', 'plan.season_id')
    .innerJoin('initiatives', 'initiatives.id', 'plan.initiative_id')
    .innerJoin('agencies', 'agencies.id', 'plan.agency_id')
    .select(['seasons.title as season', 'seasons.starts_on', 'seasons.ends_on'])
    .select(['initiatives.title as initiative', 'agencies.name as agency', 'agencies.zone'])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  return orNotHere(row)
}
