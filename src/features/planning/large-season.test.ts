import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { addWinter } from '../../../test/season.ts'
import { usualSettings } from './plan-settings.ts'
import { publishPlan } from './publishing.ts'
import { beginPlan } from './running.ts'

const h = useHarness()
const connections = 500

/** Connections of two, straight into the tables, with people of four zones. */
async function insertPairs({ agencyId, initiativeId }: { agencyId: string; initiativeId: string }): Promise<void> {
  const { db, clock } = h.world
  const now = clock.now()
  const zones = ['Africa/Accra', 'Europe/Lisbon', 'Africa/Nairobi', 'America/Bogota']
  const people = await db
    .insertInto('persons')
    .values(
      Array.from({ length: 2 * connections }, (_, place) => ({
        agency_id: agencyId,
        name: `Peer ${place}`,
        email: `peer${place}@peers.example`,
        zone: zones[place % zones.length] ?? 'UTC',
        created_at: now,
        updated_at: now,
      })),
    )
    .returning('id')
    .execute()
  const pairs = await db
    .insertInto('connections')
    .values(
      Array.from({ length: connections }, () => ({
        agency_id: agencyId,
        initiative_id: initiativeId,
        state: 'active',
        rhythm_days: 30,
        proposed_at: now,
        started_at: now,
      })),
    )
    .returning('id')
    .execute()
  await db
    .insertInto('connection_members')
    .values(people.map(({ id }, place) => ({ connection_id: pairs[Math.floor(place / 2)]?.id ?? '', person_id: id })))
    .execute()
}

it('a season of 500 connections is planned, shown by pages of forty, and published', { timeout: 240_000 }, async () => {
  const scene = await playAgency(h)
  await insertPairs(scene)
  const season = await addWinter(h, scene)
  const { agencyId, initiativeId } = scene
  const settings = { ...usualSettings, answerByOn: Temporal.PlainDate.from('2026-12-04') }
  const planId = await h.change((work) => beginPlan(work, { id: initiativeId, agencyId }, season, settings))
  await h.settle()
  const path = `/initiatives/${initiativeId}/season`
  const answer = await h.get(`${path}?from=40`, scene.facilitator)
  const page = await answer.text()
  expect(page.match(/<tr>/g)).toHaveLength(41)
  expect(page.length).toBeLessThan(250_000)
  const before = performance.now()
  const cpu = process.cpuUsage()
  for (let turn = 0; turn < 5; turn++) await (await h.get(path, scene.facilitator)).text()
  const { user, system } = process.cpuUsage(cpu)
  const wall = Math.round((performance.now() - before) / 5)
  const own = Math.round((user + system) / 5000)
  process.stdout.write(`season board of ${connections}: ${own} ms CPU, ${wall} ms, ${page.length} characters a page\n`)
  const plan = await h.world.db
    .selectFrom('season_plans')
    .selectAll()
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const { sent, refused } = await h.change((work) => publishPlan(work, planId, plan.revision))
  expect([sent, refused]).toEqual([3 * connections, 0])
  const mails = await h.world.db
    .selectFrom('mails')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(mails.count)).toBe(2 * connections)
})
