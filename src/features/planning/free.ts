import type { SeasonPerson } from '../../engine/planning/season.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** What each person has said of their time between two moments, as the planner takes it. */
export async function readFree(
  _db: Db | Tx,
  _personIds: readonly string[],
  _from: Temporal.Instant,
  _to: Temporal.Instant,
): Promise<ReadonlyMap<string, Omit<SeasonPerson, 'id'>>> {
  return new Map()
}
