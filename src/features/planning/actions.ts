import type { Work } from '../../platform/work.ts'
import { removeUnpublished } from './rows-store.ts'
import { keepAndTell, openPlan, refuse } from './steps.ts'
import { changePlan } from './store.ts'

/** A connection stopped: what was planned for it and never published is off. Its sessions are the sessions feature's. */
export async function leavePlans(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  await removeUnpublished(work.db, connectionId)
}

/** Drops a plan that was never published: nobody was told of it. */
export async function dropPlan(work: Work, planId: string): Promise<void> {
  const plan = await openPlan(work, planId)
  if (plan.state !== 'draft') await refuse(work, (t) => t.isPublished)
  await changePlan(work.db, plan.id, { state: 'dropped' })
  await keepAndTell(work, plan, 'drop', null)
}
