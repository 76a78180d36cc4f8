import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { makePool } from '../../src/platform/database/database.ts'
import { cast } from '../cast.ts'
import { seatingFields } from '../event.ts'
import { useHarness, type Who } from '../harness.ts'
import { answerFields } from '../poll.ts'
import { filledForm } from '../profile-scene.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: 'silent' }, { resetBetweenTests: false })
let here: Side
let elsewhere: Side
let pool: pg.Pool
let ids: string[]

beforeAll(async () => {
  here = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  elsewhere = await setSide(h, 'Elsewhere', [cast.rahim, cast.paola, cast.nadia])
  await h.settle()
  pool = makePool(h.connection, 1)
  const people = await h.world.db
    .selectFrom('persons')
    .select('id')
    .where('agency_id', '=', elsewhere.scene.agencyId)
    .execute()
  const own = new Set(Object.values(here.objects))
  ids = [
    elsewhere.scene.agencyId,
    ...people.map(({ id }) => id),
    ...Object.values(elsewhere.objects).filter((id) => !own.has(id)),
  ]
  return () => pool.end()
})

beforeEach(() => void (h.post.length = 0))

/** Every row of the database that is the other agency's or speaks of something of theirs. */
async function rowsOfElsewhere(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('answered_forms', 'migrations') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from ${name} t where t::text ~ $1 order by 1`,
      [ids.join('|')],
    )
    found.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return found.join('\n')
}

async function send(path: string, fields: Record<string, string | string[]>, who: Who = here.scene.administrator) {
  const before = await rowsOfElsewhere()
  const answer = await h.submit(path, fields, who)
  const text = await answer.text()
  await h.settle()
  expect(await rowsOfElsewhere()).toBe(before)
  for (const member of [cast.rahim, cast.paola, cast.nadia]) expect(text).not.toContain(member.name)
  expect(
    h.post.filter(({ to }) => [cast.rahim, cast.paola, cast.nadia].some(({ email }) => email === to.address)),
  ).toEqual([])
  return answer
}

const at = (path: string) => `/initiatives/${here.objects.initiative}${path}`
const theirs = (name: string) => elsewhere.objects[name] ?? ''
const ours = (name: string) => here.objects[name] ?? ''
const link = (purpose: 'home' | 'profile' | 'times' | 'choice' | 'series') => here.players.owner.links[purpose] ?? ''

describe('a second id, of another agency, in a body', () => {
  it('invites nobody there', async () => {
    expect(
      (await send(at('/people/invitations'), { chosen: [theirs('participation')] })).headers.get('location'),
    ).toContain('said=nobodyInvited')
  })

  it('changes no topic, season or attendance there', async () => {
    expect((await send(at('/setup/topics'), { added: '', removed: [theirs('topic')] })).status).toBe(422)
    await send(at('/setup/topics'), { added: '', [`topic.${theirs('topic')}`]: 'Renamed from outside' })
    const season = {
      title: 'Taken',
      'startsOn.d': '1',
      'startsOn.m': '1',
      'startsOn.y': '2027',
      'endsOn.d': '1',
      'endsOn.m': '2',
      'endsOn.y': '2027',
    }
    expect((await send(at('/setup/season'), { ...season, season: theirs('season') })).status).toBe(404)
    await send(at(`/engagements/${ours('engagement')}/roster`), { attended: [theirs('person')] })
  })

  it('pairs nobody from there', async () => {
    const round = at(`/matching/${ours('round')}`)
    for (const act of ['pins', 'bans']) {
      expect((await send(`${round}/${act}`, { people: `${theirs('one')},${theirs('other')}` })).status).toBe(404)
      expect((await send(`${round}/${act}`, { people: `${ours('one')},${theirs('other')}` })).status).toBe(404)
    }
    await send(`${round}/pins/removal`, { people: `${theirs('one')},${theirs('other')}` })
    await send(`${round}/rules/removal`, { people: `${theirs('one')},${theirs('other')}`, kind: 'pin' })
    expect((await send(`${round}/swap`, { person: ours('one'), with: theirs('other') })).status).toBe(404)
    expect((await send(`${round}/swap`, { person: theirs('one'), with: ours('other') })).status).toBe(404)
    expect((await send(`${round}/people`, { chosen: [ours('one'), theirs('one')], say: 'in' })).status).toBe(404)
    expect((await send(`${round}/people`, { chosen: theirs('one'), say: 'pairs', pairs: '2' })).status).toBe(404)
    expect((await send(`${round}/needs`, { person: theirs('one'), need: 'language:en' })).status).toBe(404)
    expect((await send(`${round}/needs`, { person: ours('one'), need: `offer:${theirs('topic')}` })).status).toBe(404)
    await send(`${round}/needs/removal`, { person: theirs('one'), need: 'language:en' })
    const page = await h.get(`${round}/swap?people=${theirs('one')},${ours('one')}`, here.scene.administrator)
    expect(await page.text()).not.toMatch(
      new RegExp([cast.rahim, cast.paola, cast.nadia].map(({ name }) => name).join('|')),
    )
  })

  it('leaves no group meeting to a season there, and requires nobody from there', async () => {
    const fields = {
      tool: 'large group meeting',
      title: 'Looking back',
      startsAt: '14:00',
      zone: 'Europe/Lisbon',
      minutes: '60',
      mode: 'online',
      link: 'https://perennial.test/room',
      mostParty: '1',
    }
    expect((await send(at('/meetings'), { ...fields, season: theirs('season') })).status).toBe(422)
    const made = await send(at('/meetings'), { ...fields, season: ours('season'), mustBeThere: [theirs('one')] })
    expect(made.status).toBe(303)
    const page = await h.get(made.headers.get('location') ?? '', here.scene.administrator)
    expect(await page.text()).not.toContain('Must be there')
  })

  it('invites nobody from there to a group meeting, and notes nobody as present', async () => {
    const meeting = at(`/meetings/${ours('meeting')}`)
    const invited = await send(`${meeting}/invitations`, { whom: 'chosen', people: [theirs('one'), theirs('other')] })
    expect(invited.status).toBe(422)
    await send(`${meeting}/attendance`, { present: [theirs('one')] })
    expect((await send(at(`/meetings/${theirs('meeting')}/cancellation`), {})).status).toBe(404)
    expect((await send(at(`/meetings/${theirs('meeting')}/outcome`), { notes: 'From outside' })).status).toBe(404)
  })

  it('seats nobody from there', async () => {
    const event = at(`/engagements/${ours('engagement')}/seatings`)
    const people = [ours('one'), theirs('one'), theirs('other')]
    expect((await send(event, { ...seatingFields, least: '2', people })).status).toBe(422)
    const seating = at(`/seatings/${ours('seating')}`)
    expect((await send(`${seating}/locks`, { person: theirs('one'), table: '1' })).status).toBe(404)
    expect((await send(`${seating}/locks/removal`, { person: theirs('one') })).status).toBe(404)
    await send(`${seating}/attendance`, { here: [ours('one'), ours('other')], late: [theirs('one')] })
    const since = await h.get(`${seating}/names.pdf?since=${theirs('plan')}`, here.scene.administrator)
    expect(since.status).toBe(404)
  })

  it('asks, answers, decides and removes nothing of a poll there', async () => {
    const poll = at(`/polls/${ours('poll')}`)
    expect((await send(`${poll}/decision`, { time: theirs('poll time') })).status).toBe(404)
    expect((await send(`${poll}/guests/${theirs('guest')}/removal`, {})).status).toBe(404)
    const answers = [`/answer/${here.players.guest.links.pollAnswer}`, `/poll/${here.players.asked.links.poll}`]
    for (const path of answers)
      expect((await send(path, answerFields([theirs('poll time')], ['yes']), undefined)).status).toBe(422)
  })

  it('plans, moves and asks nobody from there', async () => {
    const manner = { minutes: '45', earliestHour: '6', latestHour: '22', sharing: 'total first' }
    const answerBy = { 'answerBy.d': '8', 'answerBy.m': '12', 'answerBy.y': '2026' }
    expect((await send(at('/season'), { ...manner, ...answerBy, season: theirs('season') })).status).toBe(422)
    const plan = at(`/season/${ours('timetable')}`)
    const meeting = { series: theirs('connection'), number: '0', revision: '0' }
    expect((await send(`${plan}/move`, { ...meeting, at: '2026-12-10T10:00:00Z' })).status).toBe(404)
    expect((await send(`${plan}/pins`, { ...meeting, pinned: 'yes' })).status).toBe(404)
    const group = { ...meeting, series: theirs('meeting') }
    expect((await send(`${plan}/move`, { ...group, at: '2026-12-10T10:00:00Z' })).status).toBe(404)
    expect((await send(`${plan}/asking`, { person: theirs('one') })).status).toBe(422)
    const page = await h.get(`${plan}/session?series=${theirs('connection')}&number=0`, here.scene.administrator)
    expect(page.status).toBe(404)
    const series = `/series/${link('series')}`
    expect((await send(series, { [`reply.${theirs('session')}`]: 'yes' })).status).toBe(422)
    expect((await send(`${series}/time`, { session: theirs('session'), at: '2026-12-10T10:00:00Z' })).status).toBe(404)
  })

  it('rematches nobody from there', async () => {
    const act = at(`/desk/${ours('connection')}/rematch`)
    expect((await send(act, { person: theirs('person'), with: theirs('other') })).status).toBe(404)
    expect((await send(act, { person: ours('person'), with: theirs('other') })).status).toBe(404)
    const exchange = at(`/desk/${ours('connection')}/exchange`)
    const key = [theirs('one'), theirs('other')].toSorted().join(' ')
    expect((await send(exchange, { person: theirs('person'), with: theirs('other'), key })).status).toBe(404)
    expect((await send(exchange, { person: ours('person'), with: theirs('other'), key })).status).toBe(422)
  })

  it('merges nobody from there', async () => {
    const act = at(`/people/duplicates/${ours('one')}/${ours('other')}`)
    expect((await send(act, { keep: theirs('person') })).status).toBe(422)
    expect((await send(act, { keep: ours('one'), 'value.email': theirs('person') })).status).toBe(422)
  })

  it('lends nobody’s time from there, nor opens their initiative around a page', async () => {
    expect((await h.get(`${at('/authority/new')}?person=${theirs('person')}`, here.scene.administrator)).status).toBe(
      404,
    )
    expect((await send(`${at('/authority/new')}?person=${theirs('person')}`, {})).status).toBe(404)
    const page = await h.get(`/people/${ours('person')}/edit?in=${theirs('initiative')}`, here.scene.administrator)
    expect(await page.text()).not.toContain(`/initiatives/${theirs('initiative')}`)
  })

  it('is nobody to be glad of, or to decline', async () => {
    const path = `/choice/${link('choice')}`
    const about = { [`of.${theirs('person')}`]: 'not', [`of.${ours('other')}`]: 'fine' }
    expect((await send(path, about, undefined)).status).toBe(303)
    const { name } = await h.world.db
      .selectFrom('persons')
      .select('name')
      .where('id', '=', theirs('person'))
      .executeTakeFirstOrThrow()
    const answer = await h.submit(path, { 'named.1': name })
    expect([answer.status, (await answer.text()).includes('Nobody on the roster is called')]).toEqual([422, true])
  })

  it('is no wish, topic or time of a peer here', async () => {
    const answer = await send(
      `/profile/${link('profile')}`,
      {
        ...filledForm,
        problemTopic: theirs('topic'),
        offers: [theirs('topic')],
        wants: [theirs('topic')],
        wishes: [theirs('person')],
      },
      undefined,
    )
    expect(answer.status).toBe(303)
    const option = await h.world.db
      .selectFrom('time_options')
      .innerJoin('time_polls', 'time_polls.id', 'time_options.poll_id')
      .select('time_options.id')
      .where('time_polls.agency_id', '=', elsewhere.scene.agencyId)
      .executeTakeFirstOrThrow()
    expect((await send(`/times/${link('times')}`, { option: option.id }, undefined)).status).toBe(422)
  })

  it('opens nothing from a home page', async () => {
    for (const way of ['proposal', 'agreement', 'times', 'checkin', 'profile', 'availability'])
      for (const name of ['connection', 'session', 'participation', 'person', 'initiative'])
        expect(
          (await send(`/my/${link('home')}/open`, { way, subject: theirs(name) }, undefined)).status,
          `${way} ${name}`,
        ).toBe(404)
    for (const act of ['pause', 'return', 'leaving'])
      expect(
        (
          await send(
            `/my/${link('home')}/${act}`,
            { part: theirs('participation'), 'until.d': '1', 'until.m': '3', 'until.y': '2027' },
            undefined,
          )
        ).status,
        act,
      ).toBe(404)
  })

  it('ends no session of somebody else, and a cookie chooses no foreign agency', async () => {
    const session = await h.world.db
      .selectFrom('auth_sessions')
      .innerJoin('staff', 'staff.user_id', 'auth_sessions.user_id')
      .select('auth_sessions.id')
      .where('staff.id', '=', elsewhere.scene.staffId)
      .executeTakeFirstOrThrow()
    expect((await send(`/account/sessions/${session.id}/end`, {})).status).toBe(404)
    expect((await h.get('/initiatives', elsewhere.scene.facilitator)).status).toBe(200)
    const chosen = { cookie: `${here.scene.administrator?.cookie}; agency=${elsewhere.scene.agencyId}` }
    expect((await h.get(`/initiatives/${theirs('initiative')}`, chosen)).status).toBe(404)
  })
})
