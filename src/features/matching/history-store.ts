import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { pairKey } from './fit/hard.ts'
import { isLetDown } from './let-down.ts'
import { reportingLines } from './reporting-lines.ts'

/** Who was or is connected with whom in an initiative, and how many open connections each has. Pairs by `pairKey`. */
export async function readHistory(db: Db | Tx, initiativeId: string) {
  const rows = await db
    .selectFrom('connections')
    .select((eb) => [
      'connections.state',
      jsonArrayFrom(
        eb
          .selectFrom('connection_members')
          .select(['person_id', sql<boolean>`left_at is null`.as('stays')])
          .whereRef('connection_id', '=', 'connections.id'),
      ).as('members'),
    ])
    .where('initiative_id', '=', initiativeId)
    .execute()
  const earlier = new Set<string>()
  const together = new Set<string>()
  const loads = new Map<string, number>()
  for (const { state, members } of rows) {
    const isOpen = state !== 'declined' && state !== 'closed'
    for (const one of members) {
      if (isOpen && one.stays) loads.set(one.person_id, (loads.get(one.person_id) ?? 0) + 1)
      for (const other of members) {
        if (one.person_id >= other.person_id) continue
        earlier.add(pairKey(one.person_id, other.person_id))
        if (isOpen && one.stays && other.stays) together.add(pairKey(one.person_id, other.person_id))
      }
    }
  }
  return { earlier, together, loads }
}

/**
 * Who was left out of the last published round, or let down in it, and has not been helped since.
 * @param exceptRoundId a round that does not count as the last one: the one being made
 */
export async function readLeftOutLast(db: Db | Tx, initiativeId: string, exceptRoundId: string): Promise<Set<string>> {
  const last = await db
    .selectFrom('matching_rounds as round')
    .select((eb) => [
      'round.id',
      jsonArrayFrom(eb.selectFrom('matching_left_out').select('person_id').whereRef('round_id', '=', 'round.id')).as(
        'left_out',
      ),
    ])
    .where('initiative_id', '=', initiativeId)
    .where('state', '=', 'published')
    .where('id', '!=', exceptRoundId)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return new Set()
  const connections = await db
    .selectFrom('connections')
    .select((eb) => [
      'round_id',
      'state',
      'last_contact_at',
      'stuck_at',
      jsonArrayFrom(
        eb
          .selectFrom('connection_members')
          .select(['person_id', 'answer'])
          .whereRef('connection_id', '=', 'connections.id'),
      ).as('members'),
    ])
    .where('initiative_id', '=', initiativeId)
    .where('proposed_at', '>=', (eb) =>
      eb.selectFrom('matching_rounds').select('published_at').where('id', '=', last.id),
    )
    .execute()
  const waiting = new Set(last.left_out.map(({ person_id }) => person_id))
  for (const { round_id, members, ...connection } of connections) {
    if (round_id !== last.id) continue
    for (const { person_id: own } of members) if (isLetDown(connection, members, own)) waiting.add(own)
  }
  for (const { state, members } of connections) {
    const isUnderWay = ['accepted', 'active', 'quiet', 'paused'].includes(state)
    for (const { person_id } of isUnderWay ? members : []) waiting.delete(person_id)
  }
  return waiting
}

/** Pairs that are kept apart whatever they fit, by `pairKey`. */
export interface KeptApart {
  /** One works under the other, at whatever remove, or decides on the other's time. */
  lines: Set<string>
  /** One would rather not be with the other, ever or in the round: one set, so that nobody can tell which. */
  ratherNot: Set<string>
}

/** Who is kept apart in an initiative, and by what was said in a round where one is given. One query. */
export async function readKeptApart(
  db: Db | Tx,
  initiativeId: string,
  roundId: string | undefined,
): Promise<KeptApart> {
  const { rows } = await sql<{ kind: 'line' | 'rather not'; one: string; other: string }>`
    select 'line' as kind, posts.person_id as one, posts.reports_to_id as other
    from initiatives join posts on posts.agency_id = initiatives.agency_id
    where initiatives.id = ${initiativeId}::uuid and posts.reports_to_id is not null and posts.ends_on is null
    union
    select 'line', authorities.person_id, boss.id
    from authorities join persons boss
      on boss.agency_id = authorities.agency_id and lower(boss.email) = lower(authorities.authoriser_email)
    where authorities.initiative_id = ${initiativeId}::uuid and authorities.ended_at is null
      and boss.merged_into_id is null and boss.id <> authorities.person_id
    union
    select 'rather not', part.person_id, rather_not.person_id
    from participation_rather_nots rather_not join participations part on part.id = rather_not.participation_id
    where part.initiative_id = ${initiativeId}::uuid
    union
    select 'rather not', person_id, other_person_id
    from matching_choices
    where round_id = ${roundId ?? null}::uuid and answer = 'not'`.execute(db)
  const lines = rows.filter(({ kind }) => kind === 'line').map(({ one, other }) => ({ under: one, over: other }))
  const ratherNot = rows.filter(({ kind }) => kind === 'rather not').map(({ one, other }) => pairKey(one, other))
  return { lines: reportingLines(lines), ratherNot: new Set(ratherNot) }
}
