import { beforeEach, expect, it } from 'vitest'
import type { View } from '../../../test/browser/browser.ts'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAnswers, type PlayedRound, playRound, publishDraft } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { scoreAgain } from './actions.ts'

const h = useHarness()
const site = useSite(h)
let scene: Scene
let round: PlayedRound

beforeEach(async () => {
  scene = await playAgency(h)
  round = await playRound(h, scene)
  const yoko = { ...cast.rahim, name: 'Yoko Tanaka', email: 'yoko@peers.example', languages: { ja: 'native' as const } }
  await playAnswers(h, scene, yoko)
  await playAnswers(h, scene, cast.paola, { standing: 'paused', pausedUntilOn: Temporal.PlainDate.from('2027-01-15') })
  await h.change((work) => scoreAgain(work, round.roundId))
})

const looks: View[] = [{ width: 390 }, { width: 1280 }, { width: 1280, dark: true }]

it.each(looks)('every page of matching is in order at %j', async (view) => {
  const { ana, kofi } = round.people
  const rounds = `/initiatives/${scene.initiativeId}/matching`
  const page = await site.visitor(view, scene.facilitator)
  const check = async (path: string) => {
    await page.goto(path)
    await expectGood(page)
  }
  await check(rounds)
  await check(round.path)
  await check(`${round.path}?said=pinned&since=0&one=${ana}&other=${round.people.luc}`)
  await check(`${round.path}?one=an&other=Nobody+Atall`)
  await check(`${round.path}/swap?people=${ana},${kofi}`)
  await check(`${round.path}/settings`)
  await check(`${round.path}/people`)
  await check(`${round.path}/publication`)
  await publishDraft(h, round)
  await check(`${round.path}?lang=fr`)
})

it('is used without script: pin, change a weight, undo, publish', async () => {
  const page = await site.visitor({ width: 1280, javaScriptEnabled: false }, scene.facilitator)
  await page.goto(round.path)
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
