import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { expectGood, useSite } from '../../../../test/browser/site.ts'
import { useHarness } from '../../../../test/harness.ts'
import { mailTo, playPair } from '../../../../test/pair.ts'
import { playAgency } from '../../../../test/scene.ts'
import { planSession } from '../actions.ts'

const h = useHarness()
const site = useSite(h)

beforeEach(async () => {
  const pair = await playPair(h, await playAgency(h), [cast.ana, cast.kofi])
  await h.change((work) => planSession(work, pair.connectionId, work.now.add({ hours: 246 }), 45))
  await h.settle()
})

describe.each([
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
])('on a window of %o', (view) => {
  it('a meeting is answered, another time proposed and taken, each in two taps', { timeout: 240_000 }, async () => {
    const good = async (page: Page) => (view.javaScriptEnabled ? expectGood(page) : undefined)
    const ana = await site.visitor(view)
    const reply = site.pathIn(mailTo(h, cast.ana, 'Meeting'), 'reply')
    await ana.goto(`${reply}?pick=yes`)
    await good(ana)
    await ana.getByRole('button', { name: 'Send my answer' }).click()
    expect(await ana.getByRole('heading', { level: 1 }).textContent()).toBe('Noted: you come')
    await ana.goto(`${reply}/time`)
    await good(ana)
    await ana.getByRole('radio').first().check()
    await ana.getByRole('button', { name: 'Propose this time' }).click()
    expect(await ana.getByRole('heading', { level: 1 }).textContent()).toBe('Your proposal is on its way')
    await h.settle()

    const kofi = await site.visitor(view)
    const mail = mailTo(h, cast.kofi, 'proposes')
    const id = /id=([0-9a-f-]{36})/.exec(mail?.text ?? '')?.[1]
    await kofi.goto(`${site.pathIn(mail, 'reply')}/counter?works=yes&id=${id}`)
    await good(kofi)
    await kofi.getByRole('button', { name: 'Send my answer' }).click()
    expect(await kofi.getByRole('heading', { level: 1 }).textContent()).toContain('The meeting has moved to')
  })
})
