import { expect, it } from 'vitest'
import { expectGood, looks, useSite } from '../../../test/browser/site.ts'
import { useSeating } from '../../../test/event.ts'
import { useHarness } from '../../../test/harness.ts'

const h = useHarness()
const site = useSite(h)
const at = useSeating(h)

it.each([{ width: 390 }, { width: 1280, dark: true }])('every page of a seating is in order at %j', async (view) => {
  const [grace = '', ...others] = at.ids('grace', 'ana', 'kofi', 'leila', 'luc', 'diego', 'nadia')
  await at.post('/locks', { person: grace, table: '2' })
  const proposed = await at.post('/attendance', { here: [grace, ...others] })
  const preview = proposed.headers.get('location') ?? ''
  const page = await site.visitor(view, at.event.scene.facilitator)
  const check = async (path: string) => {
    await page.goto(path)
    await expectGood(page)
  }
  await check(at.event.list.replace('/seatings', ''))
  await check(at.event.list)
  await check(at.path)
  await check(`${at.path}/settings`)
  await check(`${at.path}/attendance`)
  await check(preview)
  await check(`${at.path}/timer`)
  await page.getByRole('button', { name: 'Make an address for the projector' }).click()
  await page.getByText('Open this address on the computer of the projector.').waitFor()
  await expectGood(page)
  const wall = (await page.locator('code').textContent()) ?? ''
  await check(new URL(wall).pathname)
  await check(`${at.path}?lang=fr`)
})

it.each(looks)(
  'somebody is missing: the facilitator seats again, prints and runs the rounds at $width px, with script $javaScriptEnabled',
  async (view) => {
    const page = await site.visitor(view, at.event.scene.facilitator)
    await page.goto(`${at.path}/timer`)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('heading', { name: 'Round 1 of 3' }).waitFor()
    await page.getByRole('link', { name: 'Who is here?' }).click()
    await page.getByRole('checkbox', { name: /Kofi Mensah/ }).press('Space')
    await page.getByRole('button', { name: 'Show what changes' }).click()
    await page.getByText('Nothing has changed yet.').waitFor()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Applied. Tell those who changed').waitFor()
    expect(await page.getByRole('link', { name: 'Name cards' }).count()).toBe(2)
    await page.getByRole('button', { name: 'Take the last change back' }).click()
    await page.getByText('The last change is taken back.').waitFor()
  },
)

it('counts down on the wall, and follows the facilitator', async () => {
  const facilitator = await site.visitor({}, at.event.scene.facilitator)
  await facilitator.goto(`${at.path}/timer`)
  await facilitator.getByRole('button', { name: 'Make an address for the projector' }).click()
  const wall = await site.visitor({ width: 1280, height: 720 })
  await wall.goto(new URL((await facilitator.locator('code').textContent()) ?? '').pathname)
  await wall.getByRole('heading', { name: 'Before the first round' }).waitFor()
  await at.post('/clock', { act: 'start' })
  await wall.getByRole('heading', { name: 'Round 1 of 3' }).waitFor()
  // The clock of the test stands still, so it is the page itself that counts.
  await wall.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === '09:59')
  h.clock.advance({ minutes: 11 })
  await wall.getByRole('heading', { name: 'Go to your table for round 2' }).waitFor()
})

it('follows on the wall without script too', async () => {
  const sent = await at.post('/projector')
  const address = /https?:\/\/[^<"]*(\/projector\/[\w-]{43})/.exec(await sent.text())?.[1] ?? ''
  const wall = await site.visitor({ javaScriptEnabled: false })
  await wall.goto(address)
  await wall.getByRole('heading', { name: 'Before the first round' }).waitFor()
  await at.post('/clock', { act: 'start' })
  await wall.getByRole('heading', { name: 'Round 1 of 3' }).waitFor()
})
