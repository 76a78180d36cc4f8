import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'

const h = useHarness()
const base = 'http://perennial.test'
const guarded = ['/account', '/staff', '/audit', '/outbox', '/api/auth/passkey/generate-register-options']

describe('a guarded path', () => {
  it('stays guarded however it is spelt', async () => {
    const scene = await playAgency(h)
    const funder = await playStaff(h, scene.agencyId, 'funder', 'Fay')
    for (const path of guarded) {
      const plain = path.slice(1)
      const variants = [
        `//${plain}`,
        `///${plain}`,
        `/%2F${plain}`,
        `/${plain}/`,
        `/${plain}//`,
        `/./${plain}`,
        `/x/../${plain}`,
        `/${plain}%2F`,
        `/${plain}%2F..`,
        `/${plain.toUpperCase()}`,
        `/${plain}%00`,
        `/${plain};x`,
        `/%2e/${plain}`,
        `/${plain.replace('a', '%61')}`,
      ]
      for (const variant of variants) {
        for (const who of [undefined, path === '/account' || path.startsWith('/api') ? undefined : funder.who]) {
          const answer = await h.app.request(base + variant, { headers: { ...who } })
          expect([variant, [303, 404].includes(answer.status)]).toEqual([variant, true])
          if (answer.status === 303) expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
        }
      }
    }
  })

  it('shows a funder their account and nothing else', async () => {
    const scene = await playAgency(h)
    const { who } = await playStaff(h, scene.agencyId, 'funder', 'Fay')
    expect((await h.get('/', who)).headers.get('location')).toBe('/account')
    const page = await (await h.get('/account', who)).text()
    for (const tab of ['/initiatives', '/staff', '/audit', '/outbox']) expect(page).not.toContain(`href="${tab}"`)
    for (const path of ['/staff', '/audit', '/outbox', '/initiatives'])
      expect((await h.get(path, who)).status).toBe(404)
  })

  it('shows each role its tabs', async () => {
    const scene = await playAgency(h)
    const tabs = async (who: typeof scene.administrator) =>
      [...(await (await h.get('/account', who)).text()).matchAll(/<li><a href="(\/\w+)"/g)].map(([, path]) => path)
    expect(await tabs(scene.administrator)).toEqual(['/initiatives', '/staff', '/audit', '/outbox'])
    expect(await tabs(scene.facilitator)).toEqual(['/initiatives'])
  })
})

describe('a form from elsewhere', () => {
  const post = (path: string, headers: Record<string, string>) =>
    h.app.request(base + path, {
      method: 'POST',
      body: new URLSearchParams({ _key: crypto.randomUUID(), address: 'marta@x.example' }),
      headers,
    })

  it('does nothing, signed in or not', async () => {
    const { administrator } = await playAgency(h)
    const cookie = administrator?.cookie ?? ''
    for (const path of ['/sign-in', '/sign-in/code', '/sign-out', '/start', '/demonstration', '/account', '/staff']) {
      for (const origin of ['https://evil.example', 'null', 'http://perennial.test.evil.example']) {
        expect((await post(path, { origin, cookie })).status).toBe(403)
      }
      expect((await post(path, { 'sec-fetch-site': 'cross-site', cookie })).status).toBe(403)
    }
    expect((await h.get('/account', administrator)).status).toBe(200)
  })
})

describe('the language', () => {
  it('is changed in the footer, on the same page, for good', async () => {
    const { administrator } = await playAgency(h)
    const page = await (await h.get('/audit?person=x', administrator)).text()
    expect(page).toContain('href="/audit?person=x&amp;lang=fr"')
    const answer = await h.get('/audit?person=x&lang=fr', administrator)
    expect(await answer.text()).toContain('Ce qui correspond, le plus récent d’abord')
    expect(answer.headers.getSetCookie().join()).toContain('lang=fr')
  })

  it('leads back to the form, when the page answered one', async () => {
    const { administrator } = await playAgency(h)
    const answer = await h.app.request(`${base}/account`, {
      method: 'POST',
      body: new URLSearchParams({ _key: crypto.randomUUID() }),
      headers: { ...administrator, origin: base, referer: `${base}/account?said=accountSaved` },
    })
    expect(await answer.text()).toContain('href="/account?lang=fr"')
  })
})
