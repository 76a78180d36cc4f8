import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'

/** The person a link to their own time is about, unless they were merged into another: the id, or 'not here'. */
export async function accessOwnTime(db: Db | Tx, c: VisitContext): Promise<string> {
  const { link } = linkOf(c)
  const row = await db
    .selectFrom('persons')
    .select('id')
    .where('id', '=', orNotHere(link.personId))
    .where('agency_id', '=', link.agencyId)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()
  return orNotHere(row).id
}
