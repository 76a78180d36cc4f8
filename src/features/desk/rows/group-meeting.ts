import { daysSince } from '../moment.ts'
import type { DeskRow, RowKind } from '../row.ts'

/** A group meeting as the desk looks at it. */
export interface MeetingNeed {
  id: string
  title: string
  startsAt: Temporal.Instant
  minutes: number
  /** Minutes of its programme. */
  planned: number
  /** Since when a place is free that was offered in vain, with nobody left in the queue; null where none is. */
  freeSince: Temporal.Instant | null
}

/** Days after a meeting at which its minutes are due. */
export const minutesDueDays = 3
/** Hours before a meeting from which its programme must fit. */
export const programmeHours = 30

/** What a group meeting needs of a facilitator: its minutes, a shorter programme, or somebody for a free place. */
export function groupMeeting(need: MeetingNeed, now: Temporal.Instant): DeskRow | null {
  const { id, title, startsAt } = need
  const row = { about: id, meeting: { id, title }, since: null, helpedAt: null }
  if (Temporal.Instant.compare(startsAt, now) <= 0)
    return { ...row, kind: 'minutesDue', key: `minutesDue ${id}`, days: daysSince(startsAt, now) }
  const isSoon = Temporal.Instant.compare(startsAt, now.add({ hours: programmeHours })) <= 0
  if (isSoon && need.planned > need.minutes)
    return { ...row, kind: 'programmeLong', key: `programmeLong ${id}`, days: 0, count: need.planned - need.minutes }
  if (!need.freeSince) return null
  return {
    ...row,
    kind: 'placeFree',
    key: `placeFree ${id}`,
    days: daysSince(need.freeSince, now),
    since: need.freeSince,
  }
}

/** Where the need of a group meeting is met. */
export function meetingPath(kind: RowKind, id: string, home: string): string {
  const meeting = `${home}/meetings/${id}`
  if (kind === 'minutesDue') return `${meeting}/outcome`
  return kind === 'programmeLong' ? `${meeting}/agenda` : meeting
}
