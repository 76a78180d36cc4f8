import { createServer } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inviteAgain, recordSignIn } from '../../src/features/accounts/actions.ts'
import type { Settings } from '../../src/platform/settings.ts'
import { useHarness } from '../harness.ts'
import { playAgency, playStaff } from '../scene.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { expectGood } from './site.ts'

// Passkeys exist only on https or on 'localhost' by that name, so the address must be known before the system starts.
const settings: Partial<Settings> = {}
let port = 0
beforeAll(async () => {
  port = await freePort()
  settings.baseUrl = `http://localhost:${port}`
})
const h = useHarness(settings)

let opened: OpenBrowser
let server: ServerType
beforeAll(async () => {
  opened = await openBrowser()
  server = serve({ fetch: (request, env) => h.app.fetch(request, env), port, hostname: 'localhost' })
})
afterAll(async () => {
  await opened.close()
  server.close()
})

it('adds a passkey by script and signs in with it', async () => {
  const { agencyId } = await playAgency(h)
  const zoe = await playStaff(h, agencyId, 'administrator', 'Zoe')
  const context = await opened.context({ baseURL: settings.baseUrl ?? '' })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const [name = '', value = ''] = zoe.who.cookie.split('=')
  await context.addCookies([{ name, value, url: settings.baseUrl ?? '' }])
  await page.goto('/account')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByText('The passkey is added.').waitFor()
  expect(await page.getByText('Chrome on Linux').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?next=%2Faccount')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Zoe, this is your account' }).waitFor()
  await context.close()
})

it('works without script from the first run to the second sign-in', async () => {
  const page = await opened.page({ baseURL: settings.baseUrl ?? '', javaScriptEnabled: false, width: 390 })
  await page.goto('/')
  await page.getByLabel('Name of your agency').fill('Agora Fiscal Network')
  await page.getByLabel('Your name').fill('Marta Keller')
  await page.getByLabel('Your e-mail address').fill('marta@agora')
  await page.getByLabel('Time zone').selectOption('Europe/Dublin')
  await page.getByRole('button', { name: 'Create the agency and begin' }).click()
  await page.getByRole('link', { name: 'Type an e-mail address, like name@example.org.' }).click()
  await page.getByLabel('Your e-mail address').fill('marta@agora.example')
  await page.getByRole('button', { name: 'Create the agency and begin' }).click()
  expect(new URL(page.url()).pathname).toBe('/initiatives/new')

  await page.goto('/account')
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await page.getByLabel('Your work e-mail address').fill('marta@agora.example')
  await page.getByRole('button', { name: 'Mail me a code' }).click()
  await h.settle()
  const link = /http:\/\/localhost:\d+(\/sign-in\/code\S*)/.exec(h.post.at(-1)?.text ?? '')?.[1] ?? ''
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.goto('/account')
  await page.getByRole('heading', { name: 'Marta Keller, this is your account' }).waitFor()
  await page.context().close()
})

it('is accessible on every page, wide and narrow, light and dark', { timeout: 180_000 }, async () => {
  const pages = async (paths: string[], cookie: string | undefined) => {
    for (const view of [{ width: 390 }, { width: 1280, dark: true }]) {
      const page = await opened.page({ ...view, baseURL: settings.baseUrl ?? '' })
      const [name = '', value = ''] = cookie?.split('=') ?? []
      if (cookie) await page.context().addCookies([{ name, value, url: settings.baseUrl ?? '' }])
      for (const path of paths) {
        await page.goto(path)
        await expectGood(page)
      }
      await page.context().close()
    }
  }
  await pages(['/', '/sign-in', '/sign-in/code', '/sign-in/code?address=a@b.example&code=12345678'], undefined)
  const { administrator, agencyId } = await playAgency(h)
  const { staffId } = await playStaff(h, agencyId, 'facilitator', 'Zoe')
  await h.change((work) => inviteAgain(work, agencyId, staffId))
  await h.change((work) => recordSignIn(work, { id: staffId, name: 'Zoe', agency_id: agencyId }, 'code'))
  const mail = await h.world.db.selectFrom('mails').select('id').executeTakeFirstOrThrow()
  const paths = ['/account', '/staff', '/agency', `/staff/${staffId}`, '/audit', '/outbox', `/outbox/${mail.id}`]
  await pages(paths, administrator?.cookie)
  await pages(['/'], undefined)
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
