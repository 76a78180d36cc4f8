import { describe, expect, it } from 'vitest'
import { type Authenticator, softAuthenticator } from '../../../test/authenticator.ts'
import { cookieFrom } from '../../../test/cookies.ts'
import { useHarness, type Who } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'
import { systemClock } from '../../platform/clock.ts'

const origin = 'https://peers.example.org'
const h = useHarness({ baseUrl: origin })
const calls = '/api/auth/passkey/'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

function ask(call: string, who?: Who): Promise<Response> {
  return Promise.resolve(h.app.request(origin + calls + call, { headers: { ...who } }))
}

function send(call: string, body: unknown, who?: Who, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    h.app.request(origin + calls + call, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { origin, 'content-type': 'application/json', 'user-agent': firefox, ...who, ...headers },
    }),
  )
}

/** Presses a button of a page, as a browser on this site would. */
function press(path: string, who: Who): Promise<Response> {
  const body = new URLSearchParams({ _key: crypto.randomUUID() })
  return Promise.resolve(h.app.request(origin + path, { method: 'POST', body, headers: { origin, ...who } }))
}

const joined = (...all: Who[]) => ({
  cookie: all
    .map((who) => who?.cookie)
    .filter(Boolean)
    .join('; '),
})

async function playZoe() {
  const scene = await playAgency(h)
  return { scene, ...(await playStaff(h, scene.agencyId, 'facilitator', 'Zoe')) }
}

async function addPasskey(device: Authenticator, who: Who): Promise<Response> {
  const options = await ask('generate-register-options', who)
  return send(
    'verify-registration',
    { response: device.register(await options.json()) },
    joined(who, cookieFrom(options)),
  )
}

async function signIn(device: Authenticator): Promise<Response> {
  const options = await ask('generate-authenticate-options')
  return send('verify-authentication', { response: device.assert(await options.json()) }, cookieFrom(options))
}

describe('a passkey', () => {
  it('is added, signs in, is listed and removed', async () => {
    const zoe = await playZoe()
    const device = softAuthenticator(origin)
    const added = await addPasskey(device, zoe.who)
    expect([added.status, await added.json()]).toEqual([200, { done: true }])
    const page = await (await h.get('/account', zoe.who)).text()
    expect(page).toContain('Firefox on Linux')

    const entered = await signIn(device)
    expect(entered.status).toBe(200)
    expect(await entered.text()).toBe('{"done":true}')
    const who = cookieFrom(entered)
    expect(who.cookie).toContain('__Host-perennial=')
    expect(await (await h.get('/account', who)).text()).toContain('Zoe, this is your account')
    expect(await (await h.get('/audit', zoe.scene.administrator)).text()).toMatch(
      /Signed in[\s\S]*passkey[\s\S]*Added a passkey/,
    )

    const path = /\/account\/passkeys\/[0-9a-f-]{36}\/removal/.exec(page)?.[0] ?? ''
    expect((await press(path, who)).headers.get('location')).toBe('/account?said=passkeyRemoved')
    expect((await signIn(device)).status).toBe(401)
  })

  it('signs in a second time, its counter risen', async () => {
    const zoe = await playZoe()
    const device = softAuthenticator(origin)
    await addPasskey(device, zoe.who)
    expect((await signIn(device)).status).toBe(200)
    expect((await signIn(device)).status).toBe(200)
  })

  it('does not sign in somebody whose access was taken away', async () => {
    const zoe = await playZoe()
    const device = softAuthenticator(origin)
    await addPasskey(device, zoe.who)
    await press(`/staff/${zoe.staffId}/deactivation`, zoe.scene.administrator)
    const refused = await signIn(device)
    expect([refused.status, cookieFrom(refused).cookie.includes('__Host-perennial=')]).toEqual([403, false])
  })

  it('is not added by nobody, nor with a challenge of another session, nor twice with one', async () => {
    const zoe = await playZoe()
    const yan = await playStaff(h, zoe.scene.agencyId, 'facilitator', 'Yan')
    const device = softAuthenticator(origin)
    expect((await ask('generate-register-options')).status).toBe(303)
    const options = await ask('generate-register-options', zoe.who)
    const response = device.register(await options.json())
    const challenge = cookieFrom(options)
    expect((await send('verify-registration', { response }, challenge)).status).toBe(303)
    expect((await send('verify-registration', { response }, joined(yan.who, challenge))).status).toBe(401)
    expect((await send('verify-registration', { response }, joined(zoe.who, challenge))).status).toBe(400)
  })

  it('is not added long after signing in', async () => {
    const zoe = await playZoe()
    const aged = { created_at: systemClock.now().subtract({ hours: 25 }) }
    await h.world.db.updateTable('auth_sessions').set(aged).where('user_id', '=', zoe.userId).execute()
    expect(await (await h.get('/account', zoe.who)).text()).toContain('sign out and in again first')
    expect((await ask('generate-register-options', zoe.who)).status).toBe(403)
  })

  it('is not removed by a colleague', async () => {
    const zoe = await playZoe()
    const yan = await playStaff(h, zoe.scene.agencyId, 'facilitator', 'Yan')
    await addPasskey(softAuthenticator(origin), zoe.who)
    const path =
      /\/account\/passkeys\/[0-9a-f-]{36}\/removal/.exec(await (await h.get('/account', zoe.who)).text())?.[0] ?? ''
    expect((await press(path, yan.who)).status).toBe(404)
    expect(await (await h.get('/account', zoe.who)).text()).toContain(path)
  })

  it('made for another site is not believed', async () => {
    const zoe = await playZoe()
    expect((await addPasskey(softAuthenticator('https://evil.example'), zoe.who)).ok).toBe(false)
  })
})

describe('the calls', () => {
  it('refuse what is too deep, too large, of another kind or from another site', async () => {
    const deep = `{"response":${'['.repeat(200)}${']'.repeat(200)}}`
    const large = JSON.stringify({ response: 'x'.repeat(70_000) })
    for (const body of [deep, large, '{"response":', '[]', 'null', '', '{"response":{"id":"\\u0000"}}']) {
      expect((await send('verify-authentication', body)).status).toBe(422)
    }
    expect((await send('verify-authentication', {}, undefined, { 'content-type': 'text/plain' })).status).toBe(422)
    expect((await send('verify-authentication', {}, undefined, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send('verify-authentication', { response: { id: 'x' } })).status).toBe(400)
  })

  it('are the only ones of the library that answer', async () => {
    const zoe = await playZoe()
    const closed = [
      'get-session',
      'sign-out',
      'sign-up/email',
      'sign-in/email-otp',
      'email-otp/send-verification-otp',
      'update-user',
      'delete-user',
      'list-sessions',
      'passkey/list-user-passkeys',
      'passkey/delete-passkey',
      'ok',
      'error',
    ]
    for (const path of closed) {
      expect((await h.app.request(`${origin}/api/auth/${path}`, { headers: zoe.who })).status).toBe(404)
      const post = { method: 'POST', body: '{}', headers: { origin, 'content-type': 'application/json', ...zoe.who } }
      expect((await h.app.request(`${origin}/api/auth/${path}`, post)).status).toBe(404)
    }
  })
})
