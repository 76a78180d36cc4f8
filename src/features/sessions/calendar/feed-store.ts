import type { Db } from '../../../platform/database/database.ts'
import { readSessions, type SessionRow } from '../store.ts'

/** Whose sessions a feed shows: a person's, those of one of their connections, or all of an initiative. */
export type FeedScope = { personId: string; connectionId?: string } | { initiativeId: string }

/** Sessions that a feed holds at most, and days for which it keeps what is past. */
const most = 300
const keptDays = 92

/** What a feed shows: what is planned, and what was held or missed in the last three months. */
export async function readFeed(db: Db, scope: FeedScope, now: Temporal.Instant): Promise<SessionRow[]> {
  const since = now.subtract({ hours: 24 * keptDays })
  const of = () => {
    const rows = db.selectFrom('sessions').where('sessions.starts_at', '>', since)
    if ('initiativeId' in scope) return rows.where('sessions.initiative_id', '=', scope.initiativeId)
    const own = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('session_members')
          .select('session_members.session_id')
          .whereRef('session_members.session_id', '=', 'sessions.id')
          .where('session_members.person_id', '=', scope.personId),
      ),
    )
    return scope.connectionId ? own.where('sessions.connection_id', '=', scope.connectionId) : own
  }
  const shown = await of()
    .select('sessions.id')
    .where('sessions.state', '<>', 'cancelled')
    .orderBy('sessions.starts_at')
    .limit(most)
    .execute()
  return readSessions(
    db,
    shown.map(({ id }) => id),
  )
}
