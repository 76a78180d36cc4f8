import { record } from '../../platform/audit/record.ts'
import { makeLink, revokeLinks } from '../../platform/links/links.ts'
import type { Work } from '../../platform/work.ts'
import type { Seating } from './store.ts'

const projectorDays = 7

/** Makes a new address for the wall and ends the one before. */
export async function renewProjector(work: Work, seating: Seating): Promise<string> {
  const { id: subjectId, agency_id: agencyId, initiative_id: initiativeId } = seating
  await revokeLinks(work, { purpose: 'projector', subjectId })
  await record(work, { verb: 'seating.project', subjectKind: 'seating', subjectId, agencyId, initiativeId })
  return makeLink(work, { agencyId, purpose: 'projector', subjectId, days: projectorDays })
}
