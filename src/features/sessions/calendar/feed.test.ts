import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { linkIn, useHarness } from '../../../../test/harness.ts'
import { mailTo, type PlayedPair, playPair } from '../../../../test/pair.ts'
import { playAgency, playPeer, type Scene } from '../../../../test/scene.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { cancelSession, moveSession, planSession } from '../actions.ts'
import { replyToSession } from '../replies/replying.ts'
import { words } from '../words.ts'

const h = useHarness()
const t = words('en')
let scene: Scene
let pair: PlayedPair
let session = ''
let ana = ''
let kofi = ''

const at = (hours: number) => h.clock.now().add({ hours: 240 + hours })

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.ana, cast.kofi])
  ;[ana = '', kofi = ''] = pair.personIds
  session = await h.change((work) => planSession(work, pair.connectionId, at(6), 45))
  await h.settle()
})

const homeOf = async (personId: string) => {
  const link = { agencyId: scene.agencyId, purpose: 'home' as const, personId, days: 30 }
  return new URL(await h.change((work) => makeLink(work, link))).pathname
}
const addressIn = async (answer: Response) =>
  new URL(/http:\/\/perennial\.test\/[a-z-]*calendar\/[\w-]{43}\.ics/.exec(await answer.text())?.[0] ?? '').pathname
const ask = async (path: string, headers: Record<string, string> = {}) =>
  h.app.request(`http://perennial.test${path}`, { headers })
/** The text of a feed with folded lines joined. */
const textOf = async (path: string) => (await (await ask(path)).text()).replaceAll('\r\n ', '')

describe('a person’s feed', () => {
  let feed = ''
  beforeEach(async () => {
    feed = await addressIn(await h.submit(`${await homeOf(ana)}/calendar`, {}))
  })

  it('says what the page says at every step', async () => {
    expect(await textOf(feed)).toContain('Kofi Mensah: no answer yet')
    await h.change((work) => replyToSession(work, session, kofi, 'yes', 'link'))
    expect(await textOf(feed)).toContain('Kofi Mensah: yes')
    await h.change((work) => replyToSession(work, session, ana, 'maybe', 'link'))
    expect(await textOf(feed)).toContain('STATUS:TENTATIVE')
    await h.change((work) => moveSession(work, session, at(30), t))
    const moved = await textOf(feed)
    expect(moved).toContain(`DTSTART:${at(30).toString().replace(/[-:]/g, '')}`)
    expect(moved).toContain('SEQUENCE:1')
    expect(moved).toContain('STATUS:CONFIRMED')
    await h.change((work) => cancelSession(work, session, t))
    expect(await textOf(feed)).not.toContain('VEVENT')
  })

  it('answers 304 as long as nothing changed, by its tag alone', async () => {
    const first = await ask(feed)
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    const same = await ask(feed, { 'if-none-match': tag })
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect((await ask(feed, { 'if-none-match': `"x", W/${tag}` })).status).toBe(304)
    // What is deleted leaves no time of its change behind: who asks by time hears everything.
    expect(first.headers.get('last-modified')).toBeNull()
    const later = { 'if-modified-since': new Date(2e12).toUTCString() }
    expect((await ask(feed, later)).status).toBe(200)
    h.clock.advance({ minutes: 1 })
    await h.change((work) => cancelSession(work, session, t))
    expect((await ask(feed, { 'if-none-match': tag })).status).toBe(200)
    expect((await ask(feed, { 'if-none-match': tag, ...later })).status).toBe(200)
  })

  it('dies at once when a new address is made', async () => {
    const next = await addressIn(await h.submit(`${await homeOf(ana)}/calendar`, {}))
    expect([(await ask(feed)).status, (await ask(next)).status]).toEqual([404, 200])
  })
})

describe('a connection’s feed', () => {
  it('shows its sessions alone, and ends with the part of its reader', async () => {
    const { personId: rahim } = await playPeer(h, scene, cast.rahim)
    const page = `${await homeOf(ana)}/connections/${pair.connectionId}/calendar`
    const feed = await addressIn(await h.submit(page, {}))
    expect(await textOf(feed)).toContain('Peer meeting: Ana Morales and Kofi Mensah')
    const others = await h.submit(`${await homeOf(rahim)}/connections/${pair.connectionId}/calendar`, {})
    expect(others.status).toBe(404)
    await h.world.db
      .updateTable('connection_members')
      .set({ left_at: h.clock.now() })
      .where('person_id', '=', ana)
      .execute()
    expect((await ask(feed)).status).toBe(404)
  })
})

describe('an initiative’s feed', () => {
  const page = () => `/initiatives/${scene.initiativeId}/calendar`

  it('shows every session with who comes, to the staff who asked for it', async () => {
    const feed = await addressIn(await h.submit(page(), {}, scene.facilitator))
    await h.change((work) => replyToSession(work, session, kofi, 'yes', 'link'))
    expect(await textOf(feed)).toContain('Kofi Mensah: yes')
    const again = await addressIn(await h.submit(page(), {}, scene.administrator))
    expect([(await ask(feed)).status, (await ask(again)).status]).toEqual([200, 200])
    await addressIn(await h.submit(page(), {}, scene.facilitator))
    expect([(await ask(feed)).status, (await ask(again)).status]).toEqual([404, 200])
  })

  it('ends with the access of the staff who asked for it', async () => {
    const feed = await addressIn(await h.submit(page(), {}, scene.facilitator))
    await h.world.db
      .updateTable('staff')
      .set({ deactivated_at: h.clock.now() })
      .where('id', '=', scene.staffId)
      .execute()
    expect((await ask(feed)).status).toBe(404)
  })

  it('ends when who asked for it may only look on, and does not come back with the role', async () => {
    const feed = await addressIn(await h.submit(page(), {}, scene.facilitator))
    const become = (role: string) => h.submit(`/staff/${scene.staffId}/role`, { role }, scene.administrator)
    await h.world.db.updateTable('staff').set({ role: 'funder' }).where('id', '=', scene.staffId).execute()
    expect((await ask(feed)).status).toBe(404)
    await h.world.db.updateTable('staff').set({ role: 'facilitator' }).where('id', '=', scene.staffId).execute()
    expect((await ask(feed)).status).toBe(200)
    for (const role of ['funder', 'facilitator']) expect((await become(role)).status).toBe(303)
    expect((await ask(feed)).status).toBe(404)
  })
})

it('one session can be added by hand from its page', async () => {
  const reply = linkIn(mailTo(h, cast.ana, 'Meeting'), 'reply')
  expect(await (await h.get(`${reply}?pick=yes`)).text()).toContain('/event.ics')
  const file = await h.get(`${reply}/event.ics`)
  expect(file.headers.get('content-disposition')).toContain('meeting.ics')
  expect((await file.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  await h.change((work) => cancelSession(work, session, t))
  expect((await h.get(`${reply}/event.ics`)).status).toBe(404)
})
