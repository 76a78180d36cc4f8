import { beforeEach, describe, expect, it } from 'vitest'
import { insertCrowd } from '../../../test/crowd.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { disarmFaults, faultCalls, startCounting } from '../../platform/database/faultpoints.ts'
import { makeRound } from './actions.ts'
import { usualWeights } from './fit/parts.ts'

const h = useHarness()
let scene: Scene
let path: string

beforeEach(async () => {
  scene = await playAgency(h)
  await insertCrowd(h.world, scene, 500)
  const where = { id: scene.initiativeId, agencyId: scene.agencyId }
  const asked = {
    title: 'Everybody',
    weights: usualWeights,
    allowSameOrganisation: false,
    allowConnected: false,
  }
  path = `/initiatives/${scene.initiativeId}/matching/${await h.change((work) => makeRound(work, where, asked))}`
})

describe('a round of 500 peers', () => {
  it('is shown sixty proposals a page, in at most ten queries', async () => {
    startCounting()
    const answer = await h.get(`${path}?page=2`, scene.facilitator)
    disarmFaults()
    const page = await wordsOf(answer)
    expect(page).toContain('61 to 120 of ')
    expect((page.match(/ Pin Swap | Pinned Swap /g) ?? []).length).toBe(60)
    expect(faultCalls().length, faultCalls().join('\n')).toBeLessThanOrEqual(10)
  })

  it('prices a swap and takes the choice in little time', async () => {
    const html = await (await h.get(`${path}?order=best`, scene.facilitator)).text()
    const people = /name="people" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const started = performance.now()
    const swap = await (await h.get(`${path}/swap?people=${people}`, scene.facilitator)).text()
    const priced = performance.now()
    const [, second] = [
      ...swap.matchAll(/name="person" value="([^"]+)"\/?><input type="hidden" name="with" value="([^"]+)"/g),
    ]
    const answer = await h.submit(
      `${path}/swap`,
      { person: second?.[1] ?? '', with: second?.[2] ?? '', order: 'best' },
      scene.facilitator,
    )
    expect(answer.status).toBe(303)
    const page = await wordsOf(h.get(answer.headers.get('location') ?? '', scene.facilitator))
    const done = performance.now()
    process.stdout.write(
      `500 peers: swap priced in ${(priced - started).toFixed(0)} ms, chosen and shown in ${(done - priced).toFixed(0)} ms.\n`,
    )
    expect(page).toContain('They are pinned together.')
    expect(page).toMatch(/One pair is pinned/)
  })

  it('is published whole', async () => {
    const confirm = await (await h.get(`${path}/publication`, scene.facilitator)).text()
    const revision = /name="revision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
    const before = performance.now()
    expect((await h.submit(`${path}/publication`, { revision }, scene.facilitator)).status).toBe(303)
    process.stdout.write(`500 peers: published in ${(performance.now() - before).toFixed(0)} ms.\n`)
    const { mails } = await h.world.db
      .selectFrom('mails')
      .select((eb) => eb.fn.countAll<number>().as('mails'))
      .executeTakeFirstOrThrow()
    expect(Number(mails)).toBeGreaterThan(400)
  })
})
