import { test } from 'vitest'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { addEngagement, addSeason, addTopic, listImported, saveProfile } from './actions.ts'

const h = useHarness()
const site = useSite(h)

async function playInitiative() {
  const scene = await playAgency(h)
  const place = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
  const days = { startsOn: Temporal.PlainDate.from('2026-10-01'), endsOn: Temporal.PlainDate.from('2027-03-31') }
  const peers: Awaited<ReturnType<typeof playPeer>>[] = []
  for (const member of Object.values(cast)) peers.push(await playPeer(h, scene, member, 'listed'))
  const first = peers[0]
  if (!first) throw new Error('The cast is empty.')
  const engagement = await h.change(async (work) => {
    const radio = await addTopic(work, { ...place, name: 'Radio' })
    await addTopic(work, { ...place, name: 'Open data that people read' })
    await addSeason(work, { ...place, title: 'First season', ...days })
    await listImported(work, { initiativeId: scene.initiativeId, personIds: peers.map(({ personId }) => personId) })
    await saveProfile(work, first.participationId, {
      problem: 'Budgets nobody reads',
      problemTopicId: radio,
      offers: [radio],
      wants: [],
      languages: [{ language: 'en', level: 'fluent' }],
      hoursPerMonth: 3,
      freeHalfDays: ['mon-am'],
      zone: 'America/Bogota',
      channels: ['video'],
      wishes: [peers[1]?.personId ?? ''],
      expectedMonths: 6,
      reportConsent: false,
      locale: 'en',
      standing: 'active',
      pausedUntilOn: null,
    })
    return addEngagement(work, { ...place, title: 'Founding week', ...days, place: 'Sfax', link: '' })
  })
  const home = `/initiatives/${scene.initiativeId}`
  const paths = [
    '/initiatives',
    '/initiatives/new',
    `${home}/people`,
    `${home}/people/${first.personId}`,
    `${home}/setup`,
    `${home}/engagements/${engagement}`,
  ]
  return { scene, paths }
}

test.each([
  { width: 390, dark: false },
  { width: 1280, dark: true },
])('the pages of staff are in order at $width px', async (view) => {
  const { scene, paths } = await playInitiative()
  const page = await site.visitor(view)
  const [name = '', value = ''] = (scene.facilitator?.cookie ?? '').split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: h.world.settings.baseUrl }])
  for (const path of paths) {
    await page.goto(path)
    await expectGood(page)
  }
})
