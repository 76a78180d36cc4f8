import { beforeEach, describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { disarmFaults, faultCalls, startCounting } from '../../platform/database/faultpoints.ts'
import { makeRound } from './actions.ts'
import { usualWeights } from './fit/parts.ts'
import { sampleCohort } from './sample-peers.ts'

const h = useHarness()
let scene: Scene
let path: string

beforeEach(async () => {
  scene = await playAgency(h)
  await insertCohort(500)
  const where = { id: scene.initiativeId, agencyId: scene.agencyId }
  const asked = {
    title: 'Everybody',
    weights: usualWeights,
    allowSameOrganisation: false,
    allowConnected: false,
  }
  path = `/initiatives/${scene.initiativeId}/matching/${await h.change((work) => makeRound(work, where, asked))}`
})

// Straight into the tables: 500 forms would take longer than all that is tested here.
async function insertCohort(count: number): Promise<void> {
  const { db, clock } = h.world
  const now = clock.now()
  const base = { agency_id: scene.agencyId, created_at: now }
  const cohort = sampleCohort(count, 1)
  const topicNames = [...new Set(cohort.flatMap(({ offers, wants }) => [...offers, ...wants]))]
  const topics = await db
    .insertInto('topics')
    .values(topicNames.map((name) => ({ agency_id: scene.agencyId, initiative_id: scene.initiativeId, name })))
    .returning(['id', 'name'])
    .execute()
  const topicId = (name: string) => topics.find((topic) => topic.name === name)?.id ?? ''
  const persons = await db
    .insertInto('persons')
    .values(
      cohort.map(({ personId, zone }) => ({
        ...base,
        name: personId,
        email: `${personId.replace(' ', '')}@peers.example`,
        zone,
        updated_at: now,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const personId = new Map(persons.map(({ id, name }) => [name, id]))
  const idOf = (name: string) => personId.get(name) ?? ''
  await db
    .insertInto('person_languages')
    .values(cohort.flatMap((peer) => peer.languages.map((spoken) => ({ person_id: idOf(peer.personId), ...spoken }))))
    .execute()
  const parts = await db
    .insertInto('participations')
    .values(
      cohort.map((peer) => ({
        ...base,
        initiative_id: scene.initiativeId,
        person_id: idOf(peer.personId),
        state: 'active',
        hours_per_month: peer.hoursPerMonth,
        free_half_days: peer.freeHalfDays,
        problem_topic_id: topicId(peer.offers[0] ?? ''),
        answered_at: now,
        updated_at: now,
      })),
    )
    .returning(['id', 'person_id'])
    .execute()
  const partOf = new Map(parts.map(({ id, person_id }) => [person_id, id]))
  const kinds = cohort.flatMap((peer) => {
    const participation_id = partOf.get(idOf(peer.personId)) ?? ''
    return [
      ...peer.offers.map((name) => ({ participation_id, topic_id: topicId(name), kind: 'offer' })),
      ...peer.wants.map((name) => ({ participation_id, topic_id: topicId(name), kind: 'want' })),
    ]
  })
  await db.insertInto('participation_topics').values(kinds).execute()
}

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
