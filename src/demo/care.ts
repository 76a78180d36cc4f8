import { closeConnection, leaveConnections, reopenConnection } from '../features/connections/closing.ts'
import { recordContact } from '../features/connections/contacts.ts'
import { pauseConnection } from '../features/connections/pausing.ts'
import { reviewConnection } from '../features/connections/reviewing.ts'
import type { CloseReason } from '../features/connections/connection-state.ts'
import { leaveParticipation } from '../features/initiatives/actions.ts'
import { cancelSession, moveSession } from '../features/sessions/actions.ts'
import { proposeTimes } from '../features/sessions/times/asking.ts'
import { words as sessionWords } from '../features/sessions/words.ts'
import type { Actor, Work } from '../platform/work.ts'
import type { PeerKey } from './cast.ts'
import { proposeNextBest } from './desk-rounds.ts'
import { comingSession, type Glance, glanceAround } from './find.ts'
import type { Company } from './opening.ts'
import type { Stage } from './stage.ts'

type Pick = (around: Glance[]) => Glance | undefined

/** What Youssef does for single connections as the months go by. Whom he helps he chooses by how they stand that day. */
export function planCare(stage: Stage, { youssef }: Company): void {
  const { actor } = youssef
  const cared = new Set<string>()
  const on = (day: number, what: string, act: () => Promise<unknown>) =>
    stage.agenda.add(stage.day(day, 15, 5), what, async () => void (await act()))
  const choose = async (pick: Pick) => {
    const found = pick((await glanceAround(stage)).filter(({ id, keys }) => !cared.has(id) && !keys.includes('ana')))
    if (found) cared.add(found.id)
    return found
  }
  const change = (one: Glance | undefined, act: (work: Work, one: Glance) => Promise<unknown>) =>
    one && stage.attempt(actor, (work) => act(work, one))

  for (const day of [70, 71, 72, 73])
    on(day, 'move', async () => shift(stage, actor, cared.size === 0 ? await choose(isMeeting) : undefined))
  on(91, 'cancel', async () => callOff(stage, actor, await choose(isMeeting)))
  on(86, 'call', async () => noteCall(stage, actor, await choose(isActive)))
  on(126, 'visit', async () => noteVisit(stage, actor, (await glanceAround(stage)).find(isOf('ana'))))
  on(105, 'leave', () => leave(stage, actor, 'emmanuel'))
  on(133, 'lost', async () =>
    close(
      stage,
      actor,
      await choose(longestSilent),
      'lost_touch',
      'Three mails and a call without an answer; the office was split in August.',
    ),
  )
  on(141, 'tired', async () => {
    const one = await choose(fewestContacts)
    await close(stage, actor, one, 'no_time', 'Both said so themselves, kindly, and would like to try again next year.')
    on(147, 'reopen', async () => change(one, (work, { id }) => reopenConnection(work, id)))
  })
  on(154, 'reached', async () =>
    close(stage, actor, await choose(mostContacts), 'reached', 'They published the joint template. Worth a story.'),
  )
  on(157, 'rest', async () =>
    change(await choose(isActive), (work, { id }) => pauseConnection(work, id, stage.dayOn(226))),
  )
  on(163, 'late proposal to one who never answers', () => proposeNextBest(stage, actor, 'nasrin', 9))
  on(170, 'late proposal to one who says no', () => proposeNextBest(stage, actor, 'tunde', 9))
  on(175, 'times again', async () =>
    change((await glanceAround(stage)).find(isSilent('niamh')), (work, { id }) => proposeTimes(work, id)),
  )
  on(161, 'review', async () =>
    change((await glanceAround(stage)).find(isOf('ana')), (work, { id }) => reviewConnection(work, id)),
  )
}

const isActive: Pick = (around) => around.findLast(({ state }) => state === 'active')
const isMeeting: Pick = (around) => around.findLast((one) => one.isMeeting)
const longestSilent: Pick = (around) =>
  around.find(({ state, keys, contacts }) => state === 'quiet' && contacts > 0 && !keys.includes('niamh'))
const fewestContacts: Pick = (around) => least(around, (one) => one.contacts)
const mostContacts: Pick = (around) => least(around, (one) => -one.contacts)
const isSilent = (key: PeerKey) => (one: Glance) => one.keys.includes(key) && one.state === 'quiet'
const isOf = (key: PeerKey) => (one: Glance) => one.keys.includes(key) && one.state === 'active'

function least(around: Glance[], measure: (one: Glance) => number): Glance | undefined {
  return around
    .filter(({ state, contacts }) => state === 'active' && contacts > 0)
    .toSorted((a, b) => measure(a) - measure(b))[0]
}

async function shift(stage: Stage, actor: Actor, one: Glance | undefined): Promise<void> {
  const session = one && (await comingSession(stage, one.id))
  if (!session) return
  await stage.attempt(actor, (work) =>
    moveSession(work, session.id, session.starts_at.add({ hours: 24 }), sessionWords('en')),
  )
}

async function callOff(stage: Stage, actor: Actor, one: Glance | undefined): Promise<void> {
  const session = one && (await comingSession(stage, one.id))
  if (session) await stage.attempt(actor, (work) => cancelSession(work, session.id, sessionWords('en')))
}

async function noteCall(stage: Stage, actor: Actor, one: Glance | undefined): Promise<void> {
  const [key] = one?.keys ?? []
  if (!one || !key) return
  const note = stage.settings.confide('contactNote', key, 'They rang each other from the market; the line held.')
  const happenedAt = stage.now.subtract({ hours: 28 })
  await stage.attempt(actor, (work) =>
    recordContact(work, { connectionId: one.id, happenedAt, kind: 'live', minutes: 25, note }),
  )
}

async function noteVisit(stage: Stage, actor: Actor, one: Glance | undefined): Promise<void> {
  if (!one) return
  const note = stage.settings.confide(
    'contactNote',
    'ana',
    'A day in each other’s office on the way back from a conference.',
  )
  const happenedAt = stage.now.subtract({ hours: 72 })
  await stage.attempt(actor, (work) =>
    recordContact(work, { connectionId: one.id, happenedAt, kind: 'face_to_face', minutes: 300, note }),
  )
}

async function leave(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const { participationId, personId } = stage.peer(key)
  await stage.attempt(actor, async (work) => {
    await leaveConnections(work, { personId, initiativeId: stage.initiativeId })
    await leaveParticipation(work, participationId)
  })
}

async function close(
  stage: Stage,
  actor: Actor,
  one: Glance | undefined,
  reason: CloseReason,
  said: string,
): Promise<void> {
  const [key] = one?.keys ?? []
  if (!one || !key) return
  const words = stage.settings.confide('closeWords', key, said)
  await stage.attempt(actor, (work) => closeConnection(work, one.id, { reason, words }))
}
