import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { linkIn, useHarness } from '../../../../test/harness.ts'
import { wordsOf } from '../../../../test/page.ts'
import { mailsTo, mailTo, type PlayedPair, playPair } from '../../../../test/pair.ts'
import { playAgency, playPeer, type Scene } from '../../../../test/scene.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import { proposeConnection } from '../../connections/proposing.ts'
import { moveSession, planSession } from '../actions.ts'
import { counterTime } from './countering.ts'
import { replyToSession } from './replying.ts'
import { words } from '../words.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let ana = ''
let kofi = ''
let session = ''

const startsAt = () => h.clock.now().add({ hours: 246 })
const plan = (connectionId: string, at: Temporal.Instant) => h.change((work) => planSession(work, connectionId, at, 45))
const readSession = () =>
  h.world.db.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirstOrThrow()
const saysNow = async () => {
  const rows = await h.world.db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select(['persons.name', 'reply', 'during'])
    .where('session_id', '=', session)
    .execute()
  return Object.fromEntries(rows.map(({ name, reply, during }) => [name.split(' ')[0], [reply, during !== null]]))
}
const replyPage = (member: typeof cast.ana) => linkIn(mailTo(h, member, 'Meeting'), 'reply')
const reply = (personId: string, answer: 'yes' | 'maybe' | 'no') =>
  h.change((work) => replyToSession(work, session, personId, answer, 'link'))

async function anotherConnectionOf(personId: string): Promise<string> {
  const { personId: other } = await playPeer(h, scene, cast.rahim)
  const personIds = [personId, other]
  const members = personIds.map((id) => ({ personId: id, gives: '', wants: '', why: '' }))
  const { agencyId, initiativeId } = scene
  return h.change((work) =>
    proposeConnection(work, { agencyId, initiativeId, roundId: null, personIds, fit: 50, members }),
  )
}

async function playSession(members: (typeof cast.ana)[]): Promise<void> {
  scene = await playAgency(h)
  pair = await playPair(h, scene, members)
  ana = pair.personIds[0] ?? ''
  kofi = pair.personIds[1] ?? ''
  session = await plan(pair.connectionId, startsAt())
  await h.settle()
}

describe('one of two answers a session', () => {
  beforeEach(() => playSession([cast.ana, cast.kofi]))

  it('by one tap in the invitation, which writes nothing before the button', async () => {
    const page = replyPage(cast.ana)
    expect(await (await h.get(`${page}?pick=yes`)).text()).toContain('value="yes" checked')
    expect(await saysNow()).toEqual({ Ana: [null, true], Kofi: [null, true] })
    expect((await h.submit(page, { reply: 'yes' })).status).toBe(303)
    expect(await saysNow()).toEqual({ Ana: ['yes', true], Kofi: [null, true] })
    expect(await (await h.get(page)).text()).toContain('Noted: you come')
    expect(await (await h.get(replyPage(cast.kofi))).text()).toContain('Ana Morales: yes')
  })

  it('in words when nothing was chosen', async () => {
    const answer = await h.submit(replyPage(cast.ana), {})
    expect([answer.status, (await answer.text()).includes('Choose one of the three answers')]).toEqual([422, true])
  })

  it('with a no, which takes it out of both calendars, tells the other once and asks about new times', async () => {
    await h.submit(replyPage(cast.kofi), { reply: 'no' })
    await h.settle()
    expect((await readSession()).state).toBe('cancelled')
    expect(mailTo(h, cast.ana, 'Cancelled')?.text).toContain('Kofi Mensah cannot come')
    expect(mailTo(h, cast.kofi, 'Cancelled')?.text).toContain('You said that you cannot come')
    expect([mailsTo(h, cast.ana, 'Cancelled'), mailsTo(h, cast.kofi, 'Cancelled')]).toEqual([1, 1])
    expect(mailTo(h, cast.ana, 'Cancelled')?.calendar?.method).toBe('CANCEL')
    expect(mailsTo(h, cast.ana, 'When would you like')).toBeGreaterThan(0)
    expect(await (await h.get(replyPage(cast.kofi))).text()).toContain('This meeting is cancelled')
    expect(await saysNow()).toEqual({ Ana: [null, false], Kofi: ['no', false] })
  })

  it('and is taken at the word that was said last, not the one that arrived last', async () => {
    await reply(ana, 'maybe')
    const earlier = h.clock.now().subtract({ minutes: 5 })
    await h.change((work) => replyToSession(work, session, ana, 'yes', 'mail', { saidAt: earlier }))
    expect((await saysNow()).Ana?.[0]).toBe('maybe')
  })

  it('not after it is over', async () => {
    h.clock.moveTo(startsAt().add({ hours: 2 }))
    await expect(reply(ana, 'yes')).rejects.toThrow(FormMistake)
  })

  it('and is asked anew when the session moves', async () => {
    await reply(ana, 'yes')
    await h.change((work) => moveSession(work, session, startsAt().add({ hours: 24 }), words('en')))
    expect(await saysNow()).toEqual({ Ana: [null, true], Kofi: [null, true] })
  })
})

describe('one of three answers a session', () => {
  beforeEach(() => playSession([cast.ana, cast.kofi, cast.leila]))

  it('with a no, which frees their time and calendar and lets the others meet', async () => {
    await reply(kofi, 'no')
    await h.settle()
    expect((await readSession()).state).toBe('planned')
    expect((await saysNow()).Kofi).toEqual(['no', false])
    expect(mailTo(h, cast.kofi, 'Out of your calendar')?.calendar?.method).toBe('CANCEL')
    expect(mailsTo(h, cast.ana)).toBe(mailsTo(h, cast.leila))
  })

  it('with a yes after a no, which takes the time and fills the calendar again', async () => {
    await reply(kofi, 'no')
    await reply(kofi, 'yes')
    await h.settle()
    expect((await saysNow()).Kofi).toEqual(['yes', true])
    const back = mailTo(h, cast.kofi, 'Meeting')
    expect([back?.calendar?.method, back?.calendar?.text.includes('SEQUENCE:2')]).toEqual(['REQUEST', true])
    expect(back?.calendar?.text).toContain('PARTSTAT=ACCEPTED')
  })

  it('not with a yes to a time that they have given to another session since', async () => {
    await reply(kofi, 'no')
    const besides = await anotherConnectionOf(kofi)
    await plan(besides, startsAt())
    await expect(reply(kofi, 'yes')).rejects.toThrow(FormMistake)
    expect((await saysNow()).Kofi).toEqual(['no', false])
  })
})

describe('another time for a session', () => {
  beforeEach(() => playSession([cast.ana, cast.kofi]))
  const another = () => startsAt().add({ hours: 48 })
  const counterPage = async (member: typeof cast.ana) => {
    const mail = mailTo(h, member, 'proposes')
    const id = /id=([0-9a-f-]{36})/.exec(mail?.text ?? '')?.[1] ?? ''
    return { page: `${linkIn(mail, 'reply')}/counter`, id }
  }

  it('is two taps: a time from the list, and the other’s yes; then every calendar moves', async () => {
    const page = `${replyPage(cast.ana)}/time`
    const html = await (await h.get(page)).text()
    const options = [...html.matchAll(/name="option" value="(\d+)"/g)].map(([, value]) => value ?? '')
    expect(options).toHaveLength(3)
    expect(html).toContain('Kofi Mensah:')
    expect((await h.submit(page, { option: options[1] ?? '' })).status).toBe(303)
    await h.settle()
    const { page: answer, id } = await counterPage(cast.kofi)
    expect(await (await h.get(`${answer}?works=yes&id=${id}`)).text()).toContain('value="yes" checked')
    expect((await readSession()).starts_at).toEqual(startsAt())
    await h.submit(answer, { id, works: 'yes' })
    await h.settle()
    expect((await readSession()).starts_at.epochMilliseconds).toBe(Number(options[1]))
    expect(await saysNow()).toEqual({ Ana: ['yes', true], Kofi: ['yes', true] })
    const moved = mailTo(h, cast.ana, 'Moved')
    expect([moved?.calendar?.method, moved?.calendar?.text.includes('SEQUENCE:1')]).toEqual(['REQUEST', true])
  })

  it('takes a day and time of one’s own, by one’s own clock', async () => {
    const day = { 'day.d': '10', 'day.m': '12', 'day.y': '2026', time: '09:30' }
    expect((await h.submit(`${replyPage(cast.ana)}/time`, day)).status).toBe(303)
    const counter = await h.world.db.selectFrom('session_counters').selectAll().executeTakeFirstOrThrow()
    expect(counter.starts_at.toString()).toBe('2026-12-10T14:30:00Z')
  })

  it('says what is wrong with half a time, a past one and the same one', async () => {
    const page = `${replyPage(cast.ana)}/time`
    const tell = async (fields: Record<string, string>) => (await h.submit(page, fields)).text()
    expect(await tell({})).toContain('Choose a time')
    expect(await tell({ 'day.d': '10', 'day.m': '12', 'day.y': '2026', time: '' })).toContain('hours and minutes')
    expect(await tell({ 'day.d': '', 'day.m': '', 'day.y': '', time: '10:00' })).toContain('day, month and year')
    expect(await tell({ 'day.d': '10', 'day.m': '1', 'day.y': '2026', time: '10:00' })).toContain('in the future')
    expect(await tell({ option: String(startsAt().epochMilliseconds) })).toContain('stands for already')
  })

  it('leaves the session where it is when it does not work, and tells who proposed it', async () => {
    await h.change((work) => counterTime(work, session, ana, another(), 'link'))
    await h.settle()
    const { page, id } = await counterPage(cast.kofi)
    await h.submit(page, { id, works: 'no' })
    await h.settle()
    expect((await readSession()).starts_at).toEqual(startsAt())
    expect(mailsTo(h, cast.ana, 'Your other time does not work')).toBe(1)
    expect(await (await h.get(`${page}?id=${id}`)).text()).toContain('no longer asked about')
  })

  it('takes the place of an earlier one, whose link says so', async () => {
    await h.change((work) => counterTime(work, session, ana, another(), 'link'))
    await h.settle()
    const first = await counterPage(cast.kofi)
    await h.change((work) => counterTime(work, session, ana, another().add({ hours: 1 }), 'link'))
    await h.submit(first.page, { id: first.id, works: 'yes' })
    expect((await readSession()).starts_at).toEqual(startsAt())
    expect(await (await h.get(`${first.page}?id=${first.id}`)).text()).toContain('no longer asked about')
  })

  it('is refused where somebody has another session, without saying who', async () => {
    const besides = await anotherConnectionOf(kofi)
    await plan(besides, another())
    const answer = await h.submit(`${replyPage(cast.ana)}/time`, { option: String(another().epochMilliseconds) })
    const html = await answer.text()
    expect([answer.status, html.includes('Somebody in this meeting')]).toEqual([422, true])
  })

  it('declines the session after all when a calendar declined and proposed in one', async () => {
    await h.change((work) => counterTime(work, session, ana, another(), 'mail', { declinesOtherwise: true }))
    await h.settle()
    const { page, id } = await counterPage(cast.kofi)
    await h.submit(page, { id, works: 'no' })
    expect((await readSession()).state).toBe('cancelled')
  })
})

it('names the days of rest of each, whichever these are, where another time is asked about', async () => {
  await playSession([cast.kofi, cast.rahim])
  const [kofiId = ''] = pair.personIds
  for (const [day, rests] of [
    ['2026-12-04', 'Rahim Chowdhury'],
    ['2026-12-06', 'Kofi Mensah'],
  ]) {
    const at = Temporal.Instant.from(`${day}T09:00Z`)
    await h.change((work) => counterTime(work, session, kofiId, at, 'link'))
    await h.settle()
    const mail = mailTo(h, cast.rahim, 'proposes')
    const id = /id=([0-9a-f-]{36})/.exec(mail?.text ?? '')?.[1]
    const page = await wordsOf(h.get(`${linkIn(mail, 'reply')}/counter?id=${id}`))
    expect(page.match(/A free day for [^.]+/g)).toEqual([`A free day for ${rests}`])
  }
})
