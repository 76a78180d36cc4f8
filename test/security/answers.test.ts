import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import Papa from 'papaparse'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePool } from '../../src/platform/database/database.ts'
import { disarmFaults, faultCalls, startCounting } from '../../src/platform/database/faultpoints.ts'
import { openLog } from '../../src/platform/log.ts'
import { listRoutes } from '../../src/platform/web/policy.ts'
import { cast } from '../cast.ts'
import { digest } from '../digest.ts'
import { useHarness, type Who } from '../harness.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: 'silent' }, { resetBetweenTests: false })
const base = 'http://perennial.test'
let side: Side
let pool: pg.Pool

beforeAll(async () => {
  side = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  await h.settle()
  pool = makePool(h.connection, 1)
  return () => pool.end()
})

/** Every address that can be opened, with who may open it. */
function everyPage(): { path: string; who: Who; route: string }[] {
  return listRoutes(h.app)
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => {
      const purpose = route.who?.startsWith('link: ') ? route.who.slice(6) : null
      const holders = [...Object.values(side.players), { who: side.scene.administrator, links: {} }]
      return holders.flatMap(({ who, links }) => {
        const token = Object.entries(links).find(([own]) => own === purpose)?.[1]
        if (purpose !== null && !token) return []
        const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
          name === 'token' ? (token ?? '') : (side.objects[name] ?? 'none'),
        )
        return [{ path, who, route: route.path }]
      })
    })
}

describe('opening a page', () => {
  it('changes nothing, whatever its address asks for', async () => {
    // When a session was last used is noted; a passkey's challenge is kept until it is answered.
    const still = ({
      'public.auth_sessions': _sessions,
      'public.auth_verifications': _challenges,
      ...rest
    }: Record<string, string>) => rest
    const before = still(await digest(pool))
    const queries = [
      '',
      '?pick=1',
      '?given=yes&said=answered&change',
      '?answer=yes&held=yes&way=times&everybody=yes&keep=1',
      `?_key=${randomUUID()}`,
    ]
    for (const { path, who } of everyPage()) {
      for (const query of queries) {
        await h.get(path + query, who)
        await h.app.request(base + path + query, { method: 'HEAD', headers: { ...who } })
      }
    }
    expect(still(await digest(pool))).toEqual(before)
  })

  it('is kept by nobody on the way, framed by nobody, and tells no other site where it was', async () => {
    for (const { path, who, route } of everyPage()) {
      const { headers, status } = await h.get(path, who)
      const policy = headers.get('content-security-policy') ?? ''
      const at = `${route} ${status}`
      if (!/^\/(\w+-)?calendar\/:token$/.test(route)) expect(headers.get('cache-control'), at).toBe('no-store')
      else expect(headers.get('cache-control'), at).toMatch(/^private, no-cache$|^no-store$/)
      expect(policy, at).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/)
      expect(policy, at).not.toMatch(/unsafe-|\*/)
      expect(headers.get('referrer-policy'), at).toBe('same-origin')
      expect(headers.get('x-content-type-options'), at).toBe('nosniff')
      expect(
        [...headers.keys()].filter((name) => /^(access-control|x-powered|server$)/.test(name)),
        at,
      ).toEqual([])
    }
  })
})

describe('a Host header', () => {
  it('is never believed: links and redirects stay ours', async () => {
    h.post.length = 0
    const evil = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-original-url': '/outbox',
    }
    const send = (path: string, fields: Record<string, string>, who?: Who) =>
      h.app.request(`http://evil.example${path}`, {
        method: 'POST',
        body: new URLSearchParams({ _key: randomUUID(), ...fields }),
        headers: { ...evil, origin: 'http://evil.example', ...who },
      })
    const answers = [
      await send('/my', { email: cast.ana.email }),
      await send('/sign-in', { address: 'youssef.of.agora@staff.example' }),
      await send(
        `/initiatives/${side.objects.initiative}/people/${side.objects.person}/invitation`,
        {},
        side.scene.facilitator,
      ),
      await send(`/my/${side.players.owner.links.home}/open`, {
        way: 'agreement',
        subject: side.objects.connection ?? '',
      }),
      await h.app.request('http://evil.example/initiatives', { headers: { ...evil } }),
      await h.app.request('http://evil.example/sign-in?next=//evil.example/x', { headers: { ...evil } }),
    ]
    await h.settle()
    for (const answer of answers) {
      expect([200, 303]).toContain(answer.status)
      expect(answer.headers.get('location') ?? '').not.toContain('evil')
      expect(await answer.text()).not.toMatch(/="(https?:)?\/\/evil|value="[^"]*evil/)
    }
    expect(h.post.length).toBeGreaterThan(1)
    expect(h.post.map(({ text, html }) => text + html).join('')).not.toContain('evil')
  })
})

describe('known and unknown addresses', () => {
  const sent = async (path: string, fields: Record<string, string>) => {
    startCounting()
    const answer = await h.submit(path, fields)
    const calls = [...faultCalls()]
    disarmFaults()
    const typed = fields.address ?? fields.email ?? ''
    const text = (await answer.text())
      .replaceAll(typed, '')
      .replaceAll(encodeURIComponent(typed), '')
      .replace(/value="[\w-]{36}"/g, '')
    return { status: answer.status, text, calls }
  }

  it.for([
    ['/my', (known: boolean) => ({ email: known ? cast.ana.email : 'ann@peers.example' })],
    [
      '/sign-in',
      (known: boolean) => ({ address: known ? 'youssef.of.agora@staff.example' : 'youssef.of.nowhere@staff.example' }),
    ],
    [
      '/sign-in/code',
      (known: boolean) => ({
        address: known ? 'youssef.of.agora@staff.example' : 'youssef.of.nowhere@staff.example',
        code: '12345678',
      }),
    ],
  ] as const)('are answered alike, with the same work: %s', async ([path, fields]) => {
    await sent(path, fields(true))
    const [known, unknown] = [await sent(path, fields(true)), await sent(path, fields(false))]
    expect(known.status).toBe(unknown.status)
    expect(known.text).toBe(unknown.text)
    expect(known.calls).toEqual(unknown.calls)
    expect(known.calls.length).toBeGreaterThan(2)
  })
})

describe('a spreadsheet', () => {
  it('finds no formula in what leaves as CSV', async () => {
    const starts = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example")', ' =1', '＝1+1']
    const path = `/initiatives/${side.objects.initiative}/people`
    const rows = starts.map((start, row) => ({
      Name: `${start} x`,
      'E-mail': `row${row}@peers.example`,
      Organisation: start,
      City: start,
    }))
    const broken = starts.map((start) => ({ Name: `${start} x`, 'E-mail': start, Organisation: start, City: start }))
    const sent = await h.submit(
      `${path}/import`,
      { file: new File([Papa.unparse([...rows, ...broken])], 'r.csv') },
      side.scene.facilitator,
    )
    const own = sent.headers.get('location') ?? ''
    const refused = await (await h.get(`${own}/refused`, side.scene.facilitator)).text()
    const seen =
      /name="seen" value="([^"]+)"/.exec(await (await h.get(`${own}/preview`, side.scene.facilitator)).text())?.[1] ??
      ''
    expect((await h.submit(`${own}/completion`, { seen }, side.scene.facilitator)).status).toBe(303)
    const roster = await (await h.get(`${path}/roster.csv`, side.scene.facilitator)).text()
    for (const file of [refused, roster]) {
      const cells = Papa.parse<string[]>(file.replace('\ufeff', ''), { skipEmptyLines: true }).data.flat()
      expect(cells.length).toBeGreaterThan(30)
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    }
  })
})

describe('a failure', () => {
  it('says nothing of our insides, neither in the page nor, of people and links, in the log', async () => {
    const lines: string[] = []
    const quiet = h.world.log
    h.world.log = openLog('trace', { write: (line) => void lines.push(line) })
    const token = side.players.owner.links.home ?? ''
    await sql`alter table participations rename to participations_away`.execute(h.world.db)
    try {
      for (const answer of [
        await h.get(`/my/${token}?lang=en`),
        await h.get(`/initiatives/${side.objects.initiative}/people?text=${cast.ana.name}`, side.scene.administrator),
      ]) {
        expect(answer.status).toBe(500)
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(await answer.text()).not.toMatch(/participations|select|relation|node_modules|Error|\.ts:/)
      }
    } finally {
      await sql`alter table participations_away rename to participations`.execute(h.world.db)
      h.world.log = quiet
    }
    expect(lines.length).toBe(2)
    expect(lines.join('')).not.toContain(token)
    expect(lines.join('')).not.toContain(cast.ana.name)
    expect(lines.join('')).not.toContain(cast.ana.email)
  })
})
