import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPair, type PlayedPair } from '../../../test/pair.ts'
import { playAgency, playStaff, type Scene } from '../../../test/scene.ts'
import { closeConnection } from './closing.ts'
import { recordContact } from './contacts.ts'
import { contactMoment } from './contacts.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let page: string

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene)
  page = `/initiatives/${scene.initiativeId}/connections/${pair.connectionId}`
})

const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'day.y': year, 'day.m': month, 'day.d': date }
}
const call = { ...on('2026-11-24'), kind: 'live', minutes: '40', note: 'Talked about ward meetings' }
const log = (fields: Record<string, string>, who = scene.facilitator) => h.submit(`${page}/contacts`, fields, who)
const correctionPath = async () =>
  /href="([^"]+\/contacts\/[\w-]{36})"/.exec(await (await h.get(page, scene.facilitator)).text())?.[1] ?? ''

describe('logging a contact', () => {
  it('takes today and a few taps, and is on the timeline with who and when', async () => {
    const before = await h.get(page, scene.facilitator)
    expect(await wordsOf(before)).toContain('Ana Morales and Kofi Mensah have not been in touch yet')
    const response = await log(call)
    expect(response.status).toBe(303)
    const shown = await wordsOf(h.get(response.headers.get('location') ?? '', scene.facilitator))
    expect(shown).toContain('Logged. The rhythm has been looked at again.')
    expect(shown).toContain('Ana Morales and Kofi Mensah were in touch today')
    expect(shown).toContain(
      'A call of 40 minutes. Correct Talked about ward meetings Tuesday 24 November 2026, 09:00 (UTC), Youssef of Agora Fiscal Network',
    )
  })

  it('may leave minutes and note empty', async () => {
    expect((await log({ ...on('2026-11-23'), kind: 'message' })).status).toBe(303)
    expect(await wordsOf(h.get(page, scene.facilitator))).toContain('were in touch yesterday')
  })

  it('has its effect once however often it is pressed', async () => {
    const twice = { ...call, _key: crypto.randomUUID() }
    const answers = await Promise.all([log(twice), log(twice)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await wordsOf(h.get(page, scene.facilitator))).match(/A call of 40 minutes/g)).toHaveLength(1)
  })

  it.each([
    ['a day still to come', { ...call, ...on('2026-11-25') }, 'This day is still to come.'],
    [
      'a day before the proposal',
      { ...call, ...on('1926-11-24') },
      'This day is before the two were proposed to each other.',
    ],
    ['a day that does not exist', { ...call, ...on('2026-02-30') }, 'Give a day, a month and a year'],
    ['no day', { kind: 'live' }, 'Give a day, a month and a year'],
    ['minutes in words', { ...call, minutes: 'forty' }, 'Give whole minutes'],
    ['too many minutes', { ...call, minutes: '9999' }, 'Give whole minutes from 0 to 6000.'],
    ['a way that is none', { ...call, kind: 'pigeon' }, 'Choose how they were in touch.'],
    ['too long a note', { ...call, note: 'x'.repeat(501) }, 'Keep it under 500 characters.'],
  ])('refuses %s with a sentence and keeps what was typed', async (_, fields, sentence) => {
    const response = await log(fields)
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain(sentence)
    expect(await wordsOf(h.get(page, scene.facilitator))).toContain('have not been in touch yet')
  })

  it('of a closed connection is refused', async () => {
    await h.change((work) => closeConnection(work, pair.connectionId, { reason: 'reached' }))
    const response = await log(call)
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain('This connection is not under way')
  })

  it('is not possible from outside', async () => {
    const elsewhere = await playAgency(h, 'Elsewhere')
    expect((await log(call, elsewhere.facilitator)).status).toBe(404)
    expect((await h.submit(`${page}/contacts`, call)).headers.get('location')).toMatch(/^\/sign-in/)
    expect(
      (
        await h.submit(
          `/initiatives/${elsewhere.initiativeId}/connections/${pair.connectionId}/contacts`,
          call,
          elsewhere.facilitator,
        )
      ).status,
    ).toBe(404)
    expect(await wordsOf(h.get(page, scene.facilitator))).toContain('have not been in touch yet')
  })
})

describe('a logged contact', () => {
  it('can be corrected and taken back by whoever logged it', async () => {
    await log(call)
    const path = await correctionPath()
    expect(await wordsOf(h.get(path, scene.facilitator))).toContain('Correct this contact')
    const corrected = await h.submit(path, { ...call, ...on('2026-11-23'), minutes: '15' }, scene.facilitator)
    expect(corrected.status).toBe(303)
    const shown = await wordsOf(h.get(page, scene.facilitator))
    expect(shown).toContain('were in touch yesterday')
    expect(shown).toContain('A call of 15 minutes.')
    expect(shown).toContain('A contact was corrected.')
    await h.submit(`${path}/removal`, {}, scene.facilitator)
    expect(await wordsOf(h.get(page, scene.facilitator))).toMatch(
      /have not been in touch yet.*A contact was taken back\./,
    )
    expect((await h.submit(`${path}/removal`, {}, scene.facilitator)).status).toBe(404)
  })

  it('is not corrected into the future', async () => {
    await log(call)
    const response = await h.submit(await correctionPath(), { ...call, ...on('2027-11-24') }, scene.facilitator)
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain('This day is still to come.')
  })

  it('is nobody else’s to correct', async () => {
    await log(call)
    const path = await correctionPath()
    const colleague = await playStaff(h, scene.agencyId, 'facilitator', 'Colleague')
    expect((await h.get(path, colleague.who)).status).toBe(404)
    expect((await h.submit(path, call, colleague.who)).status).toBe(404)
    expect((await h.submit(`${path}/removal`, {}, colleague.who)).status).toBe(404)
    expect(await (await h.get(page, colleague.who)).text()).not.toContain('/contacts/')
  })

  it('is not reached through another connection', async () => {
    await log(call)
    const other = await playPair(h, scene, [cast.grace, cast.rahim])
    const path = (await correctionPath()).replace(pair.connectionId, other.connectionId)
    expect((await h.get(path, scene.facilitator)).status).toBe(404)
    expect((await h.submit(path, call, scene.facilitator)).status).toBe(404)
  })
})

describe('recording a contact', () => {
  const peer = () => ({ kind: 'peer', id: pair.personIds[0] ?? '', name: 'Ana', agencyId: scene.agencyId }) as const

  it('of one session counts once', async () => {
    const [session] = await h.world.db
      .insertInto('sessions')
      .values({
        agency_id: scene.agencyId,
        initiative_id: scene.initiativeId,
        connection_id: pair.connectionId,
        uid: 'one',
        starts_at: h.clock.now(),
        minutes: 45,
        created_at: h.clock.now(),
        changed_at: h.clock.now(),
      })
      .returning('id')
      .execute()
    const report = {
      connectionId: pair.connectionId,
      sessionId: session?.id ?? null,
      happenedAt: h.clock.now(),
      kind: 'live',
      minutes: 45,
      note: '',
    } as const
    const record = () => h.change((work) => recordContact(work, report), peer())
    expect(await record()).toBe(await record())
  })

  it('needs a member of staff or a peer', async () => {
    const report = {
      connectionId: pair.connectionId,
      happenedAt: h.clock.now(),
      kind: 'live',
      minutes: 45,
      note: '',
    } as const
    await expect(h.change((work) => recordContact(work, report))).rejects.toThrow('A contact is reported by')
  })
})

describe('the moment of a remembered day', () => {
  it.each([
    ['noon of a day that has passed', '2026-11-23', 'Africa/Accra', '2026-11-23T12:00:00Z'],
    ['now when noon is still to come', '2026-11-24', 'America/Bogota', '2026-11-24T09:00:00Z'],
    ['noon today when it is over', '2026-11-24', 'Asia/Dhaka', '2026-11-24T06:00:00Z'],
    ['noon of tomorrow, which is then refused', '2026-11-25', 'Africa/Accra', '2026-11-25T12:00:00Z'],
  ])('is %s', (_, day, zone, moment) => {
    const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
    expect(contactMoment(Temporal.PlainDate.from(day), zone, now).toString()).toBe(moment)
  })
})
