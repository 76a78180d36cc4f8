import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { type PlayedSeason, playSeason, sayFree } from '../../../test/season.ts'
import { runSweeps } from '../../schedule.ts'
import { listRows } from './rows-store.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let season: PlayedSeason

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.paola, cast.rahim])
  await sayFree(h, pair.personIds)
  h.post.length = 0
  season = await playSeason(h, scene, { sessionsEach: 3 })
})

const rows = () => listRows(h.world.db, season.planId)
const times = async () => (await rows()).map(({ startsAt }) => String(startsAt))
const plan = () =>
  h.world.db.selectFrom('season_plans').selectAll().where('id', '=', season.planId).executeTakeFirstOrThrow()
const revision = async () => String((await plan()).revision)
const look = (path = '') => wordsOf(h.get(`${season.path}${path}`, scene.facilitator))
const place = (number = 0) => ({ series: pair.connectionId, number: String(number) })
const cell = (number = 0, query = '') =>
  `/${season.planId}/session?series=${pair.connectionId}&number=${number}${query}`
const html = async (path: string) => (await h.get(`${season.path}${path}`, scene.facilitator)).text()

async function post(act: string, fields: Record<string, string> = {}, said?: string) {
  const answer = await h.submit(
    `${season.path}/${season.planId}/${act}`,
    { revision: await revision(), ...fields },
    scene.facilitator,
  )
  if (said) expect(answer.headers.get('location')).toContain(`said=${said}`)
  await h.settle()
  return answer
}

const publish = () => post('publication', {}, 'saidPublished')

/** The first other time that the page of a session offers. */
async function firstOther(number = 0): Promise<string> {
  const at = /name="at" value="([^"]+)"/.exec(await html(cell(number)))?.[1]
  if (!at) throw new Error('No other time is offered.')
  return at
}

describe('a season', () => {
  it('that cannot even be begun says so, and can be planned again', async () => {
    const setZone = (zone: string) => h.world.db.updateTable('agencies').set({ zone }).execute()
    h.world.log.level = 'silent'
    await setZone('Nowhere')
    await post('planning', { how: 'plan' }).catch(() => null)
    expect((await plan()).run_state).toBe('failed')
    await setZone('Europe/Lisbon')
    await post('planning', { how: 'plan' }, 'saidStarted')
    expect((await plan()).run_state).toBe('idle')
  })

  it('is planned whole, with each meeting a rhythm apart and nobody told', async () => {
    const planned = await rows()
    expect(planned).toHaveLength(3)
    expect(planned.every(({ startsAt }) => startsAt !== null)).toBe(true)
    expect(await look()).toContain('All 3 meetings have a time')
    expect(await look()).toContain('Proved: no plan of these meetings has fewer')
    expect(h.post).toEqual([])
  })

  it('shows what every other time of a meeting costs before it is moved, and takes a move back', async () => {
    const before = await times()
    const page = await look(cell())
    expect(page).toContain('Other times, and what they cost')
    expect(page).toMatch(/Paola Andrade: .*America|Quito|Guayaquil/)
    const at = await firstOther()
    await post('move', { ...place(), at }, 'saidMoved')
    expect((await times())[0]).toBe(at)
    const step = /name="step" value="(\d+)"/.exec(await html(''))?.[1] ?? ''
    await post('undo', { step }, 'saidUndone')
    expect(await times()).toEqual(before)
    expect(await (await post('undo', { step })).text()).toContain('There is nothing to undo.')
    const again = /redo"[\s\S]*?name="step" value="(\d+)"/.exec(await html(''))?.[1] ?? ''
    await post('redo', { step: again }, 'saidRedone')
    expect((await times())[0]).toBe(at)
  })

  it('refuses a time that somebody else made old, and one that lies outside the season', async () => {
    const at = await firstOther()
    const old = await post('move', { ...place(), at, revision: '0' })
    expect(await old.text()).toContain('Somebody did something since you looked')
    const outside = await post('move', { ...place(), at: '2028-01-01T10:00:00Z' })
    expect(await outside.text()).toContain('This time cannot be had')
  })

  it('keeps what is pinned when it is planned again', async () => {
    const at = await firstOther(1)
    await post('move', { ...place(1), at })
    await post('pins', { ...place(1), pinned: 'yes' }, 'saidPinned')
    await post('planning', { how: 'plan' }, 'saidStarted')
    expect(await times()).toContain(at)
    expect(await look(cell(1))).toContain('It is pinned.')
    await post('pins', { ...place(1), pinned: 'no' }, 'saidUnpinned')
  })
})

describe('a published season', () => {
  it('comes as one mail a peer, and one yes for all brings the invitations', async () => {
    await publish()
    expect(h.post.map(({ subject }) => subject).toSorted()).toEqual([
      'Your 3 meetings with Paola Andrade',
      'Your 3 meetings with Rahim Chowdhury',
    ])
    const link = linkIn(mailTo(h, cast.rahim), 'series')
    expect(await wordsOf(h.get(link))).toContain('Your 3 meetings with Paola Andrade')
    h.post.length = 0
    const yes = { all: 'yes', _key: 'a-key-that-is-pressed-twice' }
    for (const _press of [1, 2]) expect((await h.submit(link, yes)).status).toBe(303)
    await h.settle()
    expect(mailsTo(h, cast.rahim)).toBe(3)
    expect(mailsTo(h, cast.paola)).toBe(0)
    expect(h.post.every(({ calendar }) => calendar?.method === 'REQUEST')).toBe(true)
    expect(await look()).toContain('3 of 6 answers are in')
    expect(await look()).toContain('some answered; yes: Rahim Chowdhury')
    expect(await html('')).toContain(`href="/initiatives/${scene.initiativeId}/calendar"`)
  })

  it('sends nothing twice', async () => {
    await publish()
    expect(await (await post('publication')).text()).toContain('There is nothing to publish')
    expect(await look(`/${season.planId}/publication`)).toContain('There is nothing to publish')
    expect(h.post).toHaveLength(2)
  })

  it('moves a meeting that one declines to an easy time by itself, and tells everybody once', async () => {
    await publish()
    const before = await times()
    const link = linkIn(mailTo(h, cast.rahim), 'series')
    const [first] = await rows()
    h.post.length = 0
    await h.submit(link, { [`reply.${first?.session?.id}`]: 'no' })
    await h.settle()
    const after = await times()
    expect(after[0]).not.toBe(before[0])
    expect(after.slice(1)).toEqual(before.slice(1))
    for (const who of [cast.rahim, cast.paola]) expect(mailsTo(h, who)).toBe(1)
    expect(mailTo(h, cast.paola)?.calendar?.text).toContain('SEQUENCE:1')
  })

  it('notes no yes to a time that moved since the page was opened', async () => {
    await publish()
    const link = linkIn(mailTo(h, cast.rahim), 'series')
    const shown = /name="shown" value="([^"]+)"/.exec(await (await h.get(link)).text())?.[1] ?? ''
    expect(shown.split(' ')).toHaveLength(3)
    const [first] = await rows()
    await h.submit(linkIn(mailTo(h, cast.paola), 'series'), { [`reply.${first?.session?.id}`]: 'no' })
    await h.settle()
    const late = await h.submit(link, { all: 'yes', shown })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Something changed since you opened this page')
    expect(
      (await rows()).flatMap(({ session }) => session?.replies ?? []).filter(({ reply }) => reply === 'yes'),
    ).toEqual([])
  })

  it('reminds only who has not answered, once, and then shows them on the desk', async () => {
    await publish()
    await h.submit(linkIn(mailTo(h, cast.rahim), 'series'), { all: 'yes' })
    await h.settle()
    h.post.length = 0
    h.clock.moveTo(Temporal.Instant.from('2026-12-01T10:00:00Z'))
    for (const _sweep of [1, 2]) await runSweeps(h.world)
    await h.settle()
    expect(mailsTo(h, cast.paola, 'please answer by')).toBe(1)
    expect(mailsTo(h, cast.rahim, 'please answer by')).toBe(0)
    h.clock.moveTo(Temporal.Instant.from('2026-12-05T10:00:00Z'))
    const desk = `/initiatives/${scene.initiativeId}`
    expect(await wordsOf(h.get(desk, scene.facilitator))).toContain('Paola Andrade has not answered the times')
    await post('asking', { person: pair.personIds[0] ?? '', back: 'desk' }, 'saidReminded')
    expect(mailsTo(h, cast.paola, 'please answer by')).toBe(2)
    expect(await wordsOf(h.get(desk, scene.facilitator))).not.toContain('has not answered the times')
  })

  it('invites who said nothing a week before the meeting', async () => {
    await publish()
    await h.submit(linkIn(mailTo(h, cast.rahim), 'series'), { all: 'yes' })
    await h.settle()
    h.post.length = 0
    const [first] = (await rows()).flatMap(({ startsAt }) => startsAt ?? []).toSorted(Temporal.Instant.compare)
    h.clock.moveTo((first ?? h.clock.now()).subtract({ hours: 30 }))
    await runSweeps(h.world)
    await h.settle()
    // The poll of three times is for connections without a plan.
    expect(await h.world.db.selectFrom('time_polls').select('id').execute()).toEqual([])
    const invitations = h.post.filter(({ calendar }) => calendar?.method === 'REQUEST')
    expect(invitations.map(({ to }) => to.address)).toEqual([cast.paola.email])
  })

  it('leaves a week free for everybody: the moves are seen first, and then sent as changes of the same entries', async () => {
    await publish()
    h.post.length = 0
    const before = await rows()
    const monday = mondayOf(before[1]?.startsAt)
    expect(await look(`/${season.planId}/week?week=${monday}`)).toContain('Does nobody meet in the week of')
    await post('week', { week: monday, closed: 'yes' }, 'saidStarted')
    const drafted = await rows()
    expect(drafted.filter(({ isChanged }) => isChanged)).toHaveLength(1)
    expect(mondayOf(drafted[1]?.startsAt)).not.toBe(monday)
    expect(h.post).toEqual([])
    expect(await look()).toContain('will move')
    await publish()
    expect(h.post).toHaveLength(2)
    expect(h.post.every(({ calendar }) => calendar?.text.includes('SEQUENCE:1'))).toBe(true)
    expect((await rows())[1]?.session?.startsAt.toString()).toBe(drafted[1]?.startsAt?.toString())
  })
})

function mondayOf(at: Temporal.Instant | null | undefined): string {
  const day = at?.toZonedDateTimeISO('UTC').toPlainDate()
  return day?.subtract({ days: day.dayOfWeek - 1 }).toString() ?? ''
}
