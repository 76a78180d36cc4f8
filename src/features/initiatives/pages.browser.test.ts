import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, sidewaysOverflow, smallTargets } from '../../../test/browser/accessible.ts'
import { openBrowser, type OpenBrowser } from '../../../test/browser/browser.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { addEngagement, addSeason, addTopic, listImported, saveProfile } from './actions.ts'

const h = useHarness()
let open: OpenBrowser
let server: ReturnType<typeof createAdaptorServer>
let address = ''

beforeAll(async () => {
  open = await openBrowser()
  server = createAdaptorServer({ fetch: h.app.fetch })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await open.close()
  server.close()
})

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
  const context = await open.context({ ...view, baseURL: address })
  const [name = '', value = ''] = (scene.facilitator?.cookie ?? '').split(/=(.*)/s)
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  for (const path of paths) {
    await page.goto(path)
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    if (process.env.SHOTS)
      await page.screenshot({ path: `/tmp/s-${view.width}-${paths.indexOf(path)}.png`, fullPage: true })
    expect({ path, findings: await axeFindings(page) }).toEqual({ path, findings: [] })
    expect({ path, overflow: await sidewaysOverflow(page) }).toEqual({ path, overflow: 0 })
    expect({ path, small: await smallTargets(page) }).toEqual({ path, small: [] })
  }
})
