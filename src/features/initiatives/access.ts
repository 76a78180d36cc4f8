import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { missingPage } from '../../platform/web/answers.tsx'
import { policy } from '../../platform/web/policy.ts'
import { type Guard, staffOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { facilitator } from '../accounts/access.ts'
import { isUuid } from '../../platform/web/uuid.ts'

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

/** A person's part in the initiative of this visit: the row, or 'not here'. */
export async function accessParticipation(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('participations')
        .selectAll()
        .where('id', '=', id)
        .where('initiative_id', '=', c.var.initiative.id)
        .where('agency_id', '=', c.var.initiative.agencyId)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}
