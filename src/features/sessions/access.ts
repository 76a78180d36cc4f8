import { list } from '../../platform/i18n/catalogue.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import { readSession } from './store.ts'

/**
 * The session of a connection that a signed link is about, with the holder among its members; anything else is 'not
 * here'. A group meeting has a link and a page of its own.
 */
export async function accessOwnSession(c: VisitContext) {
  const { link } = linkOf(c)
  const session = orNotHere(await readSession(c.var.world.db, orNotHere(link.subjectId)))
  if (session.agency_id !== link.agencyId) orNotHere(null)
  const connectionId = orNotHere(session.connection_id)
  const self = orNotHere(session.members.find((member) => member.person_id === link.personId))
  const others = session.members.filter((member) => member !== self)
  return {
    session,
    connectionId,
    self,
    others,
    partner: list(
      c.var.locale,
      others.map((other) => other.name),
    ),
  }
}

/** A session of the initiative of this visit: the row with its members, or 'not here'. For facilitators. */
export async function accessSession(c: VisitContext, id: string) {
  const { db } = c.var.world
  const session = orNotHere(isUuid(id) ? await readSession(db, id) : null)
  const { id: initiativeId, agencyId } = c.var.initiative
  if (session.initiative_id !== initiativeId || session.agency_id !== agencyId) orNotHere(null)
  return session
}

/** The same where it is one of a connection: a group meeting is moved and cancelled on its own page. */
export async function accessConnectionSession(c: VisitContext, id: string) {
  const session = await accessSession(c, id)
  if (session.activity_id !== null) orNotHere(null)
  return session
}
