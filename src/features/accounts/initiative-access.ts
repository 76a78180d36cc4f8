import type { Db } from '../../platform/database/database.ts'
import { missingPage } from '../../platform/web/answers.tsx'
import { policy } from '../../platform/web/policy.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { type Guard, staffOf } from '../../platform/web/visit.ts'
import { facilitator } from './access.ts'

/** A route under /initiatives/:initiative, for facilitators of the agency that owns it. Sets `c.var.initiative`. */
export const facilitating = policy('facilitator', (c, next) => {
  const throughInitiative: Guard = async () => {
    const initiative = await findInitiative(c.var.world.db, staffOf(c).agencyId, c.req.param('initiative') ?? '')
    if (!initiative) return missingPage(c)
    c.set('initiative', initiative)
    await next()
  }
  return facilitator(c, async () => {
    const answer = await throughInitiative(c, next)
    if (answer) c.res = answer
  })
})

async function findInitiative(db: Db, agencyId: string, id: string) {
  if (!isUuid(id)) return null
  const row = await db
    .selectFrom('initiatives')
    .select(['id', 'agency_id', 'title'])
    .where('id', '=', id)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row ? { id: row.id, agencyId: row.agency_id, title: row.title } : null
}
