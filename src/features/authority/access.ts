import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import { authorities } from './overview.ts'

/** A peer of the initiative of this visit, whose time may be lent: id and name, or 'not here'. */
export async function accessPeer(c: VisitContext, personId: string) {
  const { id: initiativeId, agencyId } = c.var.initiative
  const row = isUuid(personId)
    ? await c.var.world.db
        .selectFrom('participations')
        .innerJoin('persons', 'persons.id', 'participations.person_id')
        .select(['persons.id', 'persons.name'])
        .where('participations.initiative_id', '=', initiativeId)
        .where('participations.agency_id', '=', agencyId)
        .where('persons.id', '=', personId)
        .where('persons.merged_into_id', 'is', null)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

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
export async function accessReport(
  c: VisitContext,
  authorityId: string,
  id: string,
): Promise<{ id: string; authorityId: string }> {
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
    await authorities(db)
      .where('authorities.id', '=', report.authority_id)
      .where('authorities.ended_at', 'is', null)
      .executeTakeFirst(),
  )
  return { report, authority }
}
