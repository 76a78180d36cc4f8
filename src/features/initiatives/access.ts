import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'

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
