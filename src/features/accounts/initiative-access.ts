import { missingPage } from '../../platform/web/answers.tsx'
import { policy } from '../../platform/web/policy.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { type Guard, staffOf, type VisitContext } from '../../platform/web/visit.ts'
import { facilitator } from './access.ts'

/** A route under /initiatives/:initiative, for facilitators of the agency that owns it. Sets `c.var.initiative`. */
export const facilitating = policy('facilitator', (c, next) => {
  const throughInitiative: Guard = async () => {
    const initiative = await findInitiative(c, c.req.param('initiative') ?? '')
    if (!initiative) return missingPage(c)
    c.set('initiative', initiative)
    await next()
  }
  return facilitator(c, async () => {
    const answer = await throughInitiative(c, next)
    if (answer) c.res = answer
  })
})

/** An initiative of the viewer's agency, or null. */
export async function findInitiative(c: VisitContext, id: string) {
  if (!isUuid(id)) return null
  const { agencyId } = staffOf(c)
  const row = await c.var.world.db
    .selectFrom('initiatives')
    .select(['id', 'agency_id', 'title'])
    .where('id', '=', id)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row ? { id: row.id, agencyId: row.agency_id, title: row.title } : null
}
