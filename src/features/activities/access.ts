import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { readPlaces } from './place-store.ts'
import { findMeeting } from './store.ts'

/** A group meeting of the initiative of this visit, or 'not here'. For facilitators. */
export async function accessMeeting(db: Db | Tx, c: VisitContext, id: string) {
  const meeting = orNotHere(isUuid(id) ? await findMeeting(db, id) : null)
  const { id: initiativeId, agencyId } = c.var.initiative
  if (meeting.initiative_id !== initiativeId || meeting.agency_id !== agencyId) orNotHere(null)
  return meeting
}

/** The group meeting a signed link is about, with the holder's own place in it; anything else is 'not here'. */
export async function accessOwnPlace(db: Db | Tx, c: VisitContext) {
  const { link } = linkOf(c)
  const meeting = orNotHere(await findMeeting(db, orNotHere(link.subjectId)))
  if (meeting.agency_id !== link.agencyId || meeting.state === 'draft' || meeting.starts_at === null) orNotHere(null)
  const places = await readPlaces(db, meeting.id)
  const place = orNotHere(places.find((one) => one.person_id === link.personId))
  return { meeting, place, places }
}
