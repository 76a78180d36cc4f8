import type { PlanProgress } from '../../engine/planning/plan.ts'
import type { Season } from '../../engine/planning/season.ts'
import { usualCurve } from '../../engine/planning/usual-curve.ts'
import { dayIn } from '../../platform/clock.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { tellNews } from '../../platform/news/tell.ts'
import { runAside } from '../../platform/work-aside/run-aside.ts'
import { type Actor, carryOut, type Work, type World } from '../../platform/work.ts'
import { type Arranged, askedBy, asSeason, mayMove, wantedRows } from './as-season.ts'
import type planAside from './plan-season.aside.ts'
import type { FoundPlan } from './plan-season.aside.ts'
import { firstDay, mostDaysToAnswer, type PlanSettings } from './plan-settings.ts'
import { readFacts } from './reading.ts'
import { matchRows } from './row-order.ts'
import { joinSessions, listRows, type PlanSession, type RowChange, setRows } from './rows-store.ts'
import { listMeetings } from './season-store.ts'
import { closeSteps, keepAndTell, openPlan, planTopic, refuse, type StepVerb, takeStep } from './steps.ts'
import * as store from './store.ts'

/** The longest a planning searches; the best plan found by then is kept. */
const mostSeconds = 20
const tellEveryMs = 400

export interface Run {
  planId: string
  runId: string
  verb: Extract<StepVerb, 'plan' | 'repair' | 'close'>
  /** The weeks in which nobody meets, where the run changes them. */
  closedWeeks: string[] | null
  actor: Actor
}

/** Planning takes seconds of all the processor it can get: a job, in a thread of its own. */
export const planSeasonJob: JobKind<Run> = { name: 'season.plan', run: (world, run) => runPlan(world, run) }

/** Makes a plan for a season, and has it planned. @returns its id */
export async function beginPlan(
  work: Work,
  initiative: { id: string; agencyId: string },
  seasonId: string,
  settings: PlanSettings,
): Promise<string> {
  const seasons = await store.listSeasons(work.db, initiative.id)
  const season = seasons.find(({ id }) => id === seasonId)
  if (!season) return refuse(work, (t) => t.noSeason, 'season')
  await checkDays(work, season, settings)
  const plan = await store.insertPlan(work.db, season, settings, work.now)
  if (!plan) return refuse(work, (t) => t.hasPlan, 'season')
  await startRun(work, plan, 'plan')
  return plan.id
}

/** Changes how a season is planned, and plans it again: pins and what is in the calendars stay. */
export async function changeSettings(work: Work, planId: string, settings: PlanSettings): Promise<void> {
  const plan = await openPlan(work, planId)
  await checkDays(work, await store.readSetting(work.db, plan.id), settings)
  await store.setSettings(work.db, plan.id, settings)
  await keepAndTell(work, plan, 'set', null)
  await startRun(work, await store.readPlan(work.db, plan.id), plan.state === 'draft' ? 'plan' : 'repair')
}

async function checkDays(
  work: Work,
  season: { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate },
  settings: PlanSettings,
): Promise<void> {
  const days = dayIn('UTC', work.now).until(settings.answerByOn).days
  if (days < 1 || days > mostDaysToAnswer) await refuse(work, (t) => t.answerByWrong, 'answerBy')
  if (Temporal.PlainDate.compare(firstDay(season, settings.answerByOn), season.ends_on) > 0)
    await refuse(work, (t) => t.seasonOver, 'season')
}

/** Plans again: 'plan' from the beginning but for what is pinned, 'repair' with the fewest moves. */
export async function planAgain(work: Work, planId: string, revision: number, verb: 'plan' | 'repair'): Promise<void> {
  await startRun(work, await openPlan(work, planId, revision), verb)
}

/** Says that nobody meets in a week, or that they may again, and moves with the fewest moves what must. */
export async function setWeek(
  work: Work,
  planId: string,
  { monday, isClosed, revision }: { monday: Temporal.PlainDate; isClosed: boolean; revision: number },
): Promise<void> {
  const plan = await openPlan(work, planId, revision)
  const { starts_on, ends_on } = await store.readSetting(work.db, plan.id)
  const isOutside =
    Temporal.PlainDate.compare(monday.add({ days: 6 }), starts_on) < 0 ||
    Temporal.PlainDate.compare(monday, ends_on) > 0
  if (monday.dayOfWeek !== 1 || isOutside) await refuse(work, (t) => t.notAWeek, 'week')
  const others = plan.closed_weeks.map(String).filter((day) => day !== monday.toString())
  if (isClosed) await startRun(work, plan, 'close', [...others, monday.toString()].toSorted())
  else await takeStep(work, plan, 'open', { before: [], next: [], closedWeeks: others })
}

async function startRun(
  work: Work,
  plan: store.PlanRow,
  verb: Run['verb'],
  closedWeeks: string[] | null = null,
): Promise<void> {
  const runId = crypto.randomUUID()
  await store.changePlan(work.db, plan.id, {
    run_id: runId,
    run_state: 'waiting',
    run_progress: null,
    stop_asked_at: null,
  })
  await tellNews(work.db, planTopic(plan.id))
  await work.world.jobs.enqueue(work.db, planSeasonJob, {
    planId: plan.id,
    runId,
    verb,
    closedWeeks,
    actor: work.actor,
  })
}

/** Asks a planning that runs to end with the best plan so far. */
export async function askToStop(work: Work, planId: string): Promise<void> {
  const plan = await store.lockPlan(work.db, planId)
  if (plan.run_state === 'waiting' || plan.run_state === 'running')
    await store.changePlan(work.db, plan.id, { stop_asked_at: work.now })
}

/** Plans in a thread of its own and keeps the outcome, unless another planning was asked for meanwhile. */
export async function runPlan(world: World, run: Run): Promise<void> {
  try {
    const arranged = await carryOut(world, run.actor, (work) => begin(work, run))
    if (!arranged) return
    const plan = await search(world, run, arranged)
    await carryOut(world, run.actor, (work) => keep(work, run, plan, arranged))
  } catch (error) {
    world.log.error({ err: error, planId: run.planId }, 'season not planned')
    await carryOut(world, run.actor, (work) => end(work, run, 'failed'))
  }
}

/** What a planning has to do, and what each group meeting asked for when it began. */
type Task = Arranged & { fresh: Season | null; asked: ReadonlyMap<string, string> }

async function begin(work: Work, run: Run): Promise<Task | null> {
  const plan = await store.lockPlan(work.db, run.planId)
  if (plan.run_id !== run.runId) return null
  await store.changePlan(work.db, plan.id, { run_state: 'running' })
  if (run.verb === 'plan' || run.verb === 'repair') {
    await freeCancelled(work, plan)
    await setRows(work.db, plan, wantedRows(await readFacts(work.db, plan, work.now)))
  }
  const facts = await readFacts(work.db, withWeeks(plan, run), work.now)
  const fresh = run.verb === 'plan' ? asSeason(facts, 'close').season : null
  return { ...asSeason(facts), fresh, asked: askedBy(facts.series) }
}

/** What was cancelled and would still be to come may be planned anew. */
async function freeCancelled(work: Work, plan: store.PlanRow): Promise<void> {
  const rows = await listRows(work.db, plan.id)
  const isFree = ({ session }: PlanSession) =>
    session?.state === 'cancelled' && Temporal.Instant.compare(session.startsAt, work.now) > 0
  await joinSessions(
    work.db,
    plan.id,
    rows.filter(isFree).map((row) => ({ ...row, sessionId: null })),
  )
}

function withWeeks(plan: store.PlanRow, { closedWeeks }: Run): store.PlanRow {
  return closedWeeks ? { ...plan, closed_weeks: closedWeeks.map((day) => Temporal.PlainDate.from(day)) } : plan
}

async function search(world: World, { planId, runId }: Run, { season, plan, fresh }: Task): Promise<FoundPlan> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let latest: PlanProgress | null = null
  const look = async () => {
    const isStopped = await store.noteProgress(world.db, planId, runId, { ...latest })
    if (isStopped !== false) Atomics.store(stop, 0, 1)
    await world.db.transaction().execute((db) => tellNews(db, planTopic(planId)))
  }
  const timer = setInterval(() => void look().catch(() => {}), tellEveryMs)
  try {
    return await runAside<typeof planAside>(
      new URL('./plan-season.aside.ts', import.meta.url),
      { fresh, wide: season, kept: plan, seed: 7, seconds: mostSeconds, stop },
      { onProgress: (progress) => (latest = progress) },
    )
  } finally {
    clearInterval(timer)
  }
}

async function keep(work: Work, run: Run, found: FoundPlan, { movable, asked }: Task): Promise<void> {
  const plan = await store.lockPlan(work.db, run.planId)
  if (plan.run_id !== run.runId) return
  const before = await listRows(work.db, plan.id)
  const askedNow = askedBy(await listMeetings(work.db, plan))
  const now = new Map(before.map((row) => [`${row.seriesId} ${row.number}`, row]))
  const matched = [...Map.groupBy(found.sessions, ({ seriesId }) => seriesId)].flatMap(([seriesId, sessions]) =>
    matchRows(movable.get(seriesId) ?? [], sessions),
  )
  const next = matched.flatMap(({ session, row: { seriesId, number, session: stood } }): RowChange[] => {
    const row = now.get(`${seriesId} ${number}`)
    // One that moved by itself meanwhile stays where everybody was told it is.
    if (!row || !mayMove(row, work.now) || row.session?.sequence !== stood?.sequence) return []
    // So does a meeting that asks for something else by now: what was found is no time for it.
    if (asked.get(seriesId) !== askedNow.get(seriesId)) return []
    const { missing } = session
    const startsAt = session.startsAt && Temporal.Instant.from(session.startsAt).toString()
    const burdens = Object.fromEntries(session.burdens.map(({ personId, points }) => [personId, points]))
    return [{ seriesId, number, startsAt, isPinned: row.isPinned, reason: session.reason ?? null, burdens, missing }]
  })
  const { closedWeeks } = run
  const isFirst = plan.revision === 0
  await takeStep(work, plan, run.verb, { before, next, ...(closedWeeks ? { closedWeeks } : {}) })
  // Before the first planning there is nothing to go back to.
  if (isFirst) await closeSteps(work, plan)
  const known = proved(found)
  await store.changePlan(work.db, plan.id, { certificate: known && JSON.stringify(known) })
  await end(work, run, 'idle')
}

export type Proved = NonNullable<ReturnType<typeof proved>>

/**
 * What is proved of the sessions that are planned, counting whoever cannot come to a group meeting; what stands besides
 * them is the same in every plan.
 */
function proved({ sessions, proved: of }: FoundPlan) {
  if (!of) return null
  const own = sessions.reduce(
    (sum, { burdens, missing }) =>
      sum + missing.length * usualCurve.missing + burdens.reduce((points, one) => points + one.points, 0),
    0,
  )
  return { total: own, least: of.certificate.leastTotal - (of.total - own), isProved: of.certificate.isTotalProved }
}

async function end(work: Work, run: Run, state: 'idle' | 'failed'): Promise<void> {
  const plan = await store.lockPlan(work.db, run.planId)
  if (plan.run_id !== run.runId) return
  await store.changePlan(work.db, plan.id, { run_id: null, run_state: state, run_progress: null, stop_asked_at: null })
  await tellNews(work.db, planTopic(plan.id))
}
