import { expect, it } from 'vitest'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { useHarness } from '../../../test/harness.ts'
import { answerFields, inviteTo, playPoll } from '../../../test/poll.ts'
import { playAgency } from '../../../test/scene.ts'

const h = useHarness()
const site = useSite(h)

it.each([{ width: 390 }, { width: 1280, dark: true }])('every page of a poll is in order at %j', async (view) => {
  const scene = await playAgency(h)
  const list = `/initiatives/${scene.initiativeId}/polls`
  const organiser = await site.visitor(view, scene.facilitator)
  const check = async (path: string) => {
    await organiser.goto(path)
    await expectGood(organiser)
  }
  await check(list)
  const { pollId, page, shared, keys } = await playPoll(h, scene)
  await organiser.goto(`${list}/new`)
  await organiser.getByRole('button', { name: 'Make the poll' }).click()
  await organiser.getByRole('alert').waitFor()
  await expectGood(organiser)
  for (const name of ['Ana Ruiz', 'Kofi Mensah', 'Leïla Ben Salah'])
    await h.submit(shared, answerFields(keys, ['yes', 'maybe', 'no'], { name, email: 'one@city.example' }))
  await inviteTo(h, pollId, 'amadou@city.example', 'Amadou Diop')
  await check(`${page}?lang=fr`)
  const guest = await site.visitor(view)
  await guest.goto(shared)
  await expectGood(guest)
  const own = await h.submit(shared, answerFields(keys, ['yes']))
  await guest.goto(own.headers.get('location') ?? '')
  await expectGood(guest)
})

it.each([
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
])(
  'three are asked by one address, change their mind, and get the time at $width px, with script $javaScriptEnabled',
  async (view) => {
    const scene = await playAgency(h)
    const organiser = await site.visitor(view, scene.facilitator)
    await organiser.goto(`/initiatives/${scene.initiativeId}/polls`)
    await organiser.getByRole('link', { name: 'New poll' }).click()
    await organiser.getByLabel('What is it about?').fill('Preparing the visit')
    await organiser.getByLabel('Time zone of the times below').selectOption('Africa/Accra')
    const first = organiser.getByRole('group', { name: 'Time 1: day' })
    for (const [label, value] of Object.entries({ Day: '2', Month: '12', Year: '2026' }))
      await first.getByLabel(label, { exact: true }).fill(value)
    await organiser.getByLabel('Time 1: begins').fill('10:00')
    await organiser.getByRole('button', { name: 'Next 4 days too, at time 1' }).click()
    expect(await organiser.getByLabel('Time 5: begins').inputValue()).toBe('10:00')
    await organiser.getByLabel('Time 5: begins').press('Enter')
    await organiser.getByText('The poll is made.').waitFor()
    await organiser.getByRole('button', { name: 'Make an address to pass on' }).click()
    const address = new URL((await organiser.locator('code').textContent()) ?? '').pathname

    const guest = await site.visitor(view)
    await guest.goto(address)
    await guest.getByLabel('Your time zone').selectOption('America/Bogota')
    await guest.getByRole('button', { name: 'Show the times in it' }).click()
    const wednesday = guest.getByRole('group', { name: 'Wednesday 2 December 2026, 05:00 (Bogota time)' })
    await wednesday.getByLabel('If need be').check()
    const thursday = guest.getByRole('group', { name: 'Thursday 3 December 2026, 05:00 (Bogota time)' })
    await thursday.getByLabel('Yes').check()
    await guest.getByLabel('Your name').fill('Ana Ruiz')
    await guest.getByRole('button', { name: 'Send my times' }).click()
    await guest.getByRole('heading', { name: 'Thank you, your times are noted' }).waitFor()
    await guest.getByRole('link', { name: 'Change my answer' }).click()
    await wednesday.getByLabel('No', { exact: true }).check()
    await guest.getByRole('button', { name: 'Send my times' }).click()
    await guest.getByRole('heading', { name: 'Thank you, your times are noted' }).waitFor()

    await organiser.goto(`/initiatives/${scene.initiativeId}/polls`)
    await organiser.getByRole('link', { name: 'Preparing the visit' }).click()
    await organiser.getByText('1 yes, 0 if need be, 0 no').waitFor()
    await organiser.getByRole('button', { name: /Decide Thursday 3 December 2026, 10:00/ }).click()
    await organiser.getByText('Decided. Everybody who gave an address').waitFor()
    await guest.reload()
    await guest.getByRole('heading', { name: 'Decided: Thursday 3 December 2026, 05:00 (Bogota time)' }).waitFor()
  },
)
