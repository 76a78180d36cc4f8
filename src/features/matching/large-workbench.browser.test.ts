import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { useSite } from '../../../test/browser/site.ts'
import { insertCrowd } from '../../../test/crowd.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff, type Scene } from '../../../test/scene.ts'
import { makeRound } from './actions.ts'

// One round of 500 peers for the whole file: each test leaves it as it found it, or says what it added.
const h = useHarness({}, { resetBetweenTests: false })
const site = useSite(h)
let scene: Scene
let path: string

beforeAll(async () => {
  scene = await playAgency(h)
  await insertCrowd(h.world, scene, 500)
  const roundId = await h.change((work) =>
    makeRound(work, { id: scene.initiativeId, agencyId: scene.agencyId }, { title: 'Everybody' }),
  )
  path = `/initiatives/${scene.initiativeId}/matching/${roundId}`
})

async function open(view = {}, who = scene.facilitator): Promise<Page> {
  const page = await site.visitor(view, who)
  page.setDefaultTimeout(30_000)
  await page.goto(path)
  return page
}

/** Who is proposed with whom on this page, whether new or not. */
const pairsOn = async (page: Page) =>
  (await page.locator('h3').allInnerTexts()).map((names) => names.replace(/ New$/, ''))

const revisionOf = (page: Page) => page.locator('work-bench').evaluate((bench) => Number(bench.dataset.revision))

/** Presses a button on the page and waits, inside the page, until it shows a newer solving. @returns milliseconds */
function timePress(page: Page, button: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const bench = document.querySelector<HTMLElement>('work-bench')
    const pressed = document.querySelector<HTMLButtonElement>(selector)
    if (!bench || !pressed) throw new Error(`There is no ${selector}.`)
    const { promise, resolve } = Promise.withResolvers<void>()
    const watch = new MutationObserver(() => resolve())
    watch.observe(bench, { attributeFilter: ['data-revision'] })
    const at = performance.now()
    pressed.click()
    await promise
    return performance.now() - at
  }, button)
}

function figures(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`
}

describe('the workbench of 500 peers', () => {
  it('shows a new proposal soon after a press, and stays where one is', async () => {
    const page = await open()
    const times: number[] = []
    for (let turn = 0; turn < 12; turn++) {
      const row = page.locator('.pairs li').nth(4 * turn)
      await row.scrollIntoViewIfNeeded()
      const id = await row.getAttribute('id')
      const top = (await row.boundingBox())?.y ?? 0
      times.push(await timePress(page, `#${id} [aria-pressed]`))
      expect(Math.abs(((await page.locator(`#${id}`).boundingBox())?.y ?? 0) - top)).toBeLessThan(3)
      times.push(await timePress(page, `#${id} [formaction$="/pins/removal"], #${id} [aria-pressed=true]`))
    }
    process.stdout.write(
      `500 peers, from a press to the changed page in the browser, ${times.length} pins: ${figures(times)}.\n`,
    )
    expect(times.length).toBeGreaterThanOrEqual(20)
    expect(Math.max(...times)).toBeLessThan(20_000)
    await page.context().close()
  })

  it('finds new partners for a forbidden pair, tells what changed, and takes it back by the keyboard', async () => {
    const page = await open()
    const before = await pairsOn(page)
    // Pinned pairs cannot be forbidden, and an earlier test pinned some.
    await page
      .getByRole('button', { name: /^Forbid/ })
      .nth(9)
      .focus()
    await page.keyboard.press('Enter')
    await page.locator('#told', { hasText: 'They are forbidden.' }).waitFor()
    expect(await page.locator('#told').innerText()).toMatch(/\d+ groups stayed, .* (is|are) new, .* (is|are) gone\./)
    expect(await pairsOn(page)).not.toEqual(before)
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    await page.keyboard.press('Control+z')
    await page.locator('#told', { hasText: 'The last step is taken back.' }).waitFor()
    expect(await pairsOn(page)).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await page.locator('#told', { hasText: 'The step is done again.' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('#told', { hasText: 'The last step is taken back.' }).waitFor()
    await page.context().close()
  })

  it('scores again while a slider moves', async () => {
    const page = await open()
    const slider = page.locator('#weight-commitment')
    await slider.focus()
    const before = await revisionOf(page)
    for (let turn = 0; turn < 2; turn++) await page.keyboard.press('ArrowLeft')
    await page.locator('#told', { hasText: 'Everything is scored again.' }).waitFor()
    expect(await revisionOf(page)).toBeGreaterThan(before)
    expect(await slider.inputValue()).toBe('0')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('weight-commitment')
    await page.context().close()
  })

  it('lets two facilitators see each other’s steps without a press, and without losing what is typed', async () => {
    const amina = await playStaff(h, scene.agencyId, 'facilitator', 'Amina Haddad')
    const [hers, his] = [await open({}, amina.who), await open()]
    await his.locator('.sumy').first().click()
    await his.locator('#exact-language').fill('4')
    const row = hers.locator('.pairs li').nth(2)
    const id = (await row.getAttribute('id')) ?? ''
    const at = performance.now()
    await row.getByRole('button', { name: /^Pin / }).click()
    await his.locator('#told', { hasText: 'Amina Haddad pinned' }).waitFor()
    process.stdout.write(`500 peers: a colleague sees a pin after ${(performance.now() - at).toFixed(0)} ms.\n`)
    expect(await his.locator(`#${id} [aria-pressed]`).getAttribute('aria-pressed')).toBe('true')
    expect(await his.locator('#exact-language').inputValue()).toBe('4')
    await his.locator(`#${id} [aria-pressed=true]`).click()
    await hers.locator('#told', { hasText: /Youssef of Agora Fiscal Network unpinned/ }).waitFor()
    expect(await hers.locator(`#${id} [aria-pressed]`).getAttribute('aria-pressed')).toBe('false')
    await hers.context().close()
    await his.context().close()
  })

  it('says what happened meanwhile to who acts without script on an older page', async () => {
    const zoe = await playStaff(h, scene.agencyId, 'facilitator', 'Zoe Byrne')
    const [old, hers] = [await open({ javaScriptEnabled: false }), await open({}, zoe.who)]
    await hers.locator('.pairs li').nth(1).getByRole('button', { name: /^Pin / }).click()
    await hers.locator('#told', { hasText: 'They are pinned.' }).waitFor()
    await old.locator('.pairs li').nth(5).getByRole('button', { name: /^Pin / }).click()
    await old.getByText('They are pinned.').waitFor()
    expect(await old.locator('#told').innerText()).toContain('Meanwhile: Zoe Byrne pinned')
    await old.getByRole('button', { name: /^Undo/ }).click()
    await old.getByText('The last step is taken back.').waitFor()
    await old.context().close()
    await hers.context().close()
  })
})
