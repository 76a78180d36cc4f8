import type { Db } from '../../platform/database/database.ts'
import { preferLocale } from '../../platform/web/middleware.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { findPerson } from './people-store.ts'
import { type Poll, readPoll } from './store.ts'

/** A poll of the initiative of this visit, or 'not here'. For facilitators. */
export async function accessPoll(db: Db | Tx, c: VisitContext, id: string): Promise<Poll> {
  const poll = orNotHere(isUuid(id) ? await readPoll(db, id) : null)
  const { id: initiativeId, agencyId } = c.var.initiative
  return poll.initiative_id === initiativeId && poll.agency_id === agencyId ? poll : orNotHere<never>(null)
}

/** Somebody of this poll, or 'not here'. */
export async function accessGuest(db: Db | Tx, poll: Poll, id: string) {
  const person = orNotHere(isUuid(id) ? await findPerson(db, id) : null)
  return person.poll_id === poll.id ? person : orNotHere<never>(null)
}

/** The poll that a shared address asks about, or 'not here'. It says nothing of anybody who answered. */
export async function accessShared(c: VisitContext): Promise<Poll> {
  const { link } = linkOf(c)
  const poll = orNotHere(await readPoll(c.var.world.db, orNotHere(link.subjectId)))
  return poll.agency_id === link.agencyId ? poll : orNotHere<never>(null)
}

/** The one answer that an own address opens, with its poll; null where it is withdrawn or forgotten. */
export async function accessOwnAnswer(c: VisitContext) {
  const { db } = c.var.world
  const { link } = linkOf(c)
  const person = await findPerson(db, orNotHere(link.subjectId))
  if (!person) return null
  if (person.agency_id !== link.agencyId) return orNotHere<never>(null)
  preferLocale(c, person.locale)
  return { person, poll: orNotHere(await readPoll(db, person.poll_id)) }
}
