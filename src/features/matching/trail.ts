import { record } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import type { Round } from './store.ts'

/** Notes on the trail what was done with a round. */
export function note(work: Work, round: Round, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'round',
    subjectId: round.id,
    agencyId: round.agency_id,
    initiativeId: round.initiative_id,
    details,
  })
}
