import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import { authorities } from './store.ts'

/** An authority of the initiative of this visit: the row, or 'not here'. For facilitators. */
export async function accessAuthority(c: VisitContext, id: string) {
  const { id: initiativeId, agencyId } = c.var.initiative
  const row = isUuid(id)
    ? await authorities(c.var.world.db)
        .where('authorities.id', '=', id)
        .where('authorities.initiative_id', '=', initiativeId)
        .where('authorities.agency_id', '=', agencyId)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** A report sent under an authority of the initiative of this visit: both ids, or 'not here'. */
export async function accessReport(c: VisitContext, authorityId: string, id: string): Promise<{ id: string; authorityId: string }> {
  const authority = await accessAuthority(c, authorityId)
  const row = isUuid(id)
    ? await c.var.world.db
        .selectFrom('authority_reports')
        .select('id')
        .where('id', '=', id)
        .where('authority_id', '=', authority.id)
        .executeTakeFirst()
    : null
  return { id: orNotHere(row).id, authorityId: authority.id }
}

/** The report a signed link was sent for, with its authority; ended ones are 'not here'. */
export async function reportOfLink(c: VisitContext) {
  const { link } = linkOf(c)
  const { db } = c.var.world
  const report = orNotHere(
    await db
      .selectFrom('authority_reports')
      .selectAll()
      .where('id', '=', orNotHere(link.subjectId))
      .where('agency_id', '=', link.agencyId)
      .executeTakeFirst(),
  )
  const authority = orNotHere(
    await authorities(db).where('authorities.id', '=', report.authority_id).where('authorities.ended_at', 'is', null).executeTakeFirst(),
  )
  return { report, authority }
}
