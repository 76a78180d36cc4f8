import { beforeEach, expect, it } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { linkIn, useHarness } from '../../../../test/harness.ts'
import { type PlayedMeeting, playMeeting, taken } from '../../../../test/meeting.ts'
import { wordsOf } from '../../../../test/page.ts'
import { mailTo } from '../../../../test/pair.ts'
import { playAgency, type Scene } from '../../../../test/scene.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { NotHere, orNotHere } from '../../../platform/web/mistakes.ts'
import { moveTo } from '../../activities/actions.ts'
import { isTimed } from '../../activities/meeting.ts'
import { lockMeeting } from '../../activities/store.ts'
import { invitation } from '../calendar/calendar.ts'
import { asCalendarSession } from '../calendar/calendar-session.ts'
import { counterTime } from '../replies/countering.ts'
import { freePerson } from '../freeing.ts'
import { findSession } from './store.ts'
import { mailLink } from '../mail-in/mails.tsx'
import { saveReply } from '../replies/store.ts'
import * as store from '../store.ts'

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
  expect(mailTo(h, cast.kofi)?.calendar?.text).toContain('DTSTART;TZID=Europe/Lisbon:20261208T150000')
})

it('stands in calendars by the clock of its room, and in UTC where all meet online', async () => {
  const entry = asCalendarSession(await readEntry(), 'en', at.people.ana)
  expect(invitation('REQUEST', entry, { name: 'Agora', email: 'agora@example.org' })).toContain('TZID:Europe/Lisbon')
  expect(entry.zone).toBe('Europe/Lisbon')
  await h.world.db.updateTable('activities').set({ mode: 'online' }).where('id', '=', at.id).execute()
  expect(asCalendarSession(await readEntry(), 'en', at.people.ana).zone).toBeNull()
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

it('is answered nowhere but on its own page, and lets nobody propose another time for all', async () => {
  const { id } = await readEntry()
  const personId = at.people.ana
  const of = { agencyId: scene.agencyId, purpose: 'reply', personId, subjectId: id, days: 30 } as const
  const link = new URL(await h.change((work) => makeLink(work, of))).pathname
  for (const way of ['', '/time', '/counter']) {
    expect((await h.get(`${link}${way}`)).status).toBe(404)
    const form = { reply: 'no', time: 'own', works: 'yes', id: crypto.randomUUID() }
    expect((await h.submit(`${link}${way}`, form)).status).toBe(404)
  }
  expect((await h.get(`${link}/event.ics`)).status).toBe(404)
  expect(await replyOf(personId)).toBeNull()
  const startsAt = h.clock.now().add({ hours: 300 })
  await expect(h.change((work) => counterTime(work, id, personId, startsAt, 'mail'))).rejects.toThrow(NotHere)
  expect(await h.world.db.selectFrom('session_counters').select('id').execute()).toEqual([])
})

it('is shown to the facilitator on its own page', async () => {
  const { id } = await readEntry()
  const shown = await h.get(`/initiatives/${scene.initiativeId}/sessions/${id}`, scene.facilitator)
  expect(shown.headers.get('location')).toBe(at.path)
})

it('answers words that no calendar wrote with the page of the meeting', async () => {
  const session = await readEntry()
  const [ana] = session.members
  await h.change((work) => mailLink(work, session, orNotHere(ana), 'no calendar'))
  await h.settle()
  const mail = mailTo(h, cast.ana)
  expect(await wordsOf(h.get(linkIn(mail, 'meeting')))).toContain('You have a place')
  expect(mail?.text).not.toContain('/reply/')
})
