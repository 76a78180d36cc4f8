import { record } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import type { Meeting } from './store.ts'

/** Writes something that happened to a group meeting into the audit trail; names and links stay out of it. */
export function noteMeeting(
  work: Work,
  meeting: Pick<Meeting, 'id' | 'agency_id' | 'initiative_id'>,
  verb: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'activity',
    subjectId: meeting.id,
    agencyId: meeting.agency_id,
    initiativeId: meeting.initiative_id,
    details,
  })
}
