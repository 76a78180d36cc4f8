import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { View } from '../../../test/browser/browser.ts'
import { expectGood, looks, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { addTopic, invite } from './actions.ts'
import { readPeer } from './profiles.ts'

const h = useHarness()

beforeAll(async () => {
  const island = 'src/features/initiatives/draft-keeper.island.ts'
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022' } as const
  await build({ entryPoints: [island], outdir: 'dist/islands', entryNames: '[name]', ...options })
})

const site = useSite(h)

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
  return { ...kofi, path: site.pathIn(h.post.at(-1), 'profile') }
}

async function visit(path: string, view: View): Promise<Page> {
  const page = await site.visitor(view)
  await page.goto(path)
  return page
}

describe('a peer fills in the one-minute form', () => {
  test.each(looks)('at $width px, with script $javaScriptEnabled', async (view) => {
    const kofi = await playForm()
    const page = await visit(kofi.path, view)
    // axe is a script itself: where there is none, only the page's own work is tried.
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
