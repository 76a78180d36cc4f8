import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { guardedFetch } from '../../platform/outside/guarded-fetch.ts'
import { leaveParticipation, returnParticipation } from '../initiatives/actions.ts'
import { readAvailability } from './availability.ts'
import { readDueCalendars } from './calendars.ts'
import { makeTimeLink } from './link.ts'

const h = useHarness()

let base = ''
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += part))
  request.on('end', () => answer(request, response, body))
})

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  // The way out of the system refuses this very machine; for these tests alone it is opened.
  h.world.outside = guardedFetch({ mayReach: (address) => address === '127.0.0.1' })
})

const ics = (...times: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...times.flatMap((time, index) => [
      'BEGIN:VEVENT',
      `UID:${index}@test.example`,
      'SUMMARY:Dentist',
      `DTSTART:${time}`,
      'DURATION:PT1H',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n')

async function play() {
  const scene = await playAgency(h)
  const kofi = await playPeer(h, scene, cast.kofi)
  const address = await h.change((work) => makeTimeLink(work, { personId: kofi.personId, agencyId: scene.agencyId }))
  return { ...kofi, scene, path: `${new URL(address).pathname}/calendars` }
}

async function busyOf(personId: string) {
  const to = h.clock.now().add({ hours: 24 * 60 })
  const found = (await readAvailability(h.world.db, [personId], h.clock.now(), to)).get(personId)
  return found?.busy.map(({ startsAt }) => startsAt.toString())
}

const pageOf = async (path: string) => (await (await h.get(path)).text()).replace(/<[^>]+>/g, '')

describe('a calendar by its address', () => {
  test('is not busy with what we invited to ourselves', async () => {
    const { path, personId } = await play()
    const own = ics('20261202T100000Z').replace('0@test.example', 'a-session@perennial.test')
    answer = (_request, response) => response.end(own)
    await h.submit(path, { kind: 'ics', address: `${base}/secret.ics` })
    await readDueCalendars(h.world)
    expect(await busyOf(personId)).toEqual([])
  })

  test('is read by the sweep, kept out of, shown without a word of what is in it, and forgotten when removed', async () => {
    const { path, personId } = await play()
    answer = (_request, response) => response.end(ics('20261201T100000Z', '20261202T100000Z'))
    const kept = await h.submit(path, { kind: 'ics', address: `${base}/secret.ics` })
    expect(kept.headers.get('location')).toBe(`${path}?said=calendarAdded`)
    expect(await pageOf(path)).toContain('Not read yet.')
    await readDueCalendars(h.world)
    expect(await busyOf(personId)).toEqual(['2026-12-01T10:00:00Z', '2026-12-02T10:00:00Z'])
    const page = await pageOf(path)
    expect(page).toContain('2 busy times')
    for (const secret of ['secret.ics', 'Dentist']) expect(page).not.toContain(secret)
    const { sealed } = await h.world.db.selectFrom('calendar_sources').select('sealed').executeTakeFirstOrThrow()
    expect(sealed).not.toContain('secret')
    const id = /name="calendar" value="([^"]+)"/.exec(await (await h.get(path)).text())?.[1] ?? ''
    await h.submit(`${path}/removal`, { calendar: id })
    expect(await busyOf(personId)).toEqual([])
    expect(await pageOf(path)).toContain('None is read so far.')
  })

  test('is read again after an hour, and only what changed is written', async () => {
    const { path, personId } = await play()
    let asked = 0
    answer = (_request, response) => {
      asked += 1
      response.end(ics('20261201T100000Z', asked === 1 ? '20261202T100000Z' : '20261203T100000Z'))
    }
    await h.submit(path, { kind: 'ics', address: `${base}/x.ics` })
    await readDueCalendars(h.world)
    await readDueCalendars(h.world)
    expect(asked).toBe(1)
    const version = async () => {
      const rows = await h.world.db.selectFrom('busy_times').select('starts_at').orderBy('starts_at').execute()
      return rows.map(({ starts_at }) => starts_at.toString())
    }
    h.clock.advance({ hours: 1 })
    await readDueCalendars(h.world)
    expect(asked).toBe(2)
    expect(await version()).toEqual(['2026-12-01T10:00:00Z', '2026-12-03T10:00:00Z'])
    expect(await busyOf(personId)).toHaveLength(2)
  })

  test('says why it could not be read, keeps what was known, and waits longer each time', async () => {
    const { path, personId } = await play()
    answer = (_request, response) => response.end(ics('20261201T100000Z'))
    await h.submit(path, { kind: 'ics', address: `${base}/x.ics` })
    await readDueCalendars(h.world)
    let asked = 0
    answer = (_request, response) => {
      asked += 1
      response.writeHead(asked === 1 ? 403 : 200).end('<html>Sign in</html>')
    }
    h.clock.advance({ hours: 1 })
    await readDueCalendars(h.world)
    expect(await pageOf(path)).toContain('access was refused')
    expect(await busyOf(personId)).toEqual(['2026-12-01T10:00:00Z'])
    h.clock.advance({ hours: 1 })
    await readDueCalendars(h.world)
    expect(asked).toBe(1)
    h.clock.advance({ hours: 1 })
    await readDueCalendars(h.world)
    expect(asked).toBe(2)
    expect(await pageOf(path)).toContain('the answer is no calendar')
  })

  test('is not read while its owner takes part in nothing', async () => {
    const { path, participationId } = await play()
    let asked = 0
    answer = (_request, response) => {
      asked += 1
      response.end(ics())
    }
    await h.submit(path, { kind: 'ics', address: `${base}/x.ics` })
    await h.change((work) => leaveParticipation(work, participationId))
    await readDueCalendars(h.world)
    expect(asked).toBe(0)
    await h.change((work) => returnParticipation(work, participationId))
    await readDueCalendars(h.world)
    expect(asked).toBe(1)
  })

  test('is not asked inside of our own network', async () => {
    const { path } = await play()
    let asked = 0
    answer = (_request, response) => {
      asked += 1
      response.end(ics())
    }
    h.world.outside = guardedFetch()
    await h.submit(path, { kind: 'ics', address: `${base}/x.ics` })
    await readDueCalendars(h.world)
    expect(asked).toBe(0)
    expect(await pageOf(path)).toContain('the address is not one we may read')
  })

  test('comes back with what is wrong, and is no more than three', async () => {
    const { path } = await play()
    for (const [fields, words] of [
      [{ kind: 'ics', address: '' }, 'Enter the whole address'],
      [{ kind: 'ics', address: 'file:///etc/passwd' }, 'Enter the whole address'],
      [{ kind: 'ics', address: 'my calendar' }, 'Enter the whole address'],
      [{ kind: 'caldav', address: `${base}/` }, 'CalDAV takes a user and a password'],
    ] as const) {
      const wrong = await h.submit(path, fields)
      expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining(words)])
    }
    for (const one of [1, 2, 3]) await h.submit(path, { kind: 'ics', address: `${base}/${one}.ics` })
    const fourth = await h.submit(path, { kind: 'ics', address: `${base}/4.ics` })
    expect([fourth.status, await fourth.text()]).toEqual([422, expect.stringContaining('Three calendars are the most')])
  })

  test('is nobody else’s to remove', async () => {
    const { path, scene } = await play()
    await h.submit(path, { kind: 'ics', address: `${base}/x.ics` })
    const { id } = await h.world.db.selectFrom('calendar_sources').select('id').executeTakeFirstOrThrow()
    const { personId } = await playPeer(h, scene, cast.ana)
    const other = new URL(await h.change((work) => makeTimeLink(work, { personId, agencyId: scene.agencyId }))).pathname
    expect((await h.submit(`${other}/calendars/removal`, { calendar: id })).status).toBe(404)
  })
})

describe('a calendar by CalDAV', () => {
  test('is found from the server’s root, with user and password, and read for what is busy', async () => {
    const { path, personId } = await play()
    const seen = new Set<string | undefined>()
    answer = (request, response, body) => {
      seen.add(request.headers.authorization)
      const { status, text } = caldav(request, body)
      response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8' }).end(text)
    }
    await h.submit(path, { kind: 'caldav', address: base, user: 'kofi', password: 'pass word' })
    await readDueCalendars(h.world)
    expect(await pageOf(path)).toContain('1 busy time.')
    expect(await busyOf(personId)).toEqual(['2026-12-01T10:00:00Z'])
    expect([...seen]).toEqual([`Basic ${Buffer.from('kofi:pass word').toString('base64')}`])
  })

  test('keeps what was known where the server fails in place of naming its calendars', async () => {
    const { path, personId } = await play()
    let fails = false
    answer = (request, response, body) => {
      const isList = request.method === 'PROPFIND' && body.includes('resourcetype') && request.url === '/kofi/'
      const { status, text } = fails && isList ? { status: 503, text: '' } : caldav(request, body)
      response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8' }).end(text)
    }
    await h.submit(path, { kind: 'caldav', address: base, user: 'kofi', password: 'pass word' })
    await readDueCalendars(h.world)
    fails = true
    h.clock.advance({ hours: 1 })
    await readDueCalendars(h.world)
    expect(await busyOf(personId)).toEqual(['2026-12-01T10:00:00Z'])
    expect(await pageOf(path)).toContain('Last reading failed: nobody answered there.')
  })

  test('says that its password is refused', async () => {
    const { path } = await play()
    answer = (_request, response) => response.writeHead(401).end()
    await h.submit(path, { kind: 'caldav', address: base, user: 'kofi', password: 'old' })
    await readDueCalendars(h.world)
    expect(await pageOf(path)).toContain('is the password still right?')
  })
})

/** As much of a CalDAV server (RFC 4791) as it takes to find one calendar with one event. */
function caldav(request: IncomingMessage, body: string): { status: number; text: string } {
  const found = (href: string, props: string) =>
    `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>${href}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`
  if (request.url?.startsWith('/.well-known')) return { status: 404, text: '' }
  if (body.includes('current-user-principal'))
    return {
      status: 207,
      text: found('/', '<d:current-user-principal><d:href>/kofi/</d:href></d:current-user-principal>'),
    }
  if (body.includes('calendar-home-set'))
    return { status: 207, text: found('/kofi/', '<c:calendar-home-set><d:href>/kofi/</d:href></c:calendar-home-set>') }
  if (request.method === 'PROPFIND') {
    const kinds = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>'
    const events = '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
    return { status: 207, text: found('/kofi/work/', `<d:displayname>Work</d:displayname>${kinds}${events}`) }
  }
  const data = body.includes('calendar-multiget') ? `<c:calendar-data>${ics('20261201T100000Z')}</c:calendar-data>` : ''
  return { status: 207, text: found('/kofi/work/1.ics', `<d:getetag>"1"</d:getetag>${data}`) }
}
