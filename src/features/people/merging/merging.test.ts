import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { useHarness } from '../../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../../test/scene.ts'
import { playTwice } from '../../../../test/two-records.ts'
import { savePerson } from '../actions.ts'
import { readShapes } from './references.ts'

const h = useHarness()

const doublesPath = (scene: Scene) => `/initiatives/${scene.initiativeId}/people/duplicates`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const merge = (scene: Scene, one: string, other: string, fields: Record<string, string>) =>
  h.submit(`${doublesPath(scene)}/${one}/${other}`, fields, scene.facilitator)

test('merging makes one person of two, with everything both had', async () => {
  const { scene, one, other, links } = await playTwice(h)
  const list = plain(await (await h.get(doublesPath(scene), scene.facilitator)).text())
  expect(list).toContain('Somebody may be here twice')
  expect(list).toContain('same name')
  const page = plain(
    await (await h.get(`${doublesPath(scene)}/${one.personId}/${other.personId}`, scene.facilitator)).text(),
  )
  expect(page).toContain('+216 20')
  expect(page).toContain('1 initiative, 1 connection')

  const answer = await merge(scene, one.personId, other.personId, {
    keep: one.personId,
    'value.email': other.personId,
    'value.phone': other.personId,
  })
  expect(answer.headers.get('location')).toBe(`${doublesPath(scene)}?said=merged`)
  const { db } = h.world
  const kept = await db.selectFrom('persons').selectAll().where('id', '=', one.personId).executeTakeFirstOrThrow()
  expect(kept).toMatchObject({
    name: 'Leïla Ben Salah',
    email: 'leila.bensalah@sfax.example',
    phone: '+216 20',
    note: '',
  })
  const part = await db.selectFrom('participations').selectAll().where('person_id', '=', one.personId).execute()
  expect(part).toMatchObject([{ id: other.participationId, state: 'active', hours_per_month: 3 }])
  const topics = await db
    .selectFrom('participation_topics')
    .select('kind')
    .where('participation_id', '=', other.participationId)
    .orderBy('kind')
    .execute()
  expect(topics).toEqual([{ kind: 'offer' }, { kind: 'want' }])
  expect(await db.selectFrom('attendances').select(['person_id', 'attended']).execute()).toEqual([
    { person_id: one.personId, attended: true },
  ])
  expect(await db.selectFrom('participation_wishes').select('person_id').execute()).toEqual([
    { person_id: one.personId },
  ])
  expect(await db.selectFrom('posts').select('id').where('person_id', '=', one.personId).execute()).toHaveLength(2)
  for (const table of [
    'connection_members',
    'session_members',
    'authorities',
    'posts',
    'person_languages',
    'participations',
  ] as const) {
    expect(await db.selectFrom(table).selectAll().where('person_id', '=', other.personId).execute()).toEqual([])
  }
  expect((await h.get(new URL(links.gone).pathname)).status).toBe(404)
  const keptLink = await db
    .selectFrom('links')
    .select(['subject_id', 'revoked_at'])
    .where('person_id', '=', one.personId)
    .executeTakeFirstOrThrow()
  expect(keptLink).toEqual({ subject_id: other.participationId, revoked_at: null })
})

test('a later roster still finds the person by both addresses, and makes nobody again', async () => {
  const { scene, one, other } = await playTwice(h)
  await merge(scene, one.personId, other.personId, { keep: one.personId, 'value.email': other.personId })
  for (const email of [cast.leila.email, 'LEILA.BENSALAH@sfax.example']) {
    const person = {
      agencyId: scene.agencyId,
      name: 'Leila Bensalah',
      email,
      locale: '',
      zone: '',
      country: null,
      city: '',
      languages: [],
    }
    const saved = await h.change((work) => savePerson(work, person))
    expect(saved.personId).toBe(one.personId)
  }
})

test('two who are in one connection are two people', async () => {
  const { scene, one, kofi, other, connectionId } = await playTwice(h)
  const refused = await merge(scene, other.personId, kofi.personId, { keep: kofi.personId })
  expect(refused.status).toBe(422)
  expect(plain(await refused.text())).toContain('These two are in one connection')
  await h.world.db.updateTable('connections').set({ state: 'closed' }).where('id', '=', connectionId).execute()
  expect((await merge(scene, other.personId, kofi.personId, { keep: kofi.personId })).status).toBe(303)
  expect((await merge(scene, one.personId, other.personId, { keep: one.personId })).status).toBe(404)
})

test('two people with one name are kept apart for good', async () => {
  const { scene, one, other } = await playTwice(h)
  const answer = await h.submit(
    `${doublesPath(scene)}/${other.personId}/${one.personId}/distinction`,
    {},
    scene.facilitator,
  )
  expect(answer.status).toBe(303)
  expect(plain(await (await h.get(doublesPath(scene), scene.facilitator)).text())).toContain(
    'Nobody seems to be here twice',
  )
})

test('persons and merges of another agency are not here', async () => {
  const { scene, one, other } = await playTwice(h)
  const stranger = await playAgency(h, 'Other Network')
  const theirs = await playPeer(h, stranger, cast.ana)
  await merge(scene, one.personId, other.personId, { keep: one.personId })
  const { id } = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
  expect(
    (await h.submit(`/initiatives/${stranger.initiativeId}/people/merges/${id}/reversal`, {}, stranger.facilitator))
      .status,
  ).toBe(404)
  expect(
    (await h.get(`${doublesPath(stranger)}/${one.personId}/${theirs.personId}`, stranger.facilitator)).status,
  ).toBe(404)
  expect((await merge(stranger, one.personId, theirs.personId, { keep: theirs.personId })).status).toBe(404)
  const foreign = await merge(scene, one.personId, theirs.personId, { keep: one.personId })
  expect(foreign.status).toBe(404)
})

test('every table that names a person can take part in a merge', async () => {
  const shapes = await h.change((work) => readShapes(work.db))
  const children = shapes.references
    .filter(({ to }) => ['persons', 'participations'].includes(to))
    .map(({ table }) => table)
  for (const table of children) expect(shapes.tables.get(table)?.primaryKey, table).not.toEqual([])
  const several = await sql`select conname from pg_constraint where contype = 'f' and cardinality(conkey) > 1`.execute(
    h.world.db,
  )
  expect(several.rows).toEqual([])
  expect(shapes.personLists).toEqual([
    { table: 'matching_proposals', column: 'person_ids' },
    { table: 'seating_tables', column: 'person_ids' },
  ])
})

test('two records that are booked at one time become one person with both sessions and one time', async () => {
  const { scene, one, other } = await playTwice(h)
  const { db } = h.world
  const [session] = await db.selectFrom('sessions').selectAll().execute()
  if (!session) throw new Error('There is no session.')
  const { id: _id, uid: _uid, ...same } = session
  const second = await db
    .insertInto('sessions')
    .values({ ...same, uid: 'u2' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('session_members').values({ session_id: second.id, person_id: one.personId }).execute()
  await sql`update session_members set during = tstzrange(now(), now() + '1 hour')`.execute(db)
  const answer = await merge(scene, one.personId, other.personId, { keep: one.personId })
  expect(answer.status).toBe(303)
  const booked = await db
    .selectFrom('session_members')
    .select(['session_id', 'during'])
    .where('person_id', '=', one.personId)
    .execute()
  expect(booked.filter(({ during }) => during !== null)).toHaveLength(1)
  expect(booked).toHaveLength(2)
})

test('two records that are both in one session become one member whose time it takes', async () => {
  const { scene, one, other } = await playTwice(h)
  const { db } = h.world
  const session = await db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
  await sql`delete from session_members`.execute(db)
  await sql`insert into session_members (session_id, person_id, reply, reply_by, during) values
    (${session.id}, ${one.personId}, null, null, tstzrange(now(), now() + '1 hour')),
    (${session.id}, ${other.personId}, 'yes', 'link', tstzrange(now(), now() + '1 hour'))`.execute(db)
  expect((await merge(scene, one.personId, other.personId, { keep: one.personId })).status).toBe(303)
  const members = await db.selectFrom('session_members').select(['person_id', 'reply', 'during']).execute()
  expect(members).toEqual([{ person_id: one.personId, reply: 'yes', during: expect.stringContaining('[') }])
})
