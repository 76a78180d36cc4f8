import { announcement } from '../../platform/announcement.ts'
import type { Reply } from './replies/reply.ts'

/** A member said whether they come to a session. */
export const sessionReplied = announcement<{
  sessionId: string
  /** The group meeting whose session it is; null in a connection. */
  activityId: string | null
  personId: string
  reply: Reply
  /** Said by a machine that answers without its person, as calendars do that decline whatever meets something else. */
  isAutomatic: boolean
  /** Fewer than two are left who have not declined: the session of a connection cannot take place. */
  isOff: boolean
  /** Said by a hearer that sees to what follows and tells whom it concerns: a new time, or a place that goes to the next. */
  takeOver(): void
}>()
