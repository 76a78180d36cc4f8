import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { PartPoints } from './fit/fit.ts'
import type { Reason } from './fit/reason.ts'

// What the pages of a round read: few queries, whatever the number of peers.

/** Every proposal of a round by its fit: enough to count, draw and turn pages. */
export function listProposals(db: Db | Tx, roundId: string) {
  return db
    .selectFrom('matching_proposals')
    .select(['id', 'person_ids', 'fit'])
    .where('round_id', '=', roundId)
    .orderBy('fit')
    .orderBy('person_ids')
    .execute()
}

export type ListedProposal = Awaited<ReturnType<typeof listProposals>>[number]

/** Parts and reasons of some proposals, by id. */
export async function readParts(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { parts: PartPoints[]; reasons: Reason[] }>()
  const rows = await db
    .selectFrom('matching_proposals')
    .select((eb) => ['id', eb.ref('parts').$castTo<{ parts: PartPoints[]; reasons: Reason[] }>().as('parts')])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, parts }) => [id, parts]))
}

/** Everybody on the roster as a round sees them, by name; before there is a round, as a new one would. */
export async function listRoster(db: Db | Tx, initiativeId: string, roundId?: string) {
  const rows = await db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .leftJoin('matching_participants as said', (join) =>
      join.onRef('said.person_id', '=', 'part.person_id').on('said.round_id', '=', roundId ?? null),
    )
    .select(['part.person_id', 'part.state', 'part.paused_until_on as pausedUntilOn', 'said.takes_part as takesPart'])
    .select((eb) => eb.fn.coalesce('said.capacity', 'part.capacity').as('capacity'))
    .select(['person.name', 'person.city', 'person.country', 'person.locale'])
    .select((eb) => [
      sql<Temporal.Instant>`greatest(part.updated_at, person.updated_at)`.as('changed_at'),
      eb
        .exists(
          eb
            .selectFrom('connection_members as member')
            .innerJoin('connections', 'connections.id', 'member.connection_id')
            .select('member.person_id')
            .whereRef('member.person_id', '=', 'part.person_id')
            .whereRef('connections.initiative_id', '=', 'part.initiative_id')
            .where('member.left_at', 'is', null)
            .where('connections.state', 'not in', ['declined', 'closed']),
        )
        .as('is_connected'),
      jsonArrayFrom(
        eb
          .selectFrom('person_languages')
          .select(['language', 'level'])
          .whereRef('person_languages.person_id', '=', 'part.person_id')
          .orderBy(sql`array_position(array['native', 'fluent', 'working', 'basic'], level)`)
          .orderBy('language'),
      ).as('languages'),
    ])
    .where('part.initiative_id', '=', initiativeId)
    .where('person.merged_into_id', 'is', null)
    .orderBy(sql`lower(person.name)`)
    .orderBy('part.person_id')
    .execute()
  return rows.map(({ is_connected, ...row }) => ({ ...row, isConnected: Boolean(is_connected) }))
}

export type RosterPeer = Awaited<ReturnType<typeof listRoster>>[number]

/** What became of the proposals of a published round. */
export function listOutcomes(db: Db | Tx, roundId: string) {
  return db
    .selectFrom('connections')
    .select((eb) => [
      'connections.id',
      'connections.state',
      'connections.fit',
      jsonArrayFrom(
        eb
          .selectFrom('connection_members as member')
          .innerJoin('persons', 'persons.id', 'member.person_id')
          .select(['persons.name', 'member.answer'])
          .whereRef('member.connection_id', '=', 'connections.id')
          .orderBy('persons.name'),
      ).as('members'),
    ])
    .where('round_id', '=', roundId)
    .orderBy('connections.fit', 'desc')
    .orderBy('connections.id')
    .execute()
}
