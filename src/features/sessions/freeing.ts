import type { Work } from '../../platform/work.ts'
import { cancelSession, tellMember } from './actions.ts'
import { stillComing } from './replies/reply.ts'
import { saveReply } from './replies/store.ts'
import { listAhead } from './freeing-store.ts'
import * as store from './store.ts'
import { withdrawTimes } from './times/asking.ts'
import { words } from './words.ts'

/** A connection stopped: what was still to come is off, open questions are taken back. */
export async function cancelComing(work: Work, { connectionId }: { connectionId: string }): Promise<void> {
  for (const sessionId of await store.listComing(work.db, connectionId, work.now))
    await cancelSession(work, sessionId, words('en'))
  await withdrawTimes(work, [connectionId])
}

/** A person rests, or takes no more part in an initiative: what lies ahead goes on without them, or not at all. */
export async function freePerson(
  work: Work,
  person: { personId: string; initiativeId: string; until: Temporal.Instant | null },
): Promise<void> {
  const { personId, initiativeId, until } = person
  for (const id of await listAhead(work.db, { personId, initiativeId }, work.now, until)) await free(work, id, personId)
}

/** A member left a connection that goes on. */
export async function freeMember(work: Work, member: { personId: string; connectionId: string }): Promise<void> {
  for (const id of await listAhead(work.db, member, work.now, null)) await free(work, id, member.personId)
}

/** Takes one person out of a session; where fewer than two would be left, it is cancelled for all. */
async function free(work: Work, sessionId: string, personId: string): Promise<void> {
  await store.lockSession(work.db, sessionId)
  const session = await store.readSession(work.db, sessionId)
  if (session?.state !== 'planned') return
  const left = stillComing(session.members).filter((member) => member.person_id !== personId)
  if (left.length < 2) return cancelSession(work, sessionId, words('en'))
  await saveReply(work.db, sessionId, personId, { reply: 'no', by: 'staff', at: work.now })
  await tellMember(work, 'out', sessionId, personId)
}
