import type { Db } from '../../platform/database/database.ts'
import type { SignedLink } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'

/** The part of a person in the initiative of this visit, by the person: the row, or 'not here'. */
export async function accessPersonsPart(db: Db | Tx, c: VisitContext, personId: string) {
  const row = isUuid(personId)
    ? await db
        .selectFrom('participations')
        .selectAll()
        .where('person_id', '=', personId)
        .where('initiative_id', '=', c.var.initiative.id)
        .where('agency_id', '=', c.var.initiative.agencyId)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** A peer's own part, by their link to the one-minute form: the row, or 'not here', also for who has left. */
export async function accessOwnPart(db: Db | Tx, link: SignedLink) {
  if (link.purpose !== 'profile' || !link.subjectId || !link.personId) return orNotHere<never>(null)
  const row = await db
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', link.subjectId)
    .where('person_id', '=', link.personId)
    .where('agency_id', '=', link.agencyId)
    .where('state', '<>', 'left')
    .executeTakeFirst()
  return orNotHere(row)
}
