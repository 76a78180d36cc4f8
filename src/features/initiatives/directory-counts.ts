import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { reminderPauseDays } from './participation.ts'

export interface DirectoryCounts {
  peers: number
  answered: number
  notInvited: number
  /** Invited, without an answer, and not asked in the last days. */
  toRemind: number
}

/** What the heading and the acts of the directory say. */
export async function countDirectory(db: Db, initiativeId: string, now: Temporal.Instant): Promise<DirectoryCounts> {
  return directoryCounts(db, initiativeId, now).executeTakeFirstOrThrow()
}

/** The same as a query, for whoever asks for more at once. */
export function directoryCounts(db: Db, initiativeId: string, now: Temporal.Instant) {
  const due = now.subtract({ hours: 24 * reminderPauseDays })
  const merged = db.selectFrom('persons').select('id').where('merged_into_id', 'is not', null)
  return db
    .selectFrom('participations as part')
    .select(({ fn }) => [
      fn.countAll<number>().as('peers'),
      fn.count<number>('part.answered_at').as('answered'),
      fn.countAll<number>().filterWhere('part.state', '=', 'listed').as('notInvited'),
      fn
        .countAll<number>()
        .filterWhere('part.state', '=', 'invited')
        .filterWhere('part.answered_at', 'is', null)
        .filterWhere(sql`greatest(part.invited_at, part.reminded_at)`, '<=', due)
        .as('toRemind'),
    ])
    .where('part.initiative_id', '=', initiativeId)
    .where('part.state', '<>', 'left')
    .where('part.person_id', 'not in', merged)
}
