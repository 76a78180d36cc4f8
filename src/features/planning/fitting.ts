import type { UnplacedReason } from '../../engine/planning/plan.ts'
import { dayIn } from '../../platform/clock.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { tellNews } from '../../platform/news/tell.ts'
import type { TimeNews } from '../availability/announcements.ts'
import { readAvailability } from '../availability/availability.ts'
import { asSpans, type Availability, freeTime, levelOf } from '../availability/free-time.ts'
import { moveToEasyTime } from './finding.ts'
import { readStarts, type Starts } from './moving.ts'
import { saveRows } from './rows-store.ts'
import { type ComingSession, findPlanned, listComing } from './series-store.ts'
import { asChange, planTopic } from './steps.ts'
import { lockPlan, type PlanRow } from './store.ts'

/** Sessions nearer than this stay where they are: people have arranged their days around them. */
const leastDays = 3

/** Fitting somebody's sessions to their time asks the planner once a session: a job, after what they saved. */
export const fitSeasonJob: JobKind<TimeNews> = { name: 'season.fit', run: (world, news) => fitSessions(world, news) }

/** Somebody's time is other than it was: where they have sessions of a season to come, these are looked at. */
export async function fitLater(work: Work, news: TimeNews): Promise<void> {
  const coming = await listComing(work.db, news.personId, soonest(work.now))
  if (coming.length > 0) await work.world.jobs.enqueue(work.db, fitSeasonJob, news)
}

function soonest(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 24 * leastDays })
}

/**
 * Moves what now falls where somebody cannot come to an easy time, all others left where they are, and everybody is told
 * once; where there is none, the desk is shown it. A session they said yes to by name stays where their calendar alone
 * has something else then.
 */
export async function fitSessions(world: World, { personId, by, days }: TimeNews): Promise<void> {
  const coming = await listComing(world.db, personId, soonest(world.clock.now()))
  const last = coming.at(-1)
  if (!last) return
  const own = await readAvailability(world.db, [personId], world.clock.now(), last.startsAt.add({ hours: 48 }))
  const known = own.get(personId)
  if (!known) return
  for (const session of coming) {
    const isNo = !isFree(known, session)
    if (isNo === session.isMarked && !isNo) continue
    if (isNo && (!isAbout(known, session, days) || (by === 'calendar' && session.reply === 'yes'))) continue
    await carryOut(world, theSystem, (work) => (isNo ? fit(work, personId, session) : unmark(work, personId, session)))
  }
}

function isFree(known: Availability, { startsAt, minutes }: ComingSession): boolean {
  const spans = asSpans(freeTime(known, dayIn(known.zone, startsAt).subtract({ days: 1 }), 3))
  return levelOf(spans, startsAt.epochMilliseconds, startsAt.add({ minutes }).epochMilliseconds) > 0
}

function isAbout({ zone }: Availability, { startsAt, minutes }: ComingSession, days: TimeNews['days']): boolean {
  if (!days) return true
  const [first, last] = [dayIn(zone, startsAt), dayIn(zone, startsAt.add({ minutes }))].map(String)
  return days.from <= (last ?? '') && (first ?? '') <= days.to
}

async function fit(work: Work, personId: string, session: ComingSession): Promise<void> {
  const found = await findStanding(work, session)
  if (!found || (await moveToEasyTime(work, found.plan, found.starts, session.sessionId))) return
  await mark(work, found, [...othersMarked(found, personId), personId])
}

async function unmark(work: Work, personId: string, session: ComingSession): Promise<void> {
  const found = await findStanding(work, session)
  if (found) await mark(work, found, othersMarked(found, personId))
}

function othersMarked({ starts: { row } }: Standing, personId: string): string[] {
  return (row.reason?.people ?? []).filter((other) => other !== personId)
}

/** Keeps with a session who cannot come to it by what they said since; the desk shows it. */
async function mark(work: Work, { plan, starts: { row } }: Standing, people: string[]): Promise<void> {
  const reason: UnplacedReason = { kind: 'nobody free together', people, sessions: [], bars: [] }
  await saveRows(work.db, plan.id, [{ ...asChange(row), reason: people.length > 0 ? reason : null }])
  await tellNews(work.db, planTopic(plan.id))
}

interface Standing {
  plan: PlanRow
  starts: Starts
}

/** The row of a session that still stands where it was looked at, and nobody has drafted another time for; locked. */
async function findStanding(work: Work, { sessionId, startsAt }: ComingSession): Promise<Standing | null> {
  const place = await findPlanned(work.db, sessionId)
  if (!place) return null
  const plan = await lockPlan(work.db, place.plan_id)
  const starts = await readStarts(work.db, plan, { seriesId: place.series_id, number: place.number }, work.now)
  const session = starts?.row.session
  if (!starts || starts.row.isChanged || session?.state !== 'planned' || !session.startsAt.equals(startsAt)) return null
  return { plan, starts }
}
