import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { withWeekend } from './store.ts'

/** The times that sessions take of some people from a moment on. */
export async function listBooked(db: Db | Tx, personIds: readonly string[], from: Temporal.Instant) {
  const { rows } = await sql<{ person_id: string; from_at: Temporal.Instant; to_at: Temporal.Instant }>`
    select person_id, lower(during) as from_at, upper(during) as to_at from session_members
    where person_id = ${anyOf(personIds)} and during && tstzrange(${from}, null)`.execute(db)
  return rows
}

/** The members of some connections who have not left, with what they said of their part in the initiative. */
export async function listMembers(db: Db | Tx, connectionIds: readonly string[]) {
  const rows = await db
    .selectFrom('connection_members as member')
    .innerJoin('connections', 'connections.id', 'member.connection_id')
    .innerJoin('persons', 'persons.id', 'member.person_id')
    .leftJoin('participations as part', (join) =>
      join
        .onRef('part.person_id', '=', 'member.person_id')
        .onRef('part.initiative_id', '=', 'connections.initiative_id'),
    )
    .leftJoin('availabilities as said', 'said.person_id', 'member.person_id')
    .select(['member.connection_id', 'persons.id as person_id', 'persons.name', 'persons.zone'])
    .select(['persons.country', 'said.weekend_days'])
    .select(['connections.agency_id', 'connections.initiative_id', 'connections.medium', 'connections.state'])
    .select(['connections.paused_until_on', 'part.state as part', 'part.paused_until_on as part_paused_until_on'])
    .where('member.connection_id', '=', anyOf(connectionIds))
    .where('member.left_at', 'is', null)
    .orderBy('persons.name')
    .execute()
  return rows.map(withWeekend)
}
