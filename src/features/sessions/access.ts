import { list } from '../../platform/i18n/catalogue.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import { readSession } from './store.ts'

/** The session a signed link is about, with the holder among its members; anything else is 'not here'. */
export async function accessOwnSession(c: VisitContext) {
  const { link } = linkOf(c)
  const session = orNotHere(await readSession(c.var.world.db, orNotHere(link.subjectId)))
  if (session.agency_id !== link.agencyId) orNotHere(null)
  const self = orNotHere(session.members.find((member) => member.person_id === link.personId))
  const others = session.members.filter((member) => member !== self)
  return {
    session,
    self,
    others,
    partner: list(
      c.var.locale,
      others.map((other) => other.name),
    ),
  }
}

/** The same where the session is one of a connection: the time of a group meeting is not for its members to change. */
export async function accessOwnConnectionSession(c: VisitContext) {
  const own = await accessOwnSession(c)
  orNotHere(own.session.connection_id)
  return own
}

/** A session of a connection of this initiative: what is done to it by hand; a group meeting has its own page for that. */
export async function accessConnectionSession(c: VisitContext, id: string) {
  const session = await accessSession(c, id)
  if (session.activity_id !== null) orNotHere(null)
  return session
}

/** A session of the initiative of this visit: the row with its members, or 'not here'. For facilitators. */
export async function accessSession(c: VisitContext, id: string) {
  const { db } = c.var.world
  const session = orNotHere(isUuid(id) ? await readSession(db, id) : null)
  const { id: initiativeId, agencyId } = c.var.initiative
  if (session.initiative_id !== initiativeId || session.agency_id !== agencyId) orNotHere(null)
  return session
}
