import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** A person's calendars that are read for busy times; their addresses stay sealed. */
export function readCalendars(db: Db | Tx, personId: string) {
  return db
    .selectFrom('calendar_sources')
    .select(['id', 'kind', 'host', 'read_at as readAt', 'last_error as lastError', 'created_at as addedAt'])
    .select((eb) =>
      eb
        .selectFrom('busy_times')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('busy_times.source_id', '=', 'calendar_sources.id')
        .as('times'),
    )
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
