import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { filledForm, playInvited } from '../../../test/profile-scene.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { saySo } from './actions.ts'
import { readAvailability } from './availability.ts'
import { halfDaysOf, weekOf } from './half-days.ts'
import { makeTimeLink } from './link.ts'
import { timePath } from './parts.tsx'
import { emptyWeek, stretchesOf, withSlots } from './week.ts'

const h = useHarness()

const textOf = async (path: string) => (await h.get(path)).text()

async function play(member = cast.kofi, known?: Scene) {
  const scene = known ?? (await playAgency(h))
  const peer = await playPeer(h, scene, member)
  const address = await h.change((work) => makeTimeLink(work, { personId: peer.personId, agencyId: scene.agencyId }))
  return { ...peer, scene, path: new URL(address).pathname }
}

async function known(personId: string) {
  const found = await readAvailability(h.world.db, [personId], h.clock.now(), h.clock.now().add({ hours: 2400 }))
  return found.get(personId)
}

const day = (name: string, [d, m, y]: [string, string, string]) => ({
  [`${name}.d`]: d,
  [`${name}.m`]: m,
  [`${name}.y`]: y,
})

describe('the page about one’s own time', () => {
  test('names the zone, the holidays and who reads it, and changes nothing when a scanner opens it', async () => {
    const { path, personId, scene } = await play()
    const before = await known(personId)
    const page = await textOf(path)
    expect(page).toContain('All hours are <bdi>Accra time</bdi>; it is 09:00 there now.')
    expect(page).toContain('Public holidays of <bdi>Ghana</bdi> count as no')
    expect(page).toContain('You and the facilitators of <bdi>Agora Fiscal Network</bdi>')
    expect(page).toContain('aria-label="9:00 Monday, good"')
    expect(page).toContain('aria-label="9:00 Friday"')
    expect(await known(personId)).toEqual(before)
    const { path: other } = await play(cast.leila, scene)
    expect(await textOf(other)).toContain('aria-label="9:00 lundi, bonne"')
  })

  test('takes a whole drawn week; one of nothing is nothing said', async () => {
    const { path, personId } = await play()
    const week = withSlots(emptyWeek, [0, 335], '1')
    expect((await h.submit(path, { week })).headers.get('location')).toBe(`${path}?said=saved#week`)
    expect((await known(personId))?.week).toBe(week)
    await h.submit(path, { week: emptyWeek })
    expect((await known(personId))?.week).toBeNull()
    expect(await textOf(path)).toContain('Nothing said yet: any working hour may be proposed.')
  })

  test('takes ticked half-hours, days and hours, and says what is missing', async () => {
    const { path, personId } = await play()
    await h.submit(path, { week: emptyWeek })
    await h.submit(path, { level: '2', s0: '10:00', d: ['6'], h: ['20:00'] })
    const drawn = stretchesOf((await known(personId))?.week ?? '').map((one) => `${one.day} ${one.from}-${one.to}`)
    expect(drawn).toEqual(['0 20-21', '0 40-41', ...[1, 2, 3, 4, 5].map((one) => `${one} 40-41`), '6 14-42'])
    for (const [fields, words] of [
      [{ level: '2' }, 'Tick at least one half-hour, day or hour'],
      [{ s0: '10:00' }, 'Choose good, if need be or no'],
      [{ s0: '10:00', level: '3' }, 'Choose good, if need be or no'],
      [{ s0: '24:00', s1: '9:15', level: '2' }, 'Tick at least one half-hour, day or hour'],
      [{ week: 'x', level: '1' }, 'Tick at least one half-hour, day or hour'],
    ] as const) {
      const answer = await h.submit(path, fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(words)
    }
  })

  test('keeps days that are not as usual, with every mistake at its field', async () => {
    const { path, personId, scene } = await play()
    const days = { ...day('from', ['24', '12', '2026']), ...day('to', ['31', '12', '2026']), dayLevel: '0' }
    expect((await h.submit(`${path}/days`, days)).headers.get('location')).toBe(`${path}?said=dayAdded#days`)
    const page = await textOf(path)
    expect(page).toContain('<bdi>24 December 2026</bdi> to <bdi>31 December 2026</bdi>')
    for (const [fields, words] of [
      [{ ...days, ...day('from', ['31', '2', '2026']) }, 'Enter a day, like 24 12 2026'],
      [{ ...days, ...day('to', ['x', '', '']) }, 'Enter a day, like 24 12 2026'],
      [{ ...days, ...day('to', ['1', '12', '2026']) }, 'The last day is before the first'],
      [{ ...days, ...day('from', ['1', '1', '2026']), ...day('to', ['1', '2', '2026']) }, 'must be today or later'],
      [{ ...days, ...day('to', ['1', '10', '2028']) }, 'At most a year at once'],
      [{ ...days, dayLevel: '7' }, 'Choose what holds on these days'],
    ] as const) {
      const answer = await h.submit(`${path}/days`, fields)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)])
    }
    const id = /name="exception" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const other = await play(cast.ana, scene)
    expect((await h.submit(`${other.path}/days/removal`, { exception: id })).status).toBe(404)
    await h.submit(`${path}/days/removal`, { exception: id })
    expect((await known(personId))?.exceptions.some(({ to }) => to.toString() === '2026-12-31')).toBe(false)
  })

  test('keeps limits, holidays and days of rest; those of the country are not written down', async () => {
    const { path, personId } = await play(cast.nadia)
    await h.submit(`${path}/limits`, { perWeek: '2', perMonth: '90', weekend: ['5', '6'] })
    expect(await known(personId)).toMatchObject({ sessionsPerWeek: 2, minutesPerMonth: 90, exceptions: [] })
    const { weekend_days } = await h.world.db.selectFrom('availabilities').selectAll().executeTakeFirstOrThrow()
    expect(weekend_days).toBeNull()
    await h.submit(`${path}/limits`, { perWeek: '', perMonth: '', holidays: 'yes', weekend: ['7'] })
    expect(await known(personId)).toMatchObject({ sessionsPerWeek: null, minutesPerMonth: null, weekendDays: [7] })
    const wrong = await h.submit(`${path}/limits`, {
      perWeek: 'two',
      perMonth: '7',
      weekend: ['1', '2', '3', '4', '5', '6', '7'],
    })
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const words of ['from 1 to 20', 'from 15 to 6000', 'Leave at least one day', 'value="two"'])
      expect(page).toContain(words)
  })

  test('saves once however often the button is pressed', async () => {
    const { path, personId } = await play()
    const fields = { _key: 'b2b0b7a4-7a52-4b8e-9d5c-0d1f4c6f1a11', week: weekOf('fri-am') }
    for (const _ of [1, 2]) expect((await h.submit(path, fields)).status).toBe(303)
    const trail = await h.world.db
      .selectFrom('audit_events')
      .select('verb')
      .where('verb', '=', 'availability.say')
      .execute()
    expect(trail).toHaveLength(1)
    expect((await known(personId))?.week).toBe(weekOf('fri-am'))
  })

  test('comes in one journey also with every half-hour drawn and a dozen stretches of days', async () => {
    const { path } = await play(cast.leila)
    const week = Array.from(
      { length: 336 },
      (_, slot) => [2, 1, 0, 2, 0][Math.floor((slot + Math.floor(slot / 48) * 5) / 5) % 5],
    ).join('')
    await h.submit(path, { week })
    for (let month = 1; month <= 12; month += 1) {
      const days = { ...day('from', ['3', String(month), '2027']), ...day('to', ['9', String(month), '2027']) }
      await h.submit(`${path}/days`, { ...days, dayLevel: String(month % 3) })
    }
    const html = await textOf(path)
    let bytes = gzipSync(html).length
    for (const [, part = ''] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g))
      bytes += gzipSync(await textOf(part)).length
    expect(bytes).toBeLessThanOrEqual(14_600)
  })
})

describe('ways to one’s own time', () => {
  test('lead there from the thanks after the one-minute form, which keeps what was drawn', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    await h.submit(kofi.path, filledForm)
    expect(await textOf(`${kofi.path}/thanks`)).toContain('Say when I can meet')
    const opened = await h.submit(`${kofi.path}/availability`, {})
    const path = new URL(opened.headers.get('location') ?? '').pathname
    expect(path).toMatch(/^\/availability\/[\w-]{43}$/)
    await h.submit(path, { level: '1', s6: '6:00', s0: '9:00' })
    await h.submit(kofi.path, { ...filledForm, free: ['thu/ev', 'fri/am'] })
    const week = (await known(kofi.personId))?.week ?? ''
    expect(halfDaysOf(week)).toEqual(['thu-ev', 'fri-am'])
    expect([week[300], week[18], week[19]]).toEqual(['1', '1', '2'])
  })

  test('open with a link of this purpose alone', async () => {
    const { path, personId, scene } = await play()
    const token = path.split('/').at(-1)
    expect((await h.get(`/my/${token}`)).status).toBe(404)
    expect((await h.get('/availability/nothing')).status).toBe(404)
    await h.world.db
      .updateTable('persons')
      .set({ merged_into_id: (await playPeer(h, scene, cast.ana)).personId })
      .where('id', '=', personId)
      .execute()
    expect((await h.get(path)).status).toBe(404)
  })
})

describe('a facilitator', () => {
  test('sees it on the person’s page, and fills it in under their own name', async () => {
    const { personId, scene } = await play()
    await h.change((work) => saySo(work, personId, ({ week }) => ({ week: withSlots(week, [34, 35, 36], '1') })))
    const person = await (
      await h.get(`/initiatives/${scene.initiativeId}/people/${personId}`, scene.facilitator)
    ).text()
    expect(person).toContain('Mon 9–17, 17–18:30 if need be; Tue 9–17; Wed 9–17; Thu 9–17 (Accra time)')
    const path = timePath(scene.initiativeId, personId)
    expect(person).toContain(`href="${path}"`)
    expect(await (await h.get(path, scene.facilitator)).text()).toContain('When can <bdi>Kofi Mensah</bdi> meet?')
    expect((await h.submit(path, { week: weekOf('sun-am') }, scene.facilitator)).status).toBe(303)
    const { actor_kind } = await h.world.db
      .selectFrom('audit_events')
      .select('actor_kind')
      .where('verb', '=', 'availability.say')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(actor_kind).toBe('staff')
  })

  test('of another agency finds nobody there', async () => {
    const { personId, scene } = await play()
    const elsewhere = await playAgency(h, 'Elsewhere')
    for (const initiative of [scene.initiativeId, elsewhere.initiativeId]) {
      const path = timePath(initiative, personId)
      expect((await h.get(path, elsewhere.facilitator)).status).toBe(404)
      expect((await h.submit(path, { week: weekOf('sun-am') }, elsewhere.facilitator)).status).toBe(404)
    }
  })
})
