import {
  closeConnection,
  leaveConnections,
  pauseConnection,
  recordContact,
  reopenConnection,
  reviewConnection,
} from '../features/connections/actions.ts'
import type { CloseReason } from '../features/connections/connection-state.ts'
import { leaveParticipation, pauseParticipation } from '../features/initiatives/actions.ts'
import { nextBest, rematchPerson } from '../features/matching/actions.ts'
import { cancelSession, moveSession } from '../features/sessions/actions.ts'
import { words as sessionWords } from '../features/sessions/words.ts'
import type { Actor } from '../platform/work.ts'
import type { PeerKey } from './cast.ts'
import { comingSession, declinedConnection, runningConnection } from './find.ts'
import type { Company } from './opening.ts'
import type { Stage } from './stage.ts'

/** What Youssef does for single connections as the months go by. */
export function planCare(stage: Stage, { youssef }: Company): void {
  const { actor } = youssef
  const on = (day: number, what: string, key: PeerKey, act: (key: PeerKey) => Promise<unknown>) =>
    stage.agenda.add(stage.day(day, 15, 5), `${what} ${key}`, async () => void (await act(key)))

  for (const day of [37, 44, 58]) stage.agenda.add(stage.day(day, 16), `rematch ${day}`, () => rematch(stage, actor))
  on(62, 'rest', 'genevieve', (key) => rest(stage, actor, key, 97))
  on(171, 'rest', 'mehdi', (key) => rest(stage, actor, key, 226))
  on(75, 'move', 'aoife', (key) => shift(stage, actor, key))
  on(90, 'cancel', 'lucia', (key) => callOff(stage, actor, key))
  on(83, 'call', 'paola', (key) => noteCall(stage, actor, key))
  on(124, 'visit', 'ana', (key) => noteVisit(stage, actor, key))
  on(105, 'leave', 'emmanuel', (key) => leave(stage, actor, key))
  on(118, 'close', 'karim', (key) => close(stage, actor, key, 'lost_touch', 'Three mails and a call without an answer; his office was split in August.'))
  on(136, 'close', 'serge', (key) => close(stage, actor, key, 'no_time', 'Both said so themselves, kindly, and would like to try again next year.'))
  on(139, 'reopen', 'serge', (key) => reopen(stage, actor, key))
  on(152, 'close', 'hannah', (key) => close(stage, actor, key, 'reached', 'They published the joint template. Worth a story.'))
  on(160, 'review', 'kofi', (key) => review(stage, actor, key))
}

/** Whoever was turned down gets the next best partner, one at a time. */
async function rematch(stage: Stage, actor: Actor): Promise<void> {
  for (const key of stage.peers.keys()) {
    if (!(await declinedConnection(stage, key)) || (await runningConnection(stage, key))) continue
    const { personId } = stage.peer(key)
    const [best] = await nextBest(stage.db, stage.initiativeId, personId, { now: stage.now, locale: 'en' })
    if (!best) continue
    if (await stage.attempt(actor, (work) => rematchPerson(work, stage.initiativeId, personId, best.personId))) return
  }
}

async function rest(stage: Stage, actor: Actor, key: PeerKey, untilDay: number): Promise<void> {
  const connection = await runningConnection(stage, key)
  const untilOn = stage.dayOn(untilDay)
  await stage.attempt(actor, (work) => pauseParticipation(work, stage.peer(key).participationId, untilOn))
  if (connection) await stage.attempt(actor, (work) => pauseConnection(work, connection.id, untilOn))
}

async function shift(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const connection = await runningConnection(stage, key)
  const session = connection && (await comingSession(stage, connection.id))
  if (!session) return
  const later = session.starts_at.add({ hours: 24 })
  await stage.attempt(actor, (work) => moveSession(work, session.id, later, sessionWords('en')))
}

async function callOff(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const connection = await runningConnection(stage, key)
  const session = connection && (await comingSession(stage, connection.id))
  if (session) await stage.attempt(actor, (work) => cancelSession(work, session.id, sessionWords('en')))
}

async function noteCall(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const connection = await runningConnection(stage, key)
  if (!connection) return
  const note = stage.settings.confide('contactNote', key, 'They rang each other from the market; the line held.')
  const happenedAt = stage.now.subtract({ hours: 28 })
  await stage.attempt(actor, (work) =>
    recordContact(work, { connectionId: connection.id, happenedAt, kind: 'live', minutes: 25, note }),
  )
}

async function noteVisit(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const connection = await runningConnection(stage, key)
  if (!connection) return
  const note = stage.settings.confide('contactNote', key, 'A day in each other’s office on the way back from a conference.')
  const happenedAt = stage.now.subtract({ hours: 72 })
  await stage.attempt(actor, (work) =>
    recordContact(work, { connectionId: connection.id, happenedAt, kind: 'face_to_face', minutes: 300, note }),
  )
}

async function leave(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const { participationId, personId } = stage.peer(key)
  await stage.attempt(actor, async (work) => {
    await leaveParticipation(work, participationId)
    await leaveConnections(work, { personId, initiativeId: stage.initiativeId })
  })
}

async function close(stage: Stage, actor: Actor, key: PeerKey, reason: CloseReason, said: string): Promise<void> {
  const connection = await runningConnection(stage, key)
  if (!connection) return
  const words = stage.settings.confide('closeWords', key, said)
  await stage.attempt(actor, (work) => closeConnection(work, connection.id, { reason, words }))
}

async function reopen(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const closed = await stage.db
    .selectFrom('connections')
    .innerJoin('connection_members', 'connection_members.connection_id', 'connections.id')
    .select('connections.id')
    .where('person_id', '=', stage.peer(key).personId)
    .where('connections.state', '=', 'closed')
    .orderBy('closed_at', 'desc')
    .executeTakeFirst()
  if (closed) await stage.attempt(actor, (work) => reopenConnection(work, closed.id))
}

async function review(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const connection = await runningConnection(stage, key)
  if (connection) await stage.attempt(actor, (work) => reviewConnection(work, connection.id))
}
