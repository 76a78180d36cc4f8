import { expect, test } from 'vitest'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailTo, playPair, playProposal } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { watchConnections } from '../connections/watching.ts'
import { planSession } from '../sessions/actions.ts'

const { ana, kofi, grace, rahim } = cast
const h = useHarness()
const site = useSite(h)
const { pathIn } = site

const looks = [
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true, dark: true },
]

test.each(looks)(
  'a peer says yes, agrees, logs a contact and pauses at $width px, with script $javaScriptEnabled',
  async (view) => {
    const scene = await playAgency(h)
    await playProposal(h, scene)
    const page = await site.visitor(view)
    const good = () => (view.javaScriptEnabled ? expectGood(page) : undefined)
    const say = async (member: typeof ana) => {
      await page.goto(pathIn(mailTo(h, member, 'why you two'), 'proposal'))
      await page.getByRole('radio', { name: 'Yes' }).check({ force: true })
      await page.getByRole('button', { name: 'Send my answer' }).click()
      await h.settle()
    }
    await page.goto(pathIn(mailTo(h, ana), 'proposal'))
    await page.getByRole('button', { name: 'Send my answer' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Choose yes, later or no.')
    await good()
    await say(ana)
    await page.getByText('Thank you, your answer has arrived.').waitFor()
    await good()
    await say(kofi)
    await page.getByRole('button', { name: 'Open our agreement' }).click()
    await page.getByRole('heading', { name: 'Your agreement with Ana Morales waits for you' }).waitFor()
    await good()
    await page.getByRole('button', { name: 'I accept this agreement' }).click()
    await page.getByText('Accepted. Thank you.').waitFor()
    await page.goto(pathIn(mailTo(h, ana, 'It is on'), 'my'))
    await page.getByRole('button', { name: 'Answer: Your agreement with Kofi Mensah' }).click()
    await page.getByRole('button', { name: 'I accept this agreement' }).click()
    await page.getByRole('heading', { name: 'You and Kofi Mensah agree' }).waitFor()
    await h.settle()
    await page.goto(pathIn(mailTo(h, ana, 'It is on'), 'my'))
    await good()
    await page.reload()
    await page.getByText('We were in touch').click()
    await page.getByRole('button', { name: 'Log it' }).click()
    await page.getByText('Thank you, that is noted.').waitFor()
    await page.getByText('Pause', { exact: true }).click()
    await page.getByRole('button', { name: 'Pause until this day' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Give a day, a month and a year')
    await good()
  },
)

test.each([{ width: 390 }, { width: 1280 }, { width: 1280, dark: true }])(
  'axe finds nothing on a facilitator’s pages %o',
  async (view) => {
    const scene = await playAgency(h)
    const pair = await playPair(h, scene)
    await h.change((work) => planSession(work, pair.connectionId, Temporal.Instant.from('2026-11-26T14:00:00Z'), 45))
    await playProposal(h, scene, [grace, rahim])
    h.clock.advance({ days: 130 })
    await watchConnections(h.world)
    const page = await site.visitor(view, scene.facilitator)
    await page.goto(`/initiatives/${scene.initiativeId}/connections`)
    await page.getByRole('heading', { name: 'One pair is drifting' }).waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: 'Ana Morales and Kofi Mensah' }).click()
    await page.getByRole('heading', { name: /No contact between/ }).waitFor()
    await expectGood(page)
    await page.goto('/my')
    await expectGood(page)
  },
)
