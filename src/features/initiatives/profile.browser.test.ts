import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysOverflow, smallTargets } from '../../../test/browser/accessible.ts'
import { openBrowser, type OpenBrowser, type View } from '../../../test/browser/browser.ts'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { addTopic, invite } from './actions.ts'
import { readPeer } from './profiles.ts'

const h = useHarness()
let open: OpenBrowser
let server: ReturnType<typeof createAdaptorServer>
let address = ''

beforeAll(async () => {
  const island = 'src/features/initiatives/draft-keeper.island.ts'
  await build({
    entryPoints: [island],
    outdir: 'dist/islands',
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  })
  open = await openBrowser()
  server = createAdaptorServer({ fetch: h.app.fetch })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await open.close()
  server.close()
})

async function playForm() {
  const scene = await playAgency(h)
  const { agencyId, initiativeId } = scene
  for (const member of Object.values(cast).slice(2)) await playPeer(h, scene, member)
  for (const name of ['Participation', 'Open data', 'Plain language', 'Radio and street theatre', 'Gender budgets']) {
    await h.change((work) => addTopic(work, { agencyId, initiativeId, name }))
  }
  const kofi = await playPeer(h, scene, cast.kofi, 'listed')
  await h.change((work) => invite(work, [kofi.participationId]))
  await h.settle()
  return { ...kofi, path: linkIn(h.post.at(-1), 'profile') }
}

async function visit(path: string, view: View): Promise<Page> {
  const page = await open.page({ ...view, baseURL: address })
  await page.goto(path)
  return page
}

async function expectGood(page: Page) {
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await smallTargets(page)).toEqual([])
}

const looks = [
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false, dark: true },
]

describe('a peer fills in the one-minute form', () => {
  test.each(looks)('at $width px, with script $javaScriptEnabled', async (view) => {
    const kofi = await playForm()
    const page = await visit(kofi.path, view)
    // axe itself is a script: without one, the page's own work is what is tested.
    if (view.javaScriptEnabled) await expectGood(page)
    await page.getByRole('button', { name: 'Save my answers' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Say in a few words what you work on')
    if (view.javaScriptEnabled) await expectGood(page)
    await page.getByLabel('Which problem do you work on?').fill('Nobody reads our budget')
    await page.getByRole('group', { name: 'What would help you?' }).getByLabel('Open data').check()
    await page.getByLabel('Hours a month').fill('3')
    await page.getByLabel('Thursday, 9:00 to 13:00').check({ force: true })
    await page.getByRole('button', { name: 'Save my answers' }).click()
    await page.getByRole('heading', { name: 'Thank you, Kofi Mensah' }).waitFor()
    if (view.javaScriptEnabled) await expectGood(page)
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({
      state: 'active',
      problem: 'Nobody reads our budget',
    })
  })

  test('and what was typed waits on the server when the page is left, and on the device when the line is cut', async () => {
    const kofi = await playForm()
    const page = await visit(kofi.path, { width: 390 })
    await page.getByLabel('Which problem do you work on?').fill('Typed and left')
    await page.getByText('Your draft is kept as you type.').waitFor()
    await page.reload()
    expect(await page.getByLabel('Which problem do you work on?').inputValue()).toBe('Typed and left')
    await page.context().setOffline(true)
    await page.getByLabel('Which problem do you work on?').fill('Typed without a line')
    await page.getByText('No connection: what you type is kept on this device.').waitFor()
    await page.context().setOffline(false)
    await page.goto('about:blank')
    await page.goto(kofi.path)
    expect(await page.getByLabel('Which problem do you work on?').inputValue()).toBe('Typed without a line')
  })

  test('and all time zones come to the list when none near fits', async () => {
    const kofi = await playForm()
    const page = await visit(kofi.path, { width: 390, timezoneId: 'Pacific/Apia' })
    const zone = page.getByLabel('These hours are in the time of')
    await zone.selectOption('other')
    expect(await zone.inputValue()).toBe('Pacific/Apia')
    await zone.selectOption('Europe/Lisbon')
    expect(await zone.inputValue()).toBe('Europe/Lisbon')
  })
})
