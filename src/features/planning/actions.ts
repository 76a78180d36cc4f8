import type { Work } from '../../platform/work.ts'
import { seasonLeftTo } from '../activities/overview.ts'
import { addRows, removeUnpublished } from './rows-store.ts'
import { closeSteps, keepAndTell, openPlan, refuse } from './steps.ts'
import { changePlan, findPlanOf, lockPlan } from './store.ts'

/** A connection stopped: what was planned for it and never published is off. Its sessions are the sessions feature's. */
export async function leavePlans(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  await removeUnpublished(work.db, [connectionId])
}

/**
 * A group meeting is left to a season: it stands in the plan of that season, without a time until it is planned again or
 * by hand. One that asks for something else loses the time it had there, and no step brings it back; one that waits no
 * more leaves the plan.
 */
export async function heedMeeting(
  work: Work,
  { activityId, isOther }: { activityId: string; isOther: boolean },
): Promise<void> {
  const seasonId = await seasonLeftTo(work.db, activityId)
  const planId = seasonId && (await findPlanOf(work.db, seasonId))
  const left = isOther || !planId ? await removeUnpublished(work.db, [activityId]) : []
  for (const id of new Set([...left, ...(planId ? [planId] : [])])) {
    const plan = await lockPlan(work.db, id)
    if (left.includes(id)) await closeSteps(work, plan)
    if (id === planId) await addRows(work.db, plan, [{ seriesId: activityId, of: 'meeting', number: 0 }])
    await keepAndTell(work, plan, 'meeting', null, { activityId })
  }
}

/** Drops a plan that was never published: nobody was told of it. */
export async function dropPlan(work: Work, planId: string): Promise<void> {
  const plan = await openPlan(work, planId)
  if (plan.state !== 'draft') await refuse(work, (t) => t.isPublished)
  await changePlan(work.db, plan.id, { state: 'dropped' })
  await keepAndTell(work, plan, 'drop', null)
}
