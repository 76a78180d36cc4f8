import { orNotHere } from '../../../platform/web/mistakes.ts'
import type { Work } from '../../../platform/work.ts'
import { recordContact } from '../../connections/contacts.ts'
import { noteSession } from '../session-trail.ts'
import * as store from '../store.ts'
import { tryProposingTimes } from '../times/asking.ts'
import * as polls from '../times/store.ts'

export const heldAnswers = ['yes', 'moved', 'no'] as const
export type Held = (typeof heldAnswers)[number]

/**
 * What one member says happened. The first yes makes the contact; the first 'moved' asks for new times; when all say
 * no, the session counts as missed. An answer can be changed, but a contact once noted stays.
 */
export async function answerCheckin(
  work: Work,
  sessionId: string,
  personId: string,
  held: Held,
  minutes: number,
): Promise<void> {
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  const own = orNotHere(session.members.find((member) => member.person_id === personId))
  await store.saveCheckin(work.db, sessionId, personId, held, held === 'yes' ? minutes : null, work.now)
  if (held === 'yes' && session.state !== 'held') {
    await store.settleSession(work.db, sessionId, 'held')
    if (session.connection_id)
      await recordContact(work, {
        connectionId: session.connection_id,
        sessionId,
        happenedAt: session.starts_at,
        kind: session.medium === 'face_to_face' ? 'face_to_face' : 'live',
        minutes,
        note: '',
      })
  }
  if (held === 'moved' && session.state === 'planned') {
    await miss(work, session)
    if (session.connection_id && (await polls.listOpenPolls(work.db, [session.connection_id])).length === 0) {
      await tryProposingTimes(work, session.connection_id)
    }
  }
  const others = session.members.filter((member) => member !== own)
  if (held === 'no' && session.state === 'planned' && others.every((member) => member.held === 'no')) {
    await miss(work, session)
  }
}

async function miss(work: Work, session: store.SessionRow): Promise<void> {
  await store.settleSession(work.db, session.id, 'missed')
  await noteSession(work, session, 'session.miss')
}
