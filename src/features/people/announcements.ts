import { announcement } from '../../platform/announcement.ts'
import type { RosterExtra } from './roster/roster-row.ts'

/** A roster was imported: these persons belong to the initiative's people from now on. */
export const rosterImported = announcement<{
  agencyId: string
  initiativeId: string
  /** Everybody in the file who was not refused, whether new, changed or known before. */
  personIds: string[]
  /** What the file says beyond the person, for the features that can use it: the authoriser and what was granted. */
  extra: ({ personId: string } & RosterExtra)[]
}>()
