import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { addressHeader } from './auth-options.ts'

const h = useHarness({ baseUrl: 'https://peers.example.org' })

it('locks the cookie to this host and to https where BASE_URL is https', async () => {
  const { administrator } = await playAgency(h)
  expect(administrator?.cookie).toMatch(/^__Host-perennial=/)
  const user = await h.world.db.selectFrom('auth_users').select('id').limit(1).executeTakeFirstOrThrow()
  const [cookie = ''] = await h.world.signIn.startSession(user.id, new Headers())
  expect(cookie).toMatch(/^__Host-perennial=/)
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
  expect((await h.get('/account', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
  expect((await h.get('/account', { cookie: cookie.split(';')[0]?.replace('__Host-', '') ?? '' })).status).toBe(303)
  expect(h.world.signIn.forgetCookies().every((one) => one.startsWith('__Host-') && one.includes('Secure'))).toBe(true)
})

it('answers one address at most twenty passkey calls a minute, and others still', async () => {
  const call = async (address: string) =>
    (
      await h.world.signIn.passkeyCall('generate-authenticate-options', {
        headers: new Headers({ [addressHeader]: address }),
      })
    ).status
  for (let count = 0; count < 20; count++) expect(await call('203.0.113.9')).toBe(200)
  expect(await call('203.0.113.9')).toBe(429)
  expect(await call('203.0.113.10')).toBe(200)
})
