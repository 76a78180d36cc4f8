import type { SeasonPerson } from '../../engine/planning/season.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { readAvailability } from '../availability/availability.ts'
import { plannedTime } from '../availability/planned-time.ts'

/** What each person has said of their time between two moments, as the planner takes it. */
export async function readFree(
  db: Db | Tx,
  personIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<ReadonlyMap<string, Omit<SeasonPerson, 'id'>>> {
  const known = await readAvailability(db, personIds, from, to)
  return new Map([...known].map(([personId, own]) => [personId, plannedTime(own)]))
}
