import { expect, test } from 'vitest'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playPair, playProposal } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { giveAuthority } from '../authority/actions.ts'
import { answerProposal } from '../connections/proposing.ts'
import { watchConnections } from '../connections/watching.ts'
import { planSession } from '../sessions/actions.ts'

const h = useHarness()
const site = useSite(h)

/** A day with many kinds of rows, and a week with a session. */
async function playDay(): Promise<Scene> {
  const scene = await playAgency(h)
  const silent = await playPair(h, scene, [cast.leila, cast.kofi])
  h.clock.advance({ days: 130 })
  await watchConnections(h.world)
  const { connectionId, personIds } = await playProposal(h, scene, [cast.ana, cast.rahim])
  await h.change((work) => answerProposal(work, connectionId, personIds[1] ?? '', 'no', 'I change my post in May'))
  await playAnswers(h, scene, cast.grace)
  const met = await playPair(h, scene, [cast.aoife, cast.diego])
  await h.change((work) => planSession(work, met.connectionId, work.now.add({ hours: 53 }), 45))
  await playPeer(h, scene, cast.amadou, 'invited')
  await h.world.db
    .updateTable('participations')
    .set({ reminded_at: h.clock.now().subtract({ hours: 240 }) })
    .execute()
  const today = h.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  await h.change((work) =>
    giveAuthority(
      work,
      { ...scene, personId: silent.personIds[0] ?? '' },
      {
        authoriserName: 'James Kiprotich',
        authoriserEmail: 'james@office.example',
        authoriserTitle: '',
        locale: 'en',
        hoursPerMonth: 4,
        startsOn: today.subtract({ days: 90 }),
        endsOn: today.add({ days: 12 }),
      },
    ),
  )
  await h.settle()
  return scene
}

test.each([{ width: 390 }, { width: 1280 }, { width: 1280, dark: true }])(
  'axe finds nothing on the desk %o',
  async (view) => {
    const scene = await playDay()
    const page = await site.visitor(view, scene.facilitator)
    const home = `/initiatives/${scene.initiativeId}`
    await page.goto(home)
    await page.getByRole('heading', { name: 'Three need you today' }).waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: 'Other ways: Kofi Mensah and Leïla Ben Salah' }).click()
    await page.getByRole('button', { name: 'Close and thank them' }).waitFor()
    await expectGood(page)
    await page.getByRole('button', { name: 'Note the call' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Write a few words about the call.')
    await expectGood(page)
    await page.goto(`${home}?lang=fr`)
    await page.getByRole('heading', { name: 'Trois situations vous attendent aujourd’hui' }).waitFor()
    await expectGood(page)
  },
)

test.each([{ width: 390 }, { width: 1280 }])(
  'axe finds nothing where nobody needs help, or nobody is there yet %o',
  async (view) => {
    const scene = await playAgency(h)
    const page = await site.visitor(view, scene.facilitator)
    await page.goto(`/initiatives/${scene.initiativeId}`)
    await page.getByRole('heading', { name: 'Three steps, and the rest arranges itself' }).waitFor()
    await expectGood(page)
    await playPair(h, scene)
    await page.reload()
    await page.getByRole('heading', { name: 'Nobody needs you today' }).waitFor()
    await expectGood(page)
  },
)

test.each([
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
])(
  'a facilitator helps with one click, closes with a thank-you and takes it back, at $width px, script $javaScriptEnabled',
  async (view) => {
    const scene = await playDay()
    const page = await site.visitor(view, scene.facilitator)
    await page.goto(`/initiatives/${scene.initiativeId}`)
    await page
      .getByRole('button', { name: /^Propose Grace Wanjiru/ })
      .first()
      .click()
    await page.getByText('The proposal is on its way to both.').waitFor()
    await page.getByRole('heading', { name: 'Two need you today' }).waitFor()
    await page.getByRole('link', { name: 'Other ways: Kofi Mensah and Leïla Ben Salah' }).click()
    await page.getByLabel('Why it ends').selectOption({ label: 'Not enough time' })
    await page.getByRole('button', { name: 'Close and thank them' }).click()
    await page.getByText('they are thanked').waitFor()
    await page.getByRole('button', { name: 'Reopen it' }).click()
    await page.getByText('It is open again').waitFor()
  },
)
