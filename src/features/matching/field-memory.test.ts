import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAnswers, useWorkbench } from '../../../test/round.ts'
import type { Db } from '../../platform/database/database.ts'
import { remember } from './field-memory.ts'
import { readInputMark } from './field-store.ts'
import { readField } from './solving.ts'
import { lockRound } from './store.ts'
import { listRoster } from './workbench-store.ts'

const h = useHarness()
const at = useWorkbench(h)

const readRound = () => h.change((work) => lockRound(work.db, at.round.roundId))
const read = async () => readField(h.world.db, await readRound(), h.clock.now())

/** The tables some queries read. */
async function tablesOf(run: (db: Db) => Promise<unknown>): Promise<string[]> {
  const tables = new Set<string>()
  const listen: KyselyPlugin = {
    transformQuery({ node }) {
      const named = JSON.stringify(node).matchAll(
        /"SchemableIdentifierNode","identifier":\{"kind":"IdentifierNode","name":"(\w+)"/g,
      )
      for (const [, name = ''] of named) tables.add(name)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await run(h.world.db.withPlugin(listen))
  return [...tables]
}

it('keeps what was made while its mark is the same, and few in all', async () => {
  let made = 0
  const make = async () => (made += 1)
  expect(await remember('a test', 'one', make)).toBe(1)
  expect(await remember('a test', 'one', make)).toBe(1)
  expect(await remember('a test', 'two', make)).toBe(2)
  for (let other = 0; other < 20; other++) await remember(`another test ${other}`, 'one', async () => other)
  expect(await remember('a test', 'two', make)).toBe(3)
})

it('marks every table that a field is read from', async () => {
  h.clock.advance({ hours: 24 * 7 })
  const read = await tablesOf(async (db) => {
    await readField(db, await readRound(), h.clock.now())
    await listRoster(db, at.scene.initiativeId, at.round.roundId)
  })
  const marked = await tablesOf((db) => readInputMark(db, at.scene.initiativeId))
  expect(read).toContain('participation_wishes')
  const tables = new Set((await h.world.db.introspection.getTables()).map(({ name }) => name))
  const missing = read.filter((name) => tables.has(name) && !marked.includes(name))
  expect(missing).toEqual(['matching_rules'])
})

it('never misses a change elsewhere: an answer, a language, a connection, a name, by whatever process', async () => {
  const { db } = h.world
  const { ana, kofi } = at.round.people
  const fields = [await read()]
  const again = async () => void fields.push(await read())
  await again()
  expect(fields[1]?.cohort.peers).toBe(fields[0]?.cohort.peers)
  await db
    .updateTable('person_languages')
    .set({ level: 'basic' })
    .where('person_id', '=', kofi)
    .where('language', '=', 'en')
    .execute()
  await again()
  await db.updateTable('persons').set({ name: 'Ana M.' }).where('id', '=', ana).execute()
  await again()
  await playAnswers(h, at.scene, cast.rahim)
  await again()
  await db.deleteFrom('participation_topics').execute()
  await again()
  const cohorts = new Set(fields.map(({ cohort }) => cohort.peers))
  expect(cohorts.size).toBe(5)
  expect(fields.at(-1)?.names.get(ana)).toBe('Ana M.')
  expect(fields.at(-1)?.cohort.peers.length).toBe(6)
})
