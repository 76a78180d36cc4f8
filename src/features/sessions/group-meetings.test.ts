import { beforeEach, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { type PlayedMeeting, playMeeting, taken } from '../../../test/meeting.ts'
import { mailTo } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { moveTo } from '../activities/actions.ts'
import { isTimed } from '../activities/meeting.ts'
import { lockMeeting } from '../activities/store.ts'
import { freePerson } from './freeing.ts'
import { findSession } from './group-store.ts'
import { saveReply } from './reply-store.ts'
import * as store from './store.ts'

const h = useHarness()
let scene: Scene
let at: PlayedMeeting

beforeEach(async () => {
  scene = await playAgency(h)
  at = await playMeeting(h, scene)
  taken(await at.answer('ana', 'room'))
  h.post.length = 0
})

async function readEntry() {
  const id = await findSession(h.world.db, at.id)
  const session = id && (await store.readSession(h.world.db, id))
  if (!session) throw new Error('The meeting stands in no calendar.')
  return session
}
const replyOf = async (personId: string) =>
  (await readEntry()).members.find((member) => member.person_id === personId)?.reply

it('moves in the calendar even while nobody has a place, so that whoever comes next has the new time', async () => {
  taken(await at.answer('ana', 'no'))
  const startsAt = Temporal.Instant.from('2026-12-08T15:00:00Z')
  await h.change(async (work) => {
    const meeting = await lockMeeting(work.db, at.id)
    await moveTo(work, orNotHere(isTimed(meeting) ? meeting : null), startsAt, 'en')
  })
  await h.settle()
  expect(String((await readEntry()).starts_at)).toBe(String(startsAt))
  taken(await at.answer('kofi', 'room'))
  expect(mailTo(h, cast.kofi)?.calendar?.text).toContain('DTSTART:20261208T150000Z')
})

it('leaves the place of who rests to the meeting itself', async () => {
  const personId = at.people.ana
  await h.change((work) => freePerson(work, { personId, initiativeId: scene.initiativeId, until: null }))
  await h.settle()
  expect(await replyOf(personId)).toBeNull()
  expect(h.post).toEqual([])
})

it('forgets what somebody answered when they take their place anew', async () => {
  const { id } = await readEntry()
  const said = { reply: 'no', by: 'mail', at: h.clock.now() } as const
  await h.change((work) => saveReply(work.db, id, at.people.ana, said))
  taken(await at.answer('ana', 'online'))
  expect(await replyOf(at.people.ana)).toBeNull()
})
