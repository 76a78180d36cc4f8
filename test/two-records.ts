import { sql } from 'kysely'
import { makeLink } from '../src/platform/links/links.ts'
import { cast } from './cast.ts'
import type { Harness } from './harness.ts'
import { playAgency, playPeer } from './scene.ts'

const insert = async (h: Harness, table: string, row: Record<string, unknown>): Promise<string> => {
  const { rows } = await sql<{ row: { id: string } }>`
    insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)).* returning to_jsonb(${sql.table(table)}) as row`.execute(
    h.world.db,
  )
  return rows[0]?.row.id ?? ''
}

/** Leïla twice: once invited with hardly anything, once active; each with a life of her own in every table there is. */
export async function playTwice(h: Harness) {
  const scene = await playAgency(h)
  const at = h.clock.now().toString()
  const { agencyId: agency_id, initiativeId: initiative_id } = scene
  const one = await playPeer(h, scene, cast.leila, 'listed')
  const other = await playPeer(h, scene, {
    ...cast.leila,
    name: 'Leila Ben Salah',
    email: 'leila.bensalah@sfax.example',
    organisation: 'Municipalité de Sfax',
  })
  const kofi = await playPeer(h, scene, cast.kofi)
  await sql`update participations set hours_per_month = null where id = ${one.participationId}`.execute(h.world.db)
  await sql`update availabilities set week = null where person_id = ${one.personId}`.execute(h.world.db)
  await sql`update persons set phone = '+216 20', note = 'met in Tunis' where id = ${other.personId}`.execute(
    h.world.db,
  )
  await sql`update person_languages set level = 'working' where person_id = ${other.personId} and language = 'fr'`.execute(
    h.world.db,
  )
  const id = () => crypto.randomUUID()
  const day = { starts_on: '2026-12-24', ends_on: '2026-12-31' }
  for (const { personId: person_id } of [one, other])
    await insert(h, 'availability_exceptions', { id: id(), agency_id, person_id, ...day, level: 0, created_at: at })
  const diary = { kind: 'ics', host: 'calendar.example', sealed: 'x', next_read_at: at, failures: 0, created_at: at }
  const source_id = await insert(h, 'calendar_sources', { id: id(), agency_id, person_id: other.personId, ...diary })
  await insert(h, 'busy_times', {
    source_id,
    agency_id,
    starts_at: at,
    ends_at: '2026-12-01T00:00:00Z',
  })
  const topic = await insert(h, 'topics', { id: id(), agency_id, initiative_id, name: 'Open budgets' })
  const second = await insert(h, 'topics', { id: id(), agency_id, initiative_id, name: 'Participation' })
  await insert(h, 'participation_topics', { participation_id: one.participationId, topic_id: topic, kind: 'offer' })
  await insert(h, 'participation_topics', { participation_id: other.participationId, topic_id: topic, kind: 'offer' })
  await insert(h, 'participation_topics', { participation_id: one.participationId, topic_id: second, kind: 'want' })
  await insert(h, 'participation_wishes', { participation_id: one.participationId, person_id: other.personId })
  await insert(h, 'participation_wishes', { participation_id: kofi.participationId, person_id: other.personId })
  await insert(h, 'participation_wishes', { participation_id: kofi.participationId, person_id: one.personId })
  await insert(h, 'profile_drafts', { participation_id: one.participationId, typed: { problem: 'x' }, saved_at: at })
  const engagement = await insert(h, 'engagements', {
    id: id(),
    agency_id,
    initiative_id,
    title: 'Tunis',
    starts_on: '2026-11-01',
    ends_on: '2026-11-03',
    place: '',
    link: '',
    created_at: at,
  })
  await insert(h, 'attendances', { engagement_id: engagement, person_id: one.personId, attended: false })
  await insert(h, 'attendances', { engagement_id: engagement, person_id: other.personId, attended: true })
  const round = await h.world.db
    .insertInto('matching_rounds')
    .values({ agency_id, initiative_id, title: 'R', weights: '{}', created_at: h.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pair = (a: string, b: string) => ({
    round_id: round.id,
    first_person_id: a < b ? a : b,
    second_person_id: a < b ? b : a,
    created_at: at,
  })
  await insert(h, 'matching_rules', { ...pair(one.personId, other.personId), kind: 'forbid' })
  await insert(h, 'matching_rules', { ...pair(other.personId, kofi.personId), kind: 'pin' })
  await insert(h, 'matching_left_out', {
    round_id: round.id,
    person_id: one.personId,
    reason: 'odd',
    nearest: [],
  })
  await h.world.db
    .insertInto('matching_proposals')
    .values({ round_id: round.id, person_ids: [kofi.personId, other.personId], fit: 5, parts: '{}' })
    .execute()
  await h.world.db
    .insertInto('matching_proposals')
    .values({ round_id: round.id, person_ids: [one.personId, other.personId], fit: 5, parts: '{}' })
    .execute()
  const connection = await h.world.db
    .insertInto('connections')
    .values({ agency_id, initiative_id, state: 'active', rhythm_days: 30, proposed_at: h.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const person_id of [other.personId, kofi.personId])
    await h.world.db
      .insertInto('connection_members')
      .values({ connection_id: connection.id, person_id, gives: 'time' })
      .execute()
  const session = await h.world.db
    .insertInto('sessions')
    .values({
      agency_id,
      initiative_id: scene.initiativeId,
      connection_id: connection.id,
      uid: 'u1',
      starts_at: h.clock.now(),
      minutes: 45,
      created_at: h.clock.now(),
      changed_at: h.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await h.world.db
    .insertInto('session_members')
    .values({ session_id: session.id, person_id: other.personId, held: 'yes', held_minutes: 45 })
    .execute()
  await h.world.db
    .insertInto('authorities')
    .values({
      agency_id,
      initiative_id,
      person_id: other.personId,
      authoriser_name: 'S. Trabelsi',
      authoriser_email: 'st@sfax.example',
      hours_per_month: 4.1,
      starts_on: Temporal.PlainDate.from('2026-01-01'),
      ends_on: Temporal.PlainDate.from('2027-01-01'),
      created_at: h.clock.now(),
      updated_at: h.clock.now(),
    })
    .execute()
  const links = await h.change(async (work) => ({
    gone: await makeLink(work, {
      agencyId: agency_id,
      purpose: 'profile',
      personId: other.personId,
      subjectId: other.participationId,
      days: 30,
    }),
    kept: await makeLink(work, {
      agencyId: agency_id,
      purpose: 'profile',
      personId: one.personId,
      subjectId: one.participationId,
      days: 30,
    }),
  }))
  return { scene, one, other, kofi, links, connectionId: connection.id }
}
