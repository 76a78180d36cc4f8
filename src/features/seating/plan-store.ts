import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { Cause, Place, Plan } from './plan.ts'

export type NewPlan = Omit<Plan, 'id'>

/** Keeps a plan with its places and tables. @returns its id */
export async function insertPlan(db: Tx, plan: NewPlan, now: Temporal.Instant): Promise<string> {
  const { id } = await db
    .insertInto('seating_plans')
    .values({
      seating_id: plan.seatingId,
      based_on_id: plan.basedOnId,
      cause: plan.cause,
      seed: plan.seed,
      rounds: plan.rounds,
      least: plan.least,
      most: plan.most,
      minutes: plan.minutes,
      change_minutes: plan.changeMinutes,
      starts_at: plan.startsAt,
      zone: plan.zone,
      counts_tables: plan.countsTables,
      counts_connections: plan.countsConnections,
      counts_organisations: plan.countsOrganisations,
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const places = plan.places.map(({ personId, isHere, tableNumber }) => ({
    plan_id: id,
    person_id: personId,
    is_here: isHere,
    table_number: tableNumber,
  }))
  if (places.length > 0) await db.insertInto('seating_places').values(places).execute()
  const tables = plan.seats.flatMap((round, at) =>
    round.map((people, index) => ({ plan_id: id, round: at + 1, number: index + 1, person_ids: [...people] })),
  )
  if (tables.length > 0) await db.insertInto('seating_tables').values(tables).execute()
  return id
}

/** A plan of a seating with everybody's place and every table, or null. */
export async function readPlan(db: Db | Tx, seatingId: string, planId: string): Promise<Plan | null> {
  const row = await db
    .selectFrom('seating_plans as plan')
    .selectAll('plan')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('seating_places')
          .select(['person_id', 'is_here', 'table_number'])
          .whereRef('plan_id', '=', 'plan.id')
          .orderBy('person_id'),
      ).as('places'),
      jsonArrayFrom(
        eb
          .selectFrom('seating_tables')
          .select(['round', 'number', 'person_ids'])
          .whereRef('plan_id', '=', 'plan.id')
          .orderBy('round')
          .orderBy('number'),
      ).as('tables'),
    ])
    .where('plan.id', '=', planId)
    .where('plan.seating_id', '=', seatingId)
    .executeTakeFirst()
  if (!row) return null
  const places = row.places.map((place): Place => ({
    personId: place.person_id,
    isHere: place.is_here,
    tableNumber: place.table_number,
  }))
  const seats = Array.from({ length: row.rounds }, (_, at) =>
    row.tables.filter(({ round }) => round === at + 1).map(({ person_ids }) => person_ids),
  )
  return {
    id: row.id,
    seatingId,
    basedOnId: row.based_on_id,
    cause: row.cause as Cause,
    seed: row.seed,
    rounds: row.rounds,
    least: row.least,
    most: row.most,
    minutes: row.minutes,
    changeMinutes: row.change_minutes,
    startsAt: row.starts_at,
    zone: row.zone,
    countsTables: row.counts_tables,
    countsConnections: row.counts_connections,
    countsOrganisations: row.counts_organisations,
    places,
    seats,
  }
}
