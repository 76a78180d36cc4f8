import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useHarness } from '../../../../test/harness.ts'
import type { Scene } from '../../../../test/scene.ts'
import { playTwice } from '../../../../test/two-records.ts'

const h = useHarness()

const doublesPath = (scene: Scene) => `/initiatives/${scene.initiativeId}/people/duplicates`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
// What acts leave behind on purpose: the trail, the answered forms, the merge itself.
const trails = new Set(['audit_events', 'answered_forms', 'merges', 'migrations'])

/** Every row of every table, as text. */
async function everyRow(): Promise<Record<string, string[]>> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(h.world.db)
  const all: Record<string, string[]> = {}
  for (const { name } of rows) {
    if (trails.has(name)) continue
    const found = await sql<{
      row: string
    }>`select to_jsonb(rows)::text as row from ${sql.table(name)} rows order by 1`.execute(h.world.db)
    all[name] = found.rows.map(({ row }) => row)
  }
  return all
}

const merge = (scene: Scene, one: string, other: string, fields: Record<string, string>) =>
  h.submit(`${doublesPath(scene)}/${one}/${other}`, fields, scene.facilitator)

test('undoing brings back every row exactly as it was', async () => {
  const { scene, one, other } = await playTwice(h)
  for (const [keep, choice] of [
    [one, other],
    [other, one],
  ] as const) {
    const before = await everyRow()
    await merge(scene, one.personId, other.personId, {
      keep: keep.personId,
      'value.name': choice.personId,
      'value.email': choice.personId,
      'value.note': choice.personId,
      'value.phone': choice.personId,
    })
    expect(await everyRow()).not.toEqual(before)
    const { id } = await h.world.db
      .selectFrom('merges')
      .select('id')
      .where('undone_at', 'is', null)
      .executeTakeFirstOrThrow()
    const answer = await h.submit(
      `/initiatives/${scene.initiativeId}/people/merges/${id}/reversal`,
      {},
      scene.facilitator,
    )
    expect(answer.headers.get('location')).toBe(`${doublesPath(scene)}?said=undone`)
    expect(await everyRow()).toEqual(before)
    h.clock.advance({ minutes: 1 })
  }
})

test('what somebody corrected after the merge stays when it is undone', async () => {
  const { scene, one, other } = await playTwice(h)
  await merge(scene, one.personId, other.personId, {
    keep: one.personId,
    'value.phone': other.personId,
    'value.note': other.personId,
  })
  await h.world.db.updateTable('persons').set({ phone: '+216 99' }).where('id', '=', one.personId).execute()
  const { id } = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  await h.submit(`/initiatives/${scene.initiativeId}/people/merges/${id}/reversal`, {}, scene.facilitator)
  const person = await h.world.db
    .selectFrom('persons')
    .select(['phone', 'note'])
    .where('id', '=', one.personId)
    .executeTakeFirstOrThrow()
  expect(person).toEqual({ phone: '+216 99', note: '' })
})

test('a merge is undone only before somebody takes the address, and after later merges', async () => {
  const { scene, one, other, kofi } = await playTwice(h)
  await merge(scene, one.personId, other.personId, { keep: one.personId })
  const first = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  const undo = () =>
    h.submit(`/initiatives/${scene.initiativeId}/people/merges/${first.id}/reversal`, {}, scene.facilitator)
  await h.world.db
    .updateTable('persons')
    .set({ email: 'leila.bensalah@sfax.example' })
    .where('id', '=', kofi.personId)
    .execute()
  expect(plain(await (await undo()).text())).toContain('cannot be undone while somebody else has the address')
  await h.world.db.updateTable('persons').set({ email: 'k@peers.example' }).where('id', '=', kofi.personId).execute()
  h.clock.advance({ hours: 1 })
  await h.world.db.updateTable('connections').set({ state: 'closed' }).execute()
  await merge(scene, one.personId, kofi.personId, { keep: kofi.personId })
  expect(plain(await (await undo()).text())).toContain('cannot be undone before the later merge')
})
