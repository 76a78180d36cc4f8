import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeFindings, sidewaysOverflow, smallTargets } from '../../../test/browser/accessible.ts'
import { openBrowser, type OpenBrowser, type View } from '../../../test/browser/browser.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAnswers, type PlayedRound, playRound } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { scoreAgain } from './actions.ts'
import { publishRound } from './publishing.ts'

const h = useHarness()
let open: OpenBrowser
let scene: Scene
let round: PlayedRound

beforeAll(async () => {
  open = await openBrowser()
})

afterAll(() => open.close())

beforeEach(async () => {
  scene = await playAgency(h)
  round = await playRound(h, scene)
  const yoko = { ...cast.rahim, name: 'Yoko Tanaka', email: 'yoko@peers.example', languages: { ja: 'native' as const } }
  await playAnswers(h, scene, yoko)
  await playAnswers(h, scene, cast.paola, { standing: 'paused', pausedUntilOn: Temporal.PlainDate.from('2027-01-15') })
  await h.change((work) => scoreAgain(work, round.roundId))
})

/** A browser whose every request is answered by the application itself. */
async function visit(path: string, view: View): Promise<Page> {
  const page = await open.page(view)
  await page.route('**/*', async (route) => {
    const request = route.request()
    const body = request.postDataBuffer()
    const headers = { ...request.headers(), ...scene.facilitator, origin: 'http://perennial.test' }
    const answer = await h.app.request(request.url(), {
      method: request.method(),
      headers,
      ...(body ? { body: new Uint8Array(body) } : {}),
      redirect: 'manual',
    })
    const location = answer.headers.get('location')
    // A fulfilled redirect is not followed, so the page is sent on by itself.
    if (location) {
      const next = `<meta http-equiv="refresh" content="0;url=${location}">`
      return route.fulfill({ body: next, contentType: 'text/html' })
    }
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  await page.goto(`http://perennial.test${path}`)
  return page
}

const looks: View[] = [{ width: 390 }, { width: 1280 }, { width: 1280, dark: true }]

it.each(looks)('every page of matching is in order at %j', async (view) => {
  const { ana, kofi } = round.people
  const rounds = `/initiatives/${scene.initiativeId}/matching`
  const check = async (path: string) => {
    const page = await visit(path, view)
    for (const details of await page.locator('details > summary').all()) await details.click()
    expect(await axeFindings(page), path).toEqual([])
    expect(await sidewaysOverflow(page), path).toBe(0)
    expect(await smallTargets(page), path).toEqual([])
    await page.close()
  }
  await check(rounds)
  await check(round.path)
  await check(`${round.path}/swap?people=${ana},${kofi}`)
  await check(`${round.path}/publication`)
  await h.change(async (work) => {
    const { revision } = await work.db
      .selectFrom('matching_rounds')
      .select('revision')
      .where('id', '=', round.roundId)
      .executeTakeFirstOrThrow()
    await publishRound(work, round.roundId, revision)
  })
  await check(`${round.path}?lang=fr`)
})

it('is used without script: pin, change a weight, undo, publish', async () => {
  const page = await visit(round.path, { width: 1280, javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Pin Leïla Ben Salah and Luc Tremblay' }).click()
  await page.getByText('They are pinned.').waitFor()
  const pinned = page.getByRole('button', { name: 'Pinned Leïla Ben Salah and Luc Tremblay' })
  expect(await pinned.getAttribute('aria-pressed')).toBe('true')
  expect(page.url()).toContain('#with-')
  await page.locator('#weight-commitment').fill('0')
  await page.getByRole('button', { name: 'Score again' }).first().click()
  await page.getByText('Everything is scored again.').waitFor()
  expect(await page.locator('#weight-commitment').inputValue()).toBe('0')
  await pinned.click()
  await page.getByText('They are no longer pinned.').waitFor()
  await page.getByRole('link', { name: 'Publish' }).click()
  await page.getByRole('button', { name: 'Send 5 mails' }).click()
  await page.getByText('The proposals are on their way.').waitFor()
})
