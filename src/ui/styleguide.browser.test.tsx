import type { Page as Visit } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, sidewaysOverflow } from '../../test/browser/accessible.ts'
import { openBrowser, type OpenBrowser, type View } from '../../test/browser/browser.ts'
import { expectGood } from '../../test/browser/site.ts'
import { Field } from './field.tsx'
import { Button, Form } from './form.tsx'
import { Page, render } from './layout.tsx'
import { PageHead } from './sections.tsx'
import { StyleguidePage } from './styleguide.tsx'
import { mistaken } from './styleguide/controls.tsx'
import { PeerHomeSample } from './styleguide/peer-home.tsx'
import { stylesheetAt } from './stylesheet.ts'
import { englishTexts } from './texts.ts'

const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

const pages: Record<string, () => Promise<string>> = {
  '/guide': () => render(<StyleguidePage />),
  '/guide-rtl': () => render(<StyleguidePage lang="ar" dir="rtl" />),
  '/peer': () => render(<PeerHomeSample />),
  '/mistakes': () =>
    render(
      <Page title="Add a peer" texts={englishTexts} lang="en" body="calm" error={mistaken}>
        <PageHead title="Add a peer" />
        <Form action="/people" state={mistaken}>
          <Field name="hours" label="Hours a week" />
          <Field name="until" label="Until" />
          <Button main>Save</Button>
        </Form>
      </Page>,
    ),
}

let open: OpenBrowser

beforeAll(async () => {
  open = await openBrowser()
})

afterAll(async () => {
  await open.close()
})

async function visit(path: string, view: View): Promise<Visit> {
  const page = await open.page(view)
  await page.route('**/*', async (route) => {
    const asked = new URL(route.request().url()).pathname
    const css = stylesheetAt(asked)
    if (css !== undefined) return route.fulfill({ body: css, contentType: 'text/css' })
    const body = await pages[asked]?.()
    return route.fulfill({
      status: body === undefined ? 404 : 200,
      body: body ?? '',
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
    })
  })
  page.on('console', (message) => refused.push(message.text()))
  await page.goto(`http://perennial.test${path}`)
  return page
}

const refused: string[] = []

const looks = [
  { width: 390, dark: false },
  { width: 390, dark: true },
  { width: 1280, dark: false },
  { width: 1280, dark: true },
]

for (const look of looks) {
  test(`nothing stands in anybody's way at ${look.width} pixels, ${look.dark ? 'dark' : 'light'}`, async () => {
    for (const path of look.dark ? ['/guide', '/peer'] : Object.keys(pages)) {
      const page = await visit(path, look)
      await expectGood(page)
      await page.context().close()
    }
    expect(refused).toEqual([])
  })
}

test('no page is wider than its window, from a small phone to a wide screen', async () => {
  for (const path of Object.keys(pages)) {
    const page = await visit(path, { width: 320 })
    for (const details of await page.locator('details > summary').all()) await details.click()
    for (const width of [320, 390, 640, 900, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await sidewaysOverflow(page), `${path} at ${width}`).toBe(0)
    }
    await page.context().close()
  }
})

test('the menu opens and closes without script, by keyboard', async () => {
  const page = await visit('/guide', { width: 390, javaScriptEnabled: false })
  const tab = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Style guide' })
  expect(await tab.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menu' }).press('Enter')
  await expect.poll(() => tab.isVisible()).toBe(true)
  expect(await tab.getAttribute('aria-current')).toBe('page')
  await page.keyboard.press('Escape')
  await expect.poll(() => tab.isVisible()).toBe(false)
  await page.context().close()
})

test('the menu, open, is as accessible as the page', async () => {
  const page = await visit('/guide', { width: 390 })
  await page.getByRole('button', { name: 'Menu' }).click()
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

test('a form that came back takes the focus to what is wrong, and each message leads to its field', async () => {
  const page = await visit('/mistakes', { width: 390 })
  expect(await page.title()).toBe('Error: Add a peer · Perennial')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await page.getByRole('link', { name: /Hours a week must be/ }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('hours')
  await page.context().close()
})

test('the first key press offers to skip to the content', async () => {
  const page = await visit('/peer', { width: 390 })
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content')
  await expect.poll(async () => (await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.context().close()
})

test('the text of a follow-up opens over the whole row', async () => {
  const page = await visit('/guide', { width: 1280, javaScriptEnabled: false })
  await page.getByText('Ask how it goes').click()
  const text = await page.getByLabel('What they will read').boundingBox()
  expect(text?.width).toBeGreaterThan(900)
  await page.context().close()
})
