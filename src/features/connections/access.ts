import type { Db } from '../../platform/database/database.ts'
import type { SignedLink } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { type ContactRow, contactRows } from './contact-log.ts'

/** A connection of the initiative of this visit: the row, or 'not here'. For facilitators. */
export async function accessConnection(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('connections')
        .selectAll()
        .where('id', '=', id)
        .where('initiative_id', '=', c.var.initiative.id)
        .where('agency_id', '=', c.var.initiative.agencyId)
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/**
 * A connection for a peer who holds a link: the row and the peer's own part in it, or 'not here'.
 * @param id the link's own subject, unless the link is about the person (their home page) and the id was sent
 * @param options `leftToo` lets in who has left, too
 */
export async function memberConnection(
  db: Db | Tx,
  link: SignedLink,
  id: string | null = link.subjectId,
  options: { leftToo?: boolean } = {},
) {
  if (!id || !isUuid(id) || !link.personId) return orNotHere<never>(null)
  const connection = await db
    .selectFrom('connections')
    .selectAll()
    .where('id', '=', id)
    .where('agency_id', '=', link.agencyId)
    .executeTakeFirst()
  let members = db
    .selectFrom('connection_members')
    .selectAll()
    .where('connection_id', '=', id)
    .where('person_id', '=', link.personId)
  if (!options.leftToo) members = members.where('left_at', 'is', null)
  const member = await members.executeTakeFirst()
  return { connection: orNotHere(connection), member: orNotHere(member) }
}

/** One contact of a connection, if this one logged it; anything else is 'not here'. */
export async function ownContact(
  db: Db | Tx,
  which: { connectionId: string; contactId: string },
  by: { kind: 'staff' | 'peer'; id: string },
): Promise<ContactRow> {
  if (!isUuid(which.contactId)) return orNotHere<never>(null)
  const row = await contactRows(db, which.connectionId)
    .where('contacts.id', '=', which.contactId)
    .where('contacts.reported_by_kind', '=', by.kind)
    .where('contacts.reported_by_id', '=', by.id)
    .executeTakeFirst()
  return orNotHere(row)
}
