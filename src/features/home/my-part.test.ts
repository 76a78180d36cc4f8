import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { hybridAsked } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, playPair, type PlayedPair } from '../../../test/pair.ts'
import { playSeason } from '../../../test/season.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { makeMeeting } from '../activities/actions.ts'
import { resumeDueConnections } from '../connections/pausing.ts'
import { resumeDueParticipations } from '../initiatives/actions.ts'

const { ana, kofi, grace } = cast
const h = useHarness()
let scene: Scene
let pair: PlayedPair
let anas: string

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene)
  anas = linkIn(mailTo(h, ana), 'my')
})

async function post(path: string, fields: Record<string, string>) {
  const response = await h.submit(path, fields)
  await h.settle()
  return response
}
const until = (day: string, part = pair.participationIds[0] ?? '') => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { part, 'until.y': year, 'until.m': month, 'until.d': date }
}

describe('pausing my part', () => {
  it('lets the connections rest too, tells the others and not me, and ends by itself', async () => {
    expect((await post(`${anas}/pause`, until('2027-01-15'))).headers.get('location')).toBe(`${anas}?said=saidPaused`)
    const page = await wordsOf(h.get(anas))
    expect(page).toContain('You pause until 15 January 2027.')
    expect(page).toContain('Rests until 15 January 2027.')
    expect(mailsTo(h, kofi, 'a pause until 15 January 2027')).toBe(1)
    expect(mailsTo(h, ana, 'a pause')).toBe(0)
    h.clock.moveTo(Temporal.Instant.from('2027-01-15T12:00:00Z'))
    await resumeDueParticipations(h.world)
    await resumeDueConnections(h.world)
    await h.settle()
    expect(await wordsOf(h.get(anas))).toContain('Last in touch: not yet.')
    expect(mailsTo(h, kofi, 'The pause is over')).toBe(1)
  })

  it('can be ended early', async () => {
    await post(`${anas}/pause`, until('2027-01-15'))
    await post(`${anas}/return`, { part: pair.participationIds[0] ?? '' })
    const page = await wordsOf(h.get(anas))
    expect(page).not.toContain('You pause until')
    expect(page).not.toContain('Rests until')
  })

  it.each(['2026-11-24', '2025-01-01', '2028-06-01', '2027-02-30', '--'])(
    'until %s is refused at the field',
    async (day) => {
      const response = await post(`${anas}/pause`, until(day))
      expect(response.status).toBe(422)
      expect(await wordsOf(response)).toMatch(
        /There is a problem.*(Choose a day after today and within a year|Give a day, a month and a year)/,
      )
      expect(mailsTo(h, kofi, 'a pause')).toBe(0)
    },
  )

  it('is not possible for somebody else’s part', async () => {
    expect((await post(`${anas}/pause`, until('2027-01-15', pair.participationIds[1]))).status).toBe(404)
    expect((await post(`${anas}/return`, { part: pair.participationIds[1] ?? '' })).status).toBe(404)
    expect((await post(`${anas}/leaving`, { part: pair.participationIds[1] ?? '' })).status).toBe(404)
    expect(mailsTo(h, kofi, 'a pause')).toBe(0)
  })
})

describe('stopping to take part', () => {
  it('ends my pair kindly, and says so', async () => {
    const response = await post(`${anas}/leaving`, { part: pair.participationIds[0] ?? '' })
    expect(await wordsOf(h.get(response.headers.get('location') ?? ''))).toMatch(
      /You have stopped taking part\. Thank you.*Your connection with Kofi Mensah ended/,
    )
    expect(mailsTo(h, kofi, 'Thank you')).toBe(1)
    await post(`${anas}/leaving`, { part: pair.participationIds[0] ?? '' })
    expect(mailsTo(h, kofi, 'Thank you')).toBe(1)
    expect((await post(`${anas}/pause`, until('2027-01-15'))).status).toBe(422)
  })

  it('leaves other initiatives alone', async () => {
    const other = await playAgency(h, 'Elsewhere')
    await playPair(h, other, [ana, grace])
    await post(`${anas}/leaving`, { part: pair.participationIds[0] ?? '' })
    expect(await wordsOf(h.get(linkIn(mailTo(h, ana, 'Grace'), 'my')))).toContain('Grace Wanjiru')
  })
})

describe('my data', () => {
  it('is a file with what I said, and of others only their names', async () => {
    await h.world.db
      .updateTable('connection_members')
      .set({ answer_reason: 'canary-partner-reason' })
      .where('person_id', '=', pair.personIds[1] ?? '')
      .execute()
    await h.world.db
      .updateTable('persons')
      .set({ phone: '+57 300', note: 'canary-staff-note' })
      .where('id', '=', pair.personIds[0] ?? '')
      .execute()
    const response = await h.get(`${anas}/data`)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const text = await response.text()
    const data = JSON.parse(text)
    expect(data.person).toMatchObject({ name: 'Ana Morales', email: ana.email, phone: '+57 300' })
    expect(data.posts[0]).toMatchObject({ organisation: 'Alcaldía de Medellín' })
    expect(data.parts[0]).toMatchObject({ initiative: 'City budgets that people can read', state: 'active' })
    expect(data.connections[0]).toMatchObject({ with: ['Kofi Mensah'], myAnswer: 'yes', iGive: 'Budget maps' })
    expect(text).not.toMatch(/canary|kofi\.mensah@|Kumasi/)
  })

  it('holds what my calendar was busy with, the times I proposed or was asked about, and the seasons I was asked in', async () => {
    const { db } = h.world
    const [own = '', partner = ''] = pair.personIds
    const row = { agency_id: scene.agencyId, created_at: h.clock.now() }
    const due = h.clock.now().add({ hours: 1 })
    const { id: source_id } = await db
      .insertInto('calendar_sources')
      .values({ ...row, person_id: own, kind: 'ics', host: 'calendar.example', sealed: 'canary', next_read_at: due })
      .returning('id')
      .executeTakeFirstOrThrow()
    const [starts_at, ends_at] = ['2026-12-01T10:00:00Z', '2026-12-01T11:00:00Z'].map((at) => Temporal.Instant.from(at))
    if (!starts_at || !ends_at) throw new Error('There are two moments.')
    await db.insertInto('busy_times').values({ source_id, agency_id: scene.agencyId, starts_at, ends_at }).execute()
    const of = { ...row, initiative_id: scene.initiativeId, connection_id: pair.connectionId }
    const { id: session_id } = await db
      .insertInto('sessions')
      .values({ ...of, uid: 'u1', starts_at, minutes: 30, changed_at: row.created_at })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [person_id, state] of [
      [own, 'refused'],
      [partner, 'open'],
    ] as const) {
      const asked = { agency_id: scene.agencyId, session_id, person_id, state, starts_at: ends_at, asked_at: starts_at }
      const { id } = await db.insertInto('session_counters').values(asked).returning('id').executeTakeFirstOrThrow()
      const other = person_id === own ? partner : own
      const said = { counter_id: id, person_id: other, works: false, answered_at: starts_at }
      await db.insertInto('session_counter_answers').values(said).execute()
    }
    const season = await playSeason(h, scene)
    const asked = { plan_id: season.planId, agency_id: scene.agencyId, person_id: own, asked_at: starts_at }
    await db.insertInto('series_asked').values(asked).execute()
    await h.change((work) => makeMeeting(work, scene, { ...hybridAsked, mustBeThere: [own] }))
    const text = await (await h.get(`${anas}/data`)).text()
    expect(text).not.toContain('canary')
    expect(JSON.parse(text)).toMatchObject({
      availability: { busyByMyCalendars: [{ startsAt: '2026-12-01T10:00:00Z', endsAt: '2026-12-01T11:00:00Z' }] },
      timesIProposed: [{ meetingAt: '2026-12-01T10:00:00Z', proposed: '2026-12-01T11:00:00Z', state: 'refused' }],
      timesIWasAskedAbout: [{ proposed: '2026-12-01T11:00:00Z', works: false }],
      groupMeetingsThatNeedMe: [{ title: hybridAsked.title }],
      seasons: [{ season: 'Winter', askedAt: '2026-12-01T10:00:00Z' }],
    })
  })

  it('is not given to a link for anything else', async () => {
    const token = linkIn(mailTo(h, ana, 'It is on'), 'agreement')
      .split('/')
      .at(-1)
    expect((await h.get(`/my/${token}/data`)).status).toBe(404)
  })
})
