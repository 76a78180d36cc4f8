import { expect, it } from 'vitest'
import type { Outside } from '../../platform/outside/guarded-fetch.ts'
import { readCalendar } from './read-calendar.ts'

const reading = {
  from: Temporal.Instant.from('2026-11-24T00:00:00Z'),
  to: Temporal.Instant.from('2027-12-29T00:00:00Z'),
  zone: 'Africa/Accra',
  ownHost: 'perennial.example',
}

/** A server whose every address lies elsewhere. @returns what it and the other hear, each with whether it had the password */
async function heardFrom(address: string, elsewhere: string): Promise<string[]> {
  const heard: string[] = []
  const outside: Outside = async (url, { credentials } = {}) => {
    heard.push(`${new URL(url).origin}${credentials ? ' with the password' : ''}`)
    const props = ['current-user-principal', 'calendar-home-set'].map(
      (name) =>
        `<d:${name}><d:href>${elsewhere}/</d:href></d:${name}><c:${name}><d:href>${elsewhere}/</d:href></c:${name}>`,
    )
    const body = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/</d:href><d:propstat><d:prop>${props.join('')}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`
    const isFound = url.includes('well-known')
    const headers = new Headers(isFound ? { location: `${elsewhere}/` } : { 'content-type': 'application/xml' })
    return { status: isFound ? 301 : 207, headers, url, body: Buffer.from(isFound ? '' : body) }
  }
  const account = { kind: 'caldav', address, user: 'kofi', password: 'secret' } as const
  await readCalendar(outside, account, reading).catch(() => [])
  return [...new Set(heard)].filter((one) => !one.startsWith(address))
}

it('gives the password of a safe account to another host only over a safe line, and never leaves that line', async () => {
  expect(await heardFrom('https://dav.example', 'https://p07.dav.example')).toEqual([
    'https://p07.dav.example with the password',
  ])
  expect(await heardFrom('https://dav.example', 'http://p07.dav.example')).toEqual([])
  expect(await heardFrom('http://dav.example', 'http://else.example')).toEqual(['http://else.example'])
})
