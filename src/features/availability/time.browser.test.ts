import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectGood, looks, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { readAvailability } from './availability.ts'
import { makeTimeLink } from './link.ts'
import { stretchesOf } from './week.ts'

const h = useHarness()

beforeAll(async () => {
  const island = 'src/features/availability/week-grid.island.ts'
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022' } as const
  await build({ entryPoints: [island], outdir: 'dist/islands', entryNames: '[name]', ...options })
})

const site = useSite(h)

async function playKofi() {
  const scene = await playAgency(h)
  const kofi = await playPeer(h, scene, cast.kofi)
  const address = await h.change((work) => makeTimeLink(work, { personId: kofi.personId, agencyId: scene.agencyId }))
  return { ...kofi, path: new URL(address).pathname }
}

/** 'Mon 9–10 good' as day, from, to and mark in half-hours. */
async function drawn(personId: string) {
  const now = h.clock.now()
  const week = (await readAvailability(h.world.db, [personId], now, now)).get(personId)?.week
  return stretchesOf(week ?? '').map(({ day, from, to, mark }) => `${day} ${from}-${to} ${mark}`)
}

const office = ['0 18-34 2', '1 18-34 2', '2 18-34 2', '3 18-34 2']
const cell = (page: Page, day: string, time: string) =>
  page.getByRole('checkbox', { name: `${time} ${day}`, exact: true })
const middle = async (page: Page, day: string, time: string) => {
  const box = await cell(page, day, time).boundingBox()
  if (!box) throw new Error(`${day} ${time} is not on the page.`)
  return [box.x + box.width / 2, box.y + box.height / 2] as const
}

describe('a peer draws their week', () => {
  test.each(looks.filter(({ javaScriptEnabled }) => javaScriptEnabled === false))(
    'without script at $width px: ticks, and presses what they are',
    async (view) => {
      const kofi = await playKofi()
      const page = await site.visitor(view)
      await page.goto(kofi.path)
      await cell(page, 'Friday', '9:00').check({ force: true })
      await cell(page, 'Friday', '9:30').check({ force: true })
      await page.getByRole('button', { name: 'If need be', exact: true }).click()
      await page.getByText('Saved.').waitFor()
      expect(await drawn(kofi.personId)).toEqual([...office, '4 18-20 1'])
      await page.getByLabel('All of Monday, 7:00 to 21:00').check({ force: true })
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'No', exact: true }).click()])
      await page.getByText('Saved.').waitFor()
      expect(await drawn(kofi.personId)).toEqual([...office.slice(1), '4 18-20 1'])
      await page.getByRole('button', { name: 'Undo the last save' }).click()
      await page.getByText('The last save is undone.').waitFor()
      expect(await drawn(kofi.personId)).toEqual([...office, '4 18-20 1'])
      expect(await page.getByRole('button', { name: 'Save my week' }).count()).toBe(0)
    },
  )

  test('with the keyboard: arrows move, space sets, and it is said aloud', async () => {
    const kofi = await playKofi()
    const page = await site.visitor({ width: 390 })
    await page.goto(kofi.path)
    await page.getByRole('button', { name: 'If need be', exact: true }).press('Enter')
    await cell(page, 'Thursday', '16:30').focus()
    for (const key of ['ArrowRight', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    expect(await cell(page, 'Friday', '17:00').evaluate((box) => (box as HTMLInputElement).indeterminate)).toBe(true)
    expect(await page.getByRole('status').last().textContent()).toBe('17:00 Friday: If need be')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    expect(await page.getByRole('status').last().textContent()).toBe('17:30 Friday: No')
    // One stop for the Tab key in the table, wherever the arrows have led.
    expect(await page.locator('table').first().locator('input[tabindex="0"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Save my week' }).press('Enter')
    await page.getByText('Saved.').waitFor()
    expect(await drawn(kofi.personId)).toEqual([...office, '4 33-35 1'])
    await expectGood(page)
  })

  test('with a pointer: a drag draws a rectangle, a tap one half-hour, the head of a day all of it', async () => {
    const kofi = await playKofi()
    const page = await site.visitor({ width: 1280, height: 2000 })
    await page.goto(kofi.path)
    await page.mouse.move(...(await middle(page, 'Friday', '9:00')))
    await page.mouse.down()
    await page.mouse.move(...(await middle(page, 'Saturday', '9:30')), { steps: 3 })
    await page.mouse.move(...(await middle(page, 'Saturday', '10:30')), { steps: 3 })
    await page.mouse.move(...(await middle(page, 'Saturday', '10:00')), { steps: 3 })
    await page.mouse.up()
    expect(await page.getByRole('status').last().textContent()).toBe('9:00 Friday – 10:00 Saturday: Good')
    await page.mouse.click(...(await middle(page, 'Sunday', '12:00')))
    await page.mouse.click(...(await middle(page, 'Monday', '9:00')))
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.getByLabel('All of Tuesday, 7:00 to 21:00').click({ force: true })
    await page.getByRole('button', { name: 'Save my week' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await drawn(kofi.personId)).toEqual(['0 19-34 2', ...office.slice(2), '4 18-21 2', '5 18-21 2', '6 24-25 2'])
  })

  test('with a finger: a tap sets one half-hour', async () => {
    const kofi = await playKofi()
    const page = await site.visitor({ width: 390 })
    await page.goto(kofi.path)
    await cell(page, 'Friday', '9:00').click({ force: true })
    await page.getByRole('button', { name: 'Save my week' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await drawn(kofi.personId)).toEqual([...office, '4 18-19 2'])
  })
})
