import { record } from '../../../platform/audit/record.ts'
import { makeLink, revokeLinks } from '../../../platform/links/links.ts'
import type { Work } from '../../../platform/work.ts'

/** A feed lives until a new address is made: calendars go on asking for years. */
const feedDays = 3650

/** A new address of a person's calendar, of all their sessions or those of one connection; the earlier one ends. */
export async function renewPersonFeed(
  work: Work,
  self: { personId: string; agencyId: string },
  connectionId?: string,
): Promise<string> {
  const { personId, agencyId } = self
  const purpose = connectionId ? 'connectionFeed' : 'feed'
  const subject = connectionId ? { subjectId: connectionId } : {}
  await revokeLinks(work, { purpose, personId, ...subject })
  return `${await makeLink(work, { agencyId, purpose, personId, ...subject, days: feedDays })}.ics`
}

/** A new address of an initiative's calendar for one of its staff; their earlier one ends. */
export async function renewInitiativeFeed(
  work: Work,
  initiative: { id: string; agencyId: string },
  staffId: string,
): Promise<string> {
  const purpose = 'initiativeFeed'
  await revokeLinks(work, { purpose, subjectId: initiative.id, staffId })
  await record(work, {
    verb: 'calendar.address',
    subjectKind: 'initiative',
    subjectId: initiative.id,
    agencyId: initiative.agencyId,
    initiativeId: initiative.id,
  })
  const link = { agencyId: initiative.agencyId, purpose, subjectId: initiative.id, staffId } as const
  return `${await makeLink(work, { ...link, days: feedDays })}.ics`
}
