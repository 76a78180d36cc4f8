import { dayIn } from '../../platform/clock.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { islandPath } from '../../platform/web/assets.ts'
import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { accessPlan } from './access.ts'
import { mondayOf, readBoard } from './board.ts'
import { boardQuery, cellQuery, weekQuery } from './form.ts'
import { readStarts } from './moving.ts'
import { CellPage } from './pages/cell.tsx'
import { PlanPage } from './pages/plan.tsx'
import { PublicationPage } from './pages/publication.tsx'
import { NewPlanPage, RunningPage, SettingsPage } from './pages/season.tsx'
import { WeekPage } from './pages/week.tsx'
import { usualDaysToAnswer, usualSettings } from './plan-settings.ts'
import { outgoingOf } from './publishing.ts'
import { listRows } from './rows-store.ts'
import { listConnections, listMeetings, listPlanSeries } from './season-store.ts'
import { listSeasons, type PlanRow, readPlan, readSetting, type SeasonRow } from './store.ts'

// The pages of this feature with what they read, for a visit or after a mistake.

/** The plan of the season that runs or comes next; without one, how to make it. */
export async function seasonPage(c: VisitContext, error?: FormState) {
  const { db, clock } = c.var.world
  const seasons = await listSeasons(db, c.var.initiative.id)
  const today = dayIn(staffOf(c).zone, clock.now())
  const coming = seasons.filter(({ ends_on }) => Temporal.PlainDate.compare(ends_on, today) >= 0)
  const planned = coming.find(({ plan_id }) => plan_id) ?? seasons.findLast(({ plan_id }) => plan_id)
  if (planned?.plan_id) return planPage(c, await readPlan(db, planned.plan_id), error)
  return (
    <NewPlanPage
      c={c}
      seasons={coming}
      hasSeasons={seasons.length > 0}
      connections={(await listConnections(db, c.var.initiative.id)).length}
      meetings={await countMeetings(c, coming)}
      settings={{ ...usualSettings, answerByOn: today.add({ days: usualDaysToAnswer }) }}
      form={error}
    />
  )
}

async function countMeetings(c: VisitContext, seasons: readonly SeasonRow[]): Promise<number> {
  let count = 0
  for (const { id, initiative_id } of seasons)
    count += (await listMeetings(c.var.world.db, { season_id: id, initiative_id })).length
  return count
}

/** The board of a plan, or how far its planning is. */
export async function planPage(c: VisitContext, plan: PlanRow, error?: FormState) {
  const { db, clock } = c.var.world
  const { season } = await readSetting(db, plan.id)
  const script = islandPath('season-board')
  if (plan.run_state === 'waiting' || plan.run_state === 'running')
    return <RunningPage {...{ c, plan, season, script, error }} />
  const { zone } = staffOf(c)
  const view = boardQuery.parse(c.req.query())
  const board = await readBoard(db, plan, { ...view, zone }, clock.now())
  return <PlanPage {...{ c, plan, season, zone, board, view, script, error }} />
}

export async function settingsPage(c: VisitContext, planId: string, form?: FormState) {
  const { db } = c.var.world
  const plan = await accessPlan(db, c, planId)
  const { season } = await readSetting(db, plan.id)
  return <SettingsPage c={c} plan={plan} season={season} form={form} />
}

/** One session; which one, the address or the form says. */
export async function cellPage(c: VisitContext, planId: string, error?: FormState) {
  const { db, clock } = c.var.world
  const plan = await accessPlan(db, c, planId)
  const asked = cellQuery.safeParse({ ...c.var.typed, ...c.req.query() })
  if (!asked.success) return orNotHere<never>(null)
  const { series: seriesId, number, week = null } = asked.data
  const now = clock.now()
  const found = orNotHere(await readStarts(db, plan, { seriesId, number }, now))
  return <CellPage {...{ c, plan, zone: staffOf(c).zone, found, week, now, error }} />
}

export async function weekPage(c: VisitContext, planId: string, error?: FormState) {
  const { db } = c.var.world
  const plan = await accessPlan(db, c, planId)
  const asked = weekQuery.safeParse({ ...c.var.typed, ...c.req.query() })
  if (!asked.success) return orNotHere<never>(null)
  const { week: monday } = asked.data
  const { zone } = staffOf(c)
  const rows = (await listRows(db, plan.id)).filter(
    ({ startsAt, session }) =>
      startsAt && session?.state !== 'cancelled' && mondayOf(dayIn(zone, startsAt)).equals(monday),
  )
  return <WeekPage {...{ c, plan, zone, monday, rows, series: await seriesById(c, plan), error }} />
}

export async function publicationPage(c: VisitContext, planId: string, error?: FormState) {
  const { db, clock } = c.var.world
  const plan = await accessPlan(db, c, planId)
  const outgoing = outgoingOf(await listRows(db, plan.id), clock.now())
  return <PublicationPage {...{ c, plan, zone: staffOf(c).zone, outgoing, series: await seriesById(c, plan), error }} />
}

async function seriesById(c: VisitContext, plan: PlanRow) {
  const series = await listPlanSeries(c.var.world.db, plan)
  return new Map(series.map((one) => [one.id, one]))
}
