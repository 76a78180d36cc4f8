import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { readRosterImport, type RosterImport } from './roster/store.ts'

/** A person of the viewer's agency who was not merged away: the row, or 'not here'. */
export async function accessPerson(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('persons')
        .selectAll()
        .where('id', '=', id)
        .where('agency_id', '=', staffOf(c).agencyId)
        .where('merged_into_id', 'is', null)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** A post of a person who was reached through `accessPerson`. */
export async function accessPost(db: Db | Tx, person: { id: string; agency_id: string }, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('posts')
        .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
        .selectAll('posts')
        .select(['organisations.name as organisation', 'organisations.country'])
        .where('posts.id', '=', id)
        .where('posts.person_id', '=', person.id)
        .where('posts.agency_id', '=', person.agency_id)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** A roster of the initiative of this visit. */
export async function accessRosterImport(db: Db | Tx, c: VisitContext, id: string): Promise<RosterImport> {
  return orNotHere(isUuid(id) ? await readRosterImport(db, c.var.initiative, id) : null)
}

/** A merge of the viewer's agency. */
export async function accessMerge(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('merges')
        .selectAll()
        .where('id', '=', id)
        .where('agency_id', '=', staffOf(c).agencyId)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}
