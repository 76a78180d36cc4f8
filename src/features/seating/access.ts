import type { Db } from '../../platform/database/database.ts'
import type { SignedLink } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import type { Plan } from './plan.ts'
import { readPlan } from './plan-store.ts'
import { findEngagement, type Seating } from './store.ts'

/** An event of the initiative of this visit, or 'not here'. */
export async function accessEngagement(db: Db | Tx, c: VisitContext, id: string) {
  return orNotHere(isUuid(id) ? await findEngagement(db, c.var.initiative.id, id) : null)
}

/** A seating of the initiative of this visit with the plan that holds, or 'not here'. Removed ones are not. */
export async function accessSeating(db: Db | Tx, c: VisitContext, id: string) {
  const { id: initiativeId, agencyId } = c.var.initiative
  return orNotHere(isUuid(id) ? await findSeating(db, { id, agencyId, initiativeId }) : null)
}

/** Another plan of a seating, by its id, or 'not here'. */
export async function accessPlan(db: Db | Tx, seating: Seating, planId: string): Promise<Plan> {
  return orNotHere(isUuid(planId) ? await readPlan(db, seating.id, planId) : null)
}

/** The seating a projector's link is about, or 'not here'. */
export async function accessProjected(db: Db | Tx, link: SignedLink) {
  const { subjectId: id, agencyId } = link
  return orNotHere(id === null ? null : await findSeating(db, { id, agencyId }))
}

export type AccessedSeating = Awaited<ReturnType<typeof accessSeating>>

async function findSeating(db: Db | Tx, which: { id: string; agencyId: string; initiativeId?: string }) {
  let query = db
    .selectFrom('seatings')
    .selectAll('seatings')
    .leftJoin('engagements', 'engagements.id', 'seatings.engagement_id')
    .leftJoin('activities', 'activities.id', 'seatings.activity_id')
    .select((eb) => eb.fn.coalesce('engagements.title', 'activities.title').$castTo<string>().as('event'))
    .where('seatings.id', '=', which.id)
    .where('seatings.agency_id', '=', which.agencyId)
    .where('seatings.removed_at', 'is', null)
  if (which.initiativeId !== undefined) query = query.where('seatings.initiative_id', '=', which.initiativeId)
  const seating = await query.executeTakeFirst()
  if (!seating?.plan_id) return null
  const plan = await readPlan(db, seating.id, seating.plan_id)
  return plan && { seating, plan }
}
