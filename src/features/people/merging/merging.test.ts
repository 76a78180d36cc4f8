import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { useHarness } from '../../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../../test/scene.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { savePerson } from '../actions.ts'
import { readShapes } from './references.ts'

const h = useHarness()

const doublesPath = (scene: Scene) => `/initiatives/${scene.initiativeId}/people/duplicates`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
// What acts leave behind on purpose: the trail, the answered forms, the merge itself.
const trails = new Set(['audit_events', 'answered_forms', 'merges', 'migrations'])

/** Every row of every table, as text. */
async function everyRow(): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(h.world.db)
  const all: Record<string, string[]> = {}
  for (const { name } of rows) {
    if (trails.has(name)) continue
    const found = await sql<{ row: string }>`select to_jsonb(rows)::text as row from ${sql.table(name)} rows order by 1`.execute(h.world.db)
    all[name] = found.rows.map(({ row }) => row)
  }
  return all
}

const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const { rows } = await sql<{ row: { id: string } }>`
    insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)).* returning to_jsonb(${sql.table(table)}) as row`.execute(h.world.db)
  return rows[0]?.row.id ?? ''
}

/** Leïla twice: once invited with hardly anything, once active; each with a life of her own in every table there is. */
async function playTwice() {
  const scene = await playAgency(h)
  const at = h.clock.now().toString()
  const { agencyId: agency_id, initiativeId: initiative_id } = scene
  const one = await playPeer(h, scene, cast.leila, 'listed')
  const other = await playPeer(h, scene, { ...cast.leila, name: 'Leila Ben Salah', email: 'leila.bensalah@sfax.example', organisation: 'Municipalité de Sfax' })
  const kofi = await playPeer(h, scene, cast.kofi)
  await sql`update participations set hours_per_month = null, free_half_days = '{}' where id = ${one.participationId}`.execute(h.world.db)
  await sql`update persons set phone = '+216 20', note = 'met in Tunis' where id = ${other.personId}`.execute(h.world.db)
  await sql`update person_languages set level = 'working' where person_id = ${other.personId} and language = 'fr'`.execute(h.world.db)
  const id = () => crypto.randomUUID()
  const topic = await insert('topics', { id: id(), agency_id, initiative_id, name: 'Open budgets' })
  const second = await insert('topics', { id: id(), agency_id, initiative_id, name: 'Participation' })
  await insert('participation_topics', { participation_id: one.participationId, topic_id: topic, kind: 'offer' })
  await insert('participation_topics', { participation_id: other.participationId, topic_id: topic, kind: 'offer' })
  await insert('participation_topics', { participation_id: one.participationId, topic_id: second, kind: 'want' })
  await insert('participation_wishes', { participation_id: one.participationId, person_id: other.personId })
  await insert('participation_wishes', { participation_id: kofi.participationId, person_id: other.personId })
  await insert('participation_wishes', { participation_id: kofi.participationId, person_id: one.personId })
  await insert('profile_drafts', { participation_id: one.participationId, typed: { problem: 'x' }, saved_at: at })
  const engagement = await insert('engagements', { id: id(), agency_id, initiative_id, title: 'Tunis', starts_on: '2026-11-01', ends_on: '2026-11-03', place: '', link: '', created_at: at })
  await insert('attendances', { engagement_id: engagement, person_id: one.personId, attended: false })
  await insert('attendances', { engagement_id: engagement, person_id: other.personId, attended: true })
  const round = await h.world.db.insertInto('matching_rounds').values({ agency_id, initiative_id, title: 'R', weights: '{}', created_at: h.clock.now() }).returning('id').executeTakeFirstOrThrow()
  const pair = (a: string, b: string) => ({ round_id: round.id, first_person_id: a < b ? a : b, second_person_id: a < b ? b : a, created_at: at })
  await insert('matching_rules', { ...pair(one.personId, other.personId), kind: 'forbid' })
  await insert('matching_rules', { ...pair(other.personId, kofi.personId), kind: 'pin' })
  await insert('matching_left_out', { round_id: round.id, person_id: one.personId, reason: 'odd', nearest_person_id: other.personId, nearest_fit: 3 })
  await h.world.db.insertInto('matching_proposals').values({ round_id: round.id, person_ids: [kofi.personId, other.personId], fit: 5, parts: '{}' }).execute()
  await h.world.db.insertInto('matching_proposals').values({ round_id: round.id, person_ids: [one.personId, other.personId], fit: 5, parts: '{}' }).execute()
  const connection = await h.world.db
    .insertInto('connections')
    .values({ agency_id, initiative_id, state: 'active', rhythm_days: 30, proposed_at: h.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const person_id of [other.personId, kofi.personId]) await h.world.db.insertInto('connection_members').values({ connection_id: connection.id, person_id, gives: 'time' }).execute()
  const session = await h.world.db
    .insertInto('sessions')
    .values({ agency_id, connection_id: connection.id, uid: 'u1', starts_at: h.clock.now(), minutes: 45, created_at: h.clock.now(), changed_at: h.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await h.world.db.insertInto('session_members').values({ session_id: session.id, person_id: other.personId, held: 'yes', held_minutes: 45 }).execute()
  await h.world.db
    .insertInto('authorities')
    .values({
      agency_id, initiative_id, person_id: other.personId, authoriser_name: 'S. Trabelsi', authoriser_email: 'st@sfax.example', hours_per_month: 4.1,
      starts_on: Temporal.PlainDate.from('2026-01-01'), ends_on: Temporal.PlainDate.from('2027-01-01'), created_at: h.clock.now(), updated_at: h.clock.now(),
    })
    .execute()
  const links = await h.change(async (work) => ({
    gone: await makeLink(work, { agencyId: agency_id, purpose: 'profile', personId: other.personId, subjectId: other.participationId, days: 30 }),
    kept: await makeLink(work, { agencyId: agency_id, purpose: 'profile', personId: one.personId, subjectId: one.participationId, days: 30 }),
  }))
  return { scene, one, other, kofi, links, connectionId: connection.id }
}

const merge = (scene: Scene, one: string, other: string, fields: Record<string, string>) =>
  h.submit(`${doublesPath(scene)}/${one}/${other}`, fields, scene.facilitator)

test('merging makes one person of two, with everything both had', async () => {
  const { scene, one, other, links } = await playTwice()
  const list = plain(await (await h.get(doublesPath(scene), scene.facilitator)).text())
  expect(list).toContain('Somebody may be here twice')
  expect(list).toContain('same name')
  const page = plain(await (await h.get(`${doublesPath(scene)}/${one.personId}/${other.personId}`, scene.facilitator)).text())
  expect(page).toContain('+216 20')
  expect(page).toContain('1 initiative, 1 connection')

  const answer = await merge(scene, one.personId, other.personId, { keep: one.personId, 'value.email': other.personId, 'value.phone': other.personId })
  expect(answer.headers.get('location')).toBe(`${doublesPath(scene)}?said=merged`)
  const { db } = h.world
  const kept = await db.selectFrom('persons').selectAll().where('id', '=', one.personId).executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ name: 'Leïla Ben Salah', email: 'leila.bensalah@sfax.example', phone: '+216 20', note: '' })
  const part = await db.selectFrom('participations').selectAll().where('person_id', '=', one.personId).execute()
  expect(part).toMatchObject([{ id: other.participationId, state: 'active', hours_per_month: 3 }])
  const topics = await db.selectFrom('participation_topics').select('kind').where('participation_id', '=', other.participationId).orderBy('kind').execute()
  expect(topics).toEqual([{ kind: 'offer' }, { kind: 'want' }])
  expect(await db.selectFrom('attendances').select(['person_id', 'attended']).execute()).toEqual([{ person_id: one.personId, attended: true }])
  expect(await db.selectFrom('participation_wishes').select('person_id').execute()).toEqual([{ person_id: one.personId }])
  expect(await db.selectFrom('posts').select('id').where('person_id', '=', one.personId).execute()).toHaveLength(2)
  for (const table of ['connection_members', 'session_members', 'authorities', 'posts', 'person_languages', 'participations'] as const) {
    expect(await db.selectFrom(table).selectAll().where('person_id', '=', other.personId).execute()).toEqual([])
  }
  expect((await h.get(new URL(links.gone).pathname)).status).toBe(404)
  const keptLink = await db.selectFrom('links').select(['subject_id', 'revoked_at']).where('person_id', '=', one.personId).executeTakeFirstOrThrow()
  expect(keptLink).toEqual({ subject_id: other.participationId, revoked_at: null })
})

test('undoing brings back every row exactly as it was', async () => {
  const { scene, one, other } = await playTwice()
  for (const [keep, choice] of [[one, other], [other, one]] as const) {
    const before = await everyRow()
    await merge(scene, one.personId, other.personId, {
      keep: keep.personId, 'value.name': choice.personId, 'value.email': choice.personId, 'value.note': choice.personId, 'value.phone': choice.personId,
    })
    expect(await everyRow()).not.toEqual(before)
    const { id } = await h.world.db.selectFrom('merges').select('id').where('undone_at', 'is', null).executeTakeFirstOrThrow()
    const answer = await h.submit(`/initiatives/${scene.initiativeId}/people/merges/${id}/reversal`, {}, scene.facilitator)
    expect(answer.headers.get('location')).toBe(`${doublesPath(scene)}?said=undone`)
    expect(await everyRow()).toEqual(before)
    h.clock.advance({ minutes: 1 })
  }
})

test('what somebody corrected after the merge stays when it is undone', async () => {
  const { scene, one, other } = await playTwice()
  await merge(scene, one.personId, other.personId, { keep: one.personId, 'value.phone': other.personId, 'value.note': other.personId })
  await h.world.db.updateTable('persons').set({ phone: '+216 99' }).where('id', '=', one.personId).execute()
  const { id } = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  await h.submit(`/initiatives/${scene.initiativeId}/people/merges/${id}/reversal`, {}, scene.facilitator)
  const person = await h.world.db.selectFrom('persons').select(['phone', 'note']).where('id', '=', one.personId).executeTakeFirstOrThrow()
  expect(person).toEqual({ phone: '+216 99', note: '' })
})

test('a later roster still finds the person by both addresses, and makes nobody again', async () => {
  const { scene, one, other } = await playTwice()
  await merge(scene, one.personId, other.personId, { keep: one.personId, 'value.email': other.personId })
  for (const email of [cast.leila.email, 'LEILA.BENSALAH@sfax.example']) {
    const person = { agencyId: scene.agencyId, name: 'Leila Bensalah', email, locale: '', zone: '', country: null, city: '', languages: [] }
    const saved = await h.change((work) => savePerson(work, person))
    expect(saved.personId).toBe(one.personId)
  }
})

test('two who are in one connection are two people', async () => {
  const { scene, one, kofi, other, connectionId } = await playTwice()
  const refused = await merge(scene, other.personId, kofi.personId, { keep: kofi.personId })
  expect(refused.status).toBe(422)
  expect(plain(await refused.text())).toContain('These two are in one connection')
  await h.world.db.updateTable('connections').set({ state: 'closed' }).where('id', '=', connectionId).execute()
  expect((await merge(scene, other.personId, kofi.personId, { keep: kofi.personId })).status).toBe(303)
  expect((await merge(scene, one.personId, other.personId, { keep: one.personId })).status).toBe(404)
})

test('a merge is undone only before somebody takes the address, and after later merges', async () => {
  const { scene, one, other, kofi } = await playTwice()
  await merge(scene, one.personId, other.personId, { keep: one.personId })
  const first = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  const undo = () => h.submit(`/initiatives/${scene.initiativeId}/people/merges/${first.id}/reversal`, {}, scene.facilitator)
  await h.world.db.updateTable('persons').set({ email: 'leila.bensalah@sfax.example' }).where('id', '=', kofi.personId).execute()
  expect(plain(await (await undo()).text())).toContain('cannot be undone while somebody else has the address')
  await h.world.db.updateTable('persons').set({ email: 'k@peers.example' }).where('id', '=', kofi.personId).execute()
  h.clock.advance({ hours: 1 })
  await h.world.db.updateTable('connections').set({ state: 'closed' }).execute()
  await merge(scene, one.personId, kofi.personId, { keep: kofi.personId })
  expect(plain(await (await undo()).text())).toContain('cannot be undone before the later merge')
})

test('two people with one name are kept apart for good', async () => {
  const { scene, one, other } = await playTwice()
  const answer = await h.submit(`${doublesPath(scene)}/${other.personId}/${one.personId}/distinction`, {}, scene.facilitator)
  expect(answer.status).toBe(303)
  expect(plain(await (await h.get(doublesPath(scene), scene.facilitator)).text())).toContain('Nobody seems to be here twice')
})

test('persons and merges of another agency are not here', async () => {
  const { scene, one, other } = await playTwice()
  const stranger = await playAgency(h, 'Other Network')
  const theirs = await playPeer(h, stranger, cast.ana)
  await merge(scene, one.personId, other.personId, { keep: one.personId })
  const { id } = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  expect((await h.submit(`/initiatives/${stranger.initiativeId}/people/merges/${id}/reversal`, {}, stranger.facilitator)).status).toBe(404)
  expect((await h.get(`${doublesPath(stranger)}/${one.personId}/${theirs.personId}`, stranger.facilitator)).status).toBe(404)
  expect((await merge(stranger, one.personId, theirs.personId, { keep: theirs.personId })).status).toBe(404)
  const foreign = await merge(scene, one.personId, theirs.personId, { keep: one.personId })
  expect(foreign.status).toBe(404)
})

test('every table that names a person can take part in a merge', async () => {
  const shapes = await h.change((work) => readShapes(work.db))
  const children = shapes.references.filter(({ to }) => ['persons', 'participations'].includes(to)).map(({ table }) => table)
  for (const table of children) expect(shapes.tables.get(table)?.primaryKey, table).not.toEqual([])
  const several = await sql`select conname from pg_constraint where contype = 'f' and cardinality(conkey) > 1`.execute(h.world.db)
  expect(several.rows).toEqual([])
  expect(shapes.personLists).toEqual([{ table: 'matching_proposals', column: 'person_ids' }])
})
