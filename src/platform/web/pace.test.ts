import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { systemClock } from '../clock.ts'

const h = useHarness()
const start = systemClock.now()

afterEach(() => vi.restoreAllMocks())

/** Sends a form as if from an address, through the connection that the server would see. */
function ask(path: string, address: string, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams({ _key: randomUUID(), ...fields })
  const connection = { incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } } }
  const init = { method: 'POST', body, headers: { origin: 'http://perennial.test' } }
  return Promise.resolve(h.app.request(`http://perennial.test${path}`, init, connection)).then(({ status }) => status)
}

test('whoever asks for links again and again is asked to wait, and nobody else is', async () => {
  const clock = vi.spyOn(systemClock, 'now').mockReturnValue(start.add({ hours: 1 }))
  const statuses = new Map<number, number>()
  for (let count = 0; count < 303; count++) {
    const status = await ask('/my', '203.0.113.9', { email: 'nobody@peers.example' })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect([...statuses]).toEqual([
    [303, 300],
    [429, 3],
  ])
  expect(await ask('/my', '203.0.113.10', { email: cast.ana.email })).toBe(303)
  clock.mockReturnValue(start.add({ hours: 1, minutes: 10 }))
  expect(await ask('/my', '203.0.113.9', { email: cast.ana.email })).toBe(303)
})

test('asking for codes and trying them count together, as does a whole IPv6 network', async () => {
  vi.spyOn(systemClock, 'now').mockReturnValue(start.add({ hours: 2 }))
  const statuses: number[] = []
  for (let count = 0; count < 301; count++) {
    const path = count % 2 === 0 ? '/sign-in' : '/sign-in/code'
    statuses.push(await ask(path, `2001:db8:1:2:${count.toString(16)}::1`, { address: 'no address', code: '1' }))
  }
  expect(statuses.slice(0, 300).every((status) => status === 422)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect(await ask('/sign-in', '2001:db8:1:3::1', { address: 'no address' })).toBe(422)
})

test('the answer says when to come back, in words and in its headers', async () => {
  vi.spyOn(systemClock, 'now').mockReturnValue(start.add({ hours: 3 }))
  const connection = { incoming: { socket: { remoteAddress: '203.0.113.20' } } }
  const init = { method: 'POST', headers: { origin: 'http://perennial.test', 'accept-language': 'fr' } }
  for (let count = 0; count < 300; count++) await h.app.request('http://perennial.test/my', init, connection)
  const answer = await h.app.request('http://perennial.test/my', init, connection)
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('600')
  expect(await answer.text()).toContain('Réessayez dans dix minutes')
})

test('a proxy on this machine is not the visitor: who it asks for counts', async () => {
  vi.spyOn(systemClock, 'now').mockReturnValue(start.add({ hours: 4 }))
  const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  const through = (forwarded: Record<string, string>) => {
    const init = { method: 'POST', headers: { origin: 'http://perennial.test', ...forwarded } }
    return h.app.request('http://perennial.test/my', init, connection)
  }
  for (let count = 0; count < 301; count++) expect((await through({})).status).toBe(422)
  for (let count = 0; count < 300; count++) await through({ 'x-forwarded-for': '6.6.6.6, 203.0.113.30' })
  expect((await through({ 'x-forwarded-for': '203.0.113.30' })).status).toBe(429)
  expect((await through({ 'x-forwarded-for': '203.0.113.31' })).status).toBe(422)
})
