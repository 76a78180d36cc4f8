import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** The tables of every seating of an initiative that begins before a moment, with what tells which rounds were held. */
export function listEarlierTables(db: Db | Tx, initiativeId: string, but: string | null, before: Temporal.Instant) {
  let query = db
    .selectFrom('seatings')
    .innerJoin('seating_plans as plan', 'plan.id', 'seatings.plan_id')
    .select(['seatings.clock_seconds', 'seatings.clock_since'])
    .select(['plan.rounds', 'plan.minutes', 'plan.change_minutes', 'plan.starts_at'])
    .select((eb) =>
      jsonArrayFrom(
        eb.selectFrom('seating_tables').select(['round', 'person_ids']).whereRef('plan_id', '=', 'plan.id'),
      ).as('tables'),
    )
    .where('seatings.initiative_id', '=', initiativeId)
    .where('seatings.removed_at', 'is', null)
    .where('plan.starts_at', '<', before)
  if (but !== null) query = query.where('seatings.id', '<>', but)
  return query.execute()
}

/** The people of every connection of an initiative that was ever agreed or met, among some people. */
export async function listConnected(
  db: Db | Tx,
  initiativeId: string,
  personIds: readonly string[],
): Promise<string[][]> {
  const rows = await db
    .selectFrom('connection_members as member')
    .innerJoin('connections', 'connections.id', 'member.connection_id')
    .select(['member.connection_id', 'member.person_id'])
    .where('connections.initiative_id', '=', initiativeId)
    .where('connections.state', 'not in', ['proposed', 'declined'])
    .where('member.person_id', '=', anyOf(personIds))
    .execute()
  return [...Map.groupBy(rows, ({ connection_id }) => connection_id).values()].map((members) =>
    members.map(({ person_id }) => person_id),
  )
}
