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

/** A report of the initiative of this visit: its id, or 'not here'. */
export async function accessReport(c: VisitContext, id: string): Promise<{ id: string; authorityId: string }> {
  const row = isUuid(id)
    ? await c.var.world.db.selectFrom('authority_reports').select(['id', 'authority_id']).where('id', '=', id).executeTakeFirst()
    : null
  const authority = await accessAuthority(c, orNotHere(row).authority_id)
  return { id, authorityId: authority.id }
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
