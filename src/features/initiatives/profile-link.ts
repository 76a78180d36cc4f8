import { makeLink } from '../../platform/links/links.ts'
import type { Work } from '../../platform/work.ts'

const profileLinkDays = 180

/** A fresh address of a peer's own one-minute form; older ones stay good until they expire. */
export function profileLink(
  work: Work,
  peer: { agencyId: string; personId: string; participationId: string },
): Promise<string> {
  const { agencyId, personId, participationId } = peer
  return makeLink(work, { agencyId, purpose: 'profile', personId, subjectId: participationId, days: profileLinkDays })
}
