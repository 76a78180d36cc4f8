import type { Work } from '../../platform/work.ts'
import type { UnplacedReason } from '../../engine/planning/plan.ts'
import { giveTime } from '../activities/giving-time.ts'
import { meetingsBetween } from '../activities/overview.ts'
import { cancelPlanned, planSessions, tryMoving } from '../sessions/series.ts'
import { sendSeries } from './mails.tsx'
import { joinSessions, listRows, type PlanSession, removeUnpublished, saveRows } from './rows-store.ts'
import { listMeetings, listTaken, type PlanMeeting } from './season-store.ts'
import { inviteAt, remindAt } from './series-reminder.ts'
import * as series from './series-store.ts'
import { asChange, closeSteps, keepAndTell, openPlan, refuse } from './steps.ts'
import * as store from './store.ts'

/** What publishing a plan would do. */
export interface Outgoing {
  fresh: PlanSession[]
  moved: PlanSession[]
  cancelled: PlanSession[]
  /** No place was found for these. */
  unplaced: PlanSession[]
}

export function outgoingOf(rows: readonly PlanSession[], now: Temporal.Instant): Outgoing {
  const isToCome = ({ startsAt }: PlanSession) => startsAt !== null && Temporal.Instant.compare(startsAt, now) > 0
  const standing = rows.filter(({ session, isChanged }) => isChanged && session?.state === 'planned')
  return {
    fresh: rows.filter((row) => !row.session && isToCome(row)),
    moved: standing.filter(isToCome),
    cancelled: standing.filter(({ startsAt }) => startsAt === null),
    unplaced: rows.filter(({ startsAt }) => startsAt === null),
  }
}

export function isAnything({ fresh, moved, cancelled }: Outgoing): boolean {
  return fresh.length + moved.length + cancelled.length > 0
}

/** How many sessions were sent, and which could not be: somebody got something else at their time. */
export interface Published {
  sent: number
  refused: number
}

/**
 * Makes everybody's calendar what the plan says: new sessions with one mail a peer for all of theirs, moves and
 * cancellations each by the mail calendars know. A session that meets another one goes back with its reason, the others
 * stand. A second click finds nothing to do.
 * @param revision the plan the facilitator looked at; another one is refused
 */
export async function publishPlan(work: Work, planId: string, revision: number): Promise<Published> {
  const plan = await openPlan(work, planId, revision)
  const outgoing = outgoingOf(await listRows(work.db, plan.id), work.now)
  if (!isAnything(outgoing)) await refuse(work, (t) => t.nothingToPublish)
  await closeSteps(work, plan)
  await store.changePlan(work.db, plan.id, { state: 'published', published_at: plan.published_at ?? work.now })
  const moved = await moveAll(work, plan, outgoing)
  const fresh = await sendFresh(
    work,
    plan,
    outgoing.fresh.filter(({ of }) => of === 'connection'),
  )
  const meetings = await giveTimes(
    work,
    plan,
    outgoing.fresh.filter(({ of }) => of === 'meeting'),
  )
  const published = {
    sent: moved.sent + fresh.sent + meetings.sent,
    refused: moved.refused + fresh.refused + meetings.refused,
  }
  await keepAndTell(work, plan, 'publish', null, { ...published })
  return published
}

async function moveAll(work: Work, plan: store.PlanRow, { moved, cancelled }: Outgoing): Promise<Published> {
  for (const { session } of cancelled) if (session) await cancelPlanned(work, session.id)
  // One may wait for the time that another leaves: what is refused at first is tried once more.
  let waiting = moved
  for (let turn = 0; turn < 2 && waiting.length > 0; turn++) {
    const refused: PlanSession[] = []
    for (const row of waiting) {
      const { session, startsAt } = row
      if (!session || !startsAt || !(await tryMoving(work, session.id, startsAt))) refused.push(row)
    }
    waiting = refused
  }
  const joined = moved.filter((row) => !waiting.includes(row))
  await joinSessions(work.db, plan.id, [
    ...joined.map(({ session, ...row }) => ({ ...row, sessionId: session?.id ?? null })),
    ...cancelled.map((row) => ({ ...row, sessionId: null })),
  ])
  return { sent: cancelled.length + joined.length, refused: waiting.length }
}

async function sendFresh(work: Work, plan: store.PlanRow, fresh: readonly PlanSession[]): Promise<Published> {
  const wanted = fresh.flatMap(({ seriesId, startsAt }) =>
    startsAt ? [{ connectionId: seriesId, startsAt, minutes: plan.minutes }] : [],
  )
  const outcomes = await planSessions(work, wanted)
  const joined = fresh.flatMap((row, at) => {
    const outcome = outcomes[at]
    return outcome && 'sessionId' in outcome ? [{ ...row, sessionId: outcome.sessionId }] : []
  })
  const sent = new Set(joined.map(({ seriesId, number }) => `${seriesId} ${number}`))
  const refused = fresh.filter(({ seriesId, number }) => !sent.has(`${seriesId} ${number}`))
  await sendBack(work, plan, refused)
  await joinSessions(work.db, plan.id, joined)
  if (joined.length > 0) await askMembers(work, plan, joined)
  return { sent: joined.length, refused: refused.length }
}

/** Group meetings get the time that was found for them, and leave the plan: from then on they are looked after as any other. */
async function giveTimes(work: Work, plan: store.PlanRow, rows: readonly PlanSession[]): Promise<Published> {
  const meetings = new Map((await listMeetings(work.db, plan)).map((meeting) => [meeting.id, meeting]))
  const refused: PlanSession[] = []
  for (const row of rows) {
    const { seriesId, startsAt } = row
    const meeting = meetings.get(seriesId)
    if (!meeting || !startsAt || (await isTaken(work, plan.initiative_id, meeting, startsAt))) refused.push(row)
    else if (!(await giveTime(work, seriesId, startsAt))) refused.push(row)
  }
  const given = rows.filter((row) => !refused.includes(row)).map(({ seriesId }) => seriesId)
  await removeUnpublished(work.db, given)
  await sendBack(work, plan, refused)
  return { sent: given.length, refused: refused.length }
}

/** Whether somebody who must be there has something else meanwhile, or another meeting got this hour. */
async function isTaken(
  work: Work,
  initiativeId: string,
  { required, minutes }: PlanMeeting,
  startsAt: Temporal.Instant,
): Promise<boolean> {
  const [from, to] = [startsAt.subtract({ hours: mostHours }), startsAt.add({ minutes })]
  const taken = await listTaken(work.db, [...required], from, to)
  const others = await meetingsBetween(work.db, initiativeId, from, to)
  const ends = [
    ...taken.map((one) => one.startsAt.add({ minutes: one.minutes })),
    ...others.map((one) => one.starts_at.add({ minutes: one.minutes })),
  ]
  return ends.some((end) => Temporal.Instant.compare(end, startsAt) > 0)
}

/** The longest that anything lasts. */
const mostHours = 8

/** What could not be sent stands in the plan without a time, with the reason. */
function sendBack(work: Work, plan: store.PlanRow, refused: readonly PlanSession[]): Promise<void> {
  return saveRows(
    work.db,
    plan.id,
    refused.map((row) => ({
      ...asChange(row),
      startsAt: null,
      isPinned: false,
      reason: takenMeanwhile,
      burdens: {},
      missing: [],
    })),
  )
}

/** Somebody got something else at that time between the planning and the publishing. */
const takenMeanwhile: UnplacedReason = { kind: 'already booked', people: [], sessions: [], bars: [] }

async function askMembers(
  work: Work,
  plan: store.PlanRow,
  joined: readonly { sessionId: string; startsAt: Temporal.Instant | null; burdens: Record<string, number> }[],
): Promise<void> {
  const { zone } = await store.readSetting(work.db, plan.id)
  const invitations = joined.flatMap(({ sessionId, startsAt }) =>
    startsAt ? [{ sessionId, inviteAt: inviteAt(startsAt, plan.answer_by_on, zone).toString() }] : [],
  )
  await series.setInvitations(work.db, plan.id, invitations)
  const personIds = await series.listMembersOf(
    work.db,
    joined.map(({ sessionId }) => sessionId),
  )
  const at = { askedAt: work.now, remindAt: remindAt(work.now, plan.answer_by_on, zone) }
  await series.noteAsked(work.db, plan, personIds, at)
  await sendSeries(work, plan, personIds, 'ask')
}
