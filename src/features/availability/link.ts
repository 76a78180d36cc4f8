import { makeLink } from '../../platform/links/links.ts'
import type { Work } from '../../platform/work.ts'

/** Days the link to somebody's own time stays good. */
const linkDays = 180

/** A link to the page on which a person says when they can meet. */
export function makeTimeLink(work: Work, person: { personId: string; agencyId: string }): Promise<string> {
  return makeLink(work, { ...person, purpose: 'availability', days: linkDays })
}
