import { record } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import type { SessionRow } from './store.ts'

/** Puts something that happened to a session on the timeline of its connection or activity. */
export function noteSession(work: Work, session: SessionRow, verb: string): Promise<void> {
  return record(work, {
    verb,
    subjectKind: session.connection_id ? 'connection' : 'activity',
    subjectId: session.connection_id ?? session.activity_id,
    agencyId: session.agency_id,
    initiativeId: session.initiative_id,
    details: { sessionId: session.id, startsAt: session.starts_at.toString() },
  })
}
