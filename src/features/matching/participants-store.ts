import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { Need } from './fit/need.ts'

export interface Said {
  takesPart: boolean | null
  capacity: number | null
}

/** What the facilitator said in a round of single people: in, out, how many pairs. By person. */
export async function readParticipants(db: Db | Tx, roundId: string): Promise<Map<string, Said>> {
  const rows = await db.selectFrom('matching_participants').selectAll().where('round_id', '=', roundId).execute()
  return new Map(rows.map((row) => [row.person_id, { takesPart: row.takes_part, capacity: row.capacity }]))
}

/** Which of some persons are on the roster of an initiative. */
export async function onRoster(db: Db | Tx, initiativeId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('participations')
    .select('person_id')
    .where('initiative_id', '=', initiativeId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Says of people in a round that they take part or not, or how many pairs they take; what is not said stays. */
export async function sayOf(
  db: Tx,
  roundId: string,
  personIds: readonly string[],
  said: { takes_part?: boolean | null; capacity?: number | null },
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .insertInto('matching_participants')
    .values(personIds.map((person_id) => ({ round_id: roundId, person_id, ...said })))
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet(said))
    .execute()
}

export interface ListedNeed extends Need {
  personId: string
}

/** Who must be with somebody of a kind in a round, in the order in which it was said. */
export async function listNeeds(db: Db | Tx, roundId: string): Promise<ListedNeed[]> {
  const rows = await db
    .selectFrom('matching_needs')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('created_at')
    .orderBy('person_id')
    .orderBy('value')
    .execute()
  return rows.map(({ person_id, kind, value }) => ({ personId: person_id, kind: kind as Need['kind'], value }))
}

/** The same by person. */
export async function readNeeds(db: Db | Tx, roundId: string): Promise<Map<string, Need[]>> {
  return Map.groupBy(await listNeeds(db, roundId), ({ personId }) => personId)
}

export async function addNeed(db: Tx, roundId: string, need: ListedNeed, now: Temporal.Instant): Promise<void> {
  const { personId, kind, value } = need
  await db
    .insertInto('matching_needs')
    .values({ round_id: roundId, person_id: personId, kind, value, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeNeed(db: Tx, roundId: string, { personId, kind, value }: ListedNeed): Promise<void> {
  await db
    .deleteFrom('matching_needs')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .execute()
}
