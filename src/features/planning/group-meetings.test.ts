import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { hybridAsked } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, playPair, type PlayedPair } from '../../../test/pair.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { type PlayedSeason, playSeason, sayFree } from '../../../test/season.ts'
import { type Asked, makeMeeting } from '../activities/actions.ts'
import { planSession } from '../sessions/actions.ts'
import { publishPlan } from './publishing.ts'
import { readRequired } from '../activities/season-store.ts'
import { listRows } from './rows-store.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let season: PlayedSeason
let list: string

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.ana, cast.kofi])
  await playPeer(h, scene, cast.grace)
  await sayFree(h, pair.personIds)
  season = await playSeason(h, scene, { sessionsEach: 2 })
  list = `/initiatives/${scene.initiativeId}/meetings`
  h.post.length = 0
})

const fields = {
  tool: 'large group meeting',
  title: 'Looking back',
  startsAt: '14:00',
  zone: 'Europe/Lisbon',
  minutes: '90',
  mode: 'online',
  link: 'https://perennial.test/room',
  mostParty: '1',
}
const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}.d`]: date, [`${name}.m`]: month, [`${name}.y`]: year }
}
const send = (path: string, typed: Record<string, string | string[]> = {}) => h.submit(path, typed, scene.facilitator)
const look = (path: string) => wordsOf(h.get(path, scene.facilitator))
const board = () => look(season.path)

/** A draft without a date, from the form. @returns its id */
async function leave(more: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await send(list, { ...fields, ...more })
  expect(answer.status).toBe(303)
  return /meetings\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

/** A draft as the form would send it, without the form. */
const draft = (more: Partial<Asked> = {}) =>
  h.change((work) =>
    makeMeeting(
      work,
      { agencyId: scene.agencyId, initiativeId: scene.initiativeId },
      { ...hybridAsked, title: 'Reading together', startsAt: null, ...more },
    ),
  )

async function plan() {
  return h.world.db.selectFrom('season_plans').selectAll().where('id', '=', season.planId).executeTakeFirstOrThrow()
}

async function post(act: string, typed: Record<string, string> = {}) {
  const { revision } = await plan()
  const answer = await send(`${season.path}/${season.planId}/${act}`, { revision: String(revision), ...typed })
  expect(answer.status).toBe(303)
  await h.settle()
}

const planAgain = () => post('planning', { how: 'repair' })
const rows = () => listRows(h.world.db, season.planId)
const rowOf = async (id: string) => (await rows()).find(({ seriesId }) => seriesId === id)
const timeOf = async (id: string) => String((await rowOf(id))?.startsAt ?? '')
const meeting = (id: string) =>
  h.world.db.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const cell = (id: string) => `${season.path}/${season.planId}/session?series=${id}&number=0`

describe('a group meeting without a date', () => {
  it('is left to the season, stands on its board, and is planned beside the connections', async () => {
    expect(await look(`${list}/new`)).toContain('Leave it empty, and the season “Winter” finds the time')
    const id = await leave()
    expect(await look(`${list}/${id}`)).toContain('“Winter” finds the time')
    expect(await board()).toMatch(/Looking back\s?Group meeting\s?has no time It was not planned yet/)
    await planAgain()
    const planned = await rowOf(id)
    expect(planned?.startsAt).not.toBeNull()
    const page = await look(cell(id))
    expect(page).toContain('Looking back: ')
    expect(page).toContain('Can come 3 of 3')
    expect((await meeting(id)).starts_at).toBeNull()
    expect(h.post).toEqual([])
  })

  it('needs a date where no season is to come', async () => {
    h.clock.moveTo(Temporal.Instant.from('2027-04-01T10:00:00Z'))
    const answer = await send(list, fields)
    expect(answer.status).toBe(422)
    expect(await wordsOf(answer)).toContain('Give the day as day, month and year')
  })

  it('keeps who must be there when it is changed later with a date, and whoever pauses meanwhile', async () => {
    const [one = '', other = ''] = pair.personIds
    const id = await leave({ mustBeThere: [one, other] })
    const needed = async () =>
      (await h.world.db.selectFrom('activity_required').select('person_id').where('activity_id', '=', id).execute())
        .map(({ person_id }) => person_id)
        .toSorted()
    await h.world.db.updateTable('participations').set({ state: 'paused' }).where('person_id', '=', one).execute()
    await send(`${list}/${id}/settings`, { ...fields, title: 'Looking ahead', mustBeThere: [other] })
    expect(await needed()).toEqual([one, other].toSorted())
    await send(`${list}/${id}/settings`, { ...fields, ...day('startsOn', '2027-01-12') })
    expect((await meeting(id)).starts_at).not.toBeNull()
    expect(await needed()).toEqual([one, other].toSorted())
    await h.world.db.updateTable('participations').set({ state: 'left' }).where('person_id', '=', one).execute()
    expect(await readRequired(h.world.db, id)).toHaveLength(1)
  })

  it('hears that its days end before they begin, or lie outside of the season', async () => {
    const backwards = { ...day('notBefore', '2027-01-20'), ...day('notAfter', '2027-01-10') }
    expect(await wordsOf(send(list, { ...fields, ...backwards }))).toContain('must not come before the first')
    const outside = await wordsOf(send(list, { ...fields, ...day('notBefore', '2027-04-10') }))
    expect(outside).toContain('These days lie outside of the season.')
  })

  it('lies between its days, with those who must be there, and never at the hour of another one', async () => {
    const window = { ...day('notBefore', '2027-01-12'), ...day('notAfter', '2027-01-12') }
    const ids = [await leave(window), await leave({ ...window, mustBeThere: pair.personIds })]
    await planAgain()
    const starts = (await Promise.all(ids.map(timeOf))).map((at) => Temporal.Instant.from(at))
    for (const at of starts) expect(at.toString()).toMatch(/^2027-01-12T/)
    expect(Math.abs(starts[0]!.until(starts[1]!).total('minutes'))).toBeGreaterThanOrEqual(90)
    expect(await look(`${list}/${ids[1]}`)).toContain('Must be there Ana Morales and Kofi Mensah')
    expect(Object.keys((await rowOf(ids[1] ?? ''))?.burdens ?? {})).toEqual(expect.arrayContaining(pair.personIds))
  })

  it('has no time where somebody who must be there has no hour, and says who', async () => {
    const sunday = { ...day('notBefore', '2027-01-17'), ...day('notAfter', '2027-01-17') }
    const id = await leave({ ...sunday, mustBeThere: [pair.personIds[1] ?? ''] })
    await planAgain()
    expect((await rowOf(id))?.startsAt).toBeNull()
    expect(await board()).toContain('Kofi Mensah has no hour in these weeks.')
    expect(await look(`${season.path}?show=unplaced`)).toContain('Looking back')
  })
})

describe('a planned group meeting', () => {
  let id: string

  beforeEach(async () => {
    id = await leave()
    await planAgain()
  })

  /** The first other time its page offers. */
  async function other(): Promise<string> {
    const page = await (await h.get(cell(id), scene.facilitator)).text()
    return /name="at" value="([^"]+)"/.exec(page)?.[1] ?? ''
  }

  it('is moved by hand, pinned, kept when all is planned again, and taken back', async () => {
    const before = await timeOf(id)
    const at = await other()
    await post('move', { series: id, number: '0', at })
    expect(await timeOf(id)).toBe(at)
    await post('pins', { series: id, number: '0', pinned: 'yes' })
    await post('planning', { how: 'plan' })
    expect(await timeOf(id)).toBe(at)
    for (const _step of ['plan', 'pin', 'move']) {
      const step = /undo"[\s\S]*?name="step" value="(\d+)"/.exec(
        await (await h.get(season.path, scene.facilitator)).text(),
      )
      await post('undo', { step: step?.[1] ?? '' })
    }
    expect(await timeOf(id)).toBe(before)
  })

  it('counts who cannot come when a pair is moved onto its hour', async () => {
    const at = await timeOf(id)
    const [pairRow] = (await rows()).filter(({ of }) => of === 'connection')
    const of = { series: pair.connectionId, number: String(pairRow?.number ?? 0) }
    const week = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Lisbon').toPlainDate()
    const monday = week.subtract({ days: week.dayOfWeek - 1 }).toString()
    const page = await look(
      `${season.path}/${season.planId}/session?series=${of.series}&number=${of.number}&week=${monday}`,
    )
    expect(page).toMatch(/3\d more nobody’s points change\s?Ana Morales and Kofi Mensah miss “Looking back”/)
    await post('move', { ...of, at })
    expect(Object.keys((await rowOf(id))?.burdens ?? {})).not.toContain(pair.personIds[0])
    expect(await look(cell(id))).toContain('Can come 1 of 3')
    await playPeer(h, scene, cast.leila)
    const withNewcomer = await look(cell(id))
    expect(withNewcomer).toContain('Can come 1 of 4 not Ana Morales and Kofi Mensah State')
  })

  it('loses its time when it asks for something else, and leaves the plan with its draft', async () => {
    expect((await send(`${list}/${id}/settings`, { ...fields, title: 'Looking ahead' })).status).toBe(303)
    expect(await timeOf(id)).not.toBe('')
    expect((await send(`${list}/${id}/settings`, { ...fields, minutes: '120' })).status).toBe(303)
    expect(await timeOf(id)).toBe('')
    expect((await send(`${list}/${id}/removal`)).status).toBe(303)
    expect(await rowOf(id)).toBeUndefined()
    expect(await board()).not.toContain('Looking')
  })

  it('leaves the plan when its time is set by hand, and the others keep away from that', async () => {
    const second = await leave({
      title: 'Another one',
      ...day('notBefore', '2027-01-12'),
      ...day('notAfter', '2027-01-12'),
    })
    await planAgain()
    const taken = await timeOf(second)
    const local = Temporal.Instant.from(taken).toZonedDateTimeISO('Europe/Lisbon').toPlainTime().toString().slice(0, 5)
    expect(
      (await send(`${list}/${id}/settings`, { ...fields, ...day('startsOn', '2027-01-12'), startsAt: local })).status,
    ).toBe(303)
    expect(await rowOf(id)).toBeUndefined()
    expect((await meeting(id)).season_id).toBeNull()
    expect(await board()).toMatch(/Looking back\s?Group meeting Tue \d\d:\d\d a draft, nobody is invited/)
    await planAgain()
    const apart = Temporal.Instant.from(await timeOf(second))
      .until(Temporal.Instant.from(taken))
      .total('minutes')
    expect(Math.abs(apart)).toBeGreaterThanOrEqual(90)
  })
})

describe('publishing', () => {
  it('gives a large meeting its time and invites everybody once, and a small one its time alone', async () => {
    const large = await leave()
    const small = await draft({ tool: 'small group meeting' })
    await planAgain()
    const [largeAt, smallAt] = [await timeOf(large), await timeOf(small)]
    const page = await look(`${season.path}/${season.planId}/publication`)
    expect(page).toContain('3 people get a mail')
    expect(page).toMatch(/Looking back.*everybody of the initiative/)
    expect(page).toMatch(/Reading together.*nobody yet/)
    await post('publication')
    expect([String((await meeting(large)).starts_at), (await meeting(large)).state]).toEqual([largeAt, 'open'])
    expect([String((await meeting(small)).starts_at), (await meeting(small)).state]).toEqual([smallAt, 'draft'])
    for (const who of [cast.ana, cast.kofi, cast.grace]) expect(mailsTo(h, who, 'Looking back')).toBe(1)
    expect([mailsTo(h, cast.grace), mailsTo(h, cast.ana)]).toEqual([1, 2])
    expect((await rows()).every(({ of }) => of === 'connection')).toBe(true)
    const after = await board()
    expect(after).toMatch(/Looking back\s?Group meeting [^.]*people are invited/)
    expect(after).toMatch(/Reading together\s?Group meeting [^.]*a draft, nobody is invited/)
    expect(await look(`${season.path}/${season.planId}/publication`)).toContain('There is nothing to publish')
    expect(await look(`${list}/${small}`)).toContain('Send the invitations')
  })

  it('sends a meeting back whose required peer got something else, and one that is gone is no matter', async () => {
    const id = await leave({ mustBeThere: [pair.personIds[0] ?? ''] })
    await planAgain()
    const at = Temporal.Instant.from(await timeOf(id))
    const { revision } = await plan()
    await h.change((work) => planSession(work, pair.connectionId, at.add({ minutes: 30 }), 45))
    const { refused } = await h.change((work) => publishPlan(work, season.planId, revision))
    expect(refused).toBe(1)
    expect((await meeting(id)).starts_at).toBeNull()
    expect(await board()).toContain('Every common hour is taken by another meeting.')
  })
})
