import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie } from '../tie.ts'

/** A meeting of the season falls where a member has said since that they cannot, and no easy time was found for it. */
export function seasonClash(tie: Tie, { now }: Moment): DeskRow | null {
  if (!isRunning(tie) || !tie.seasonClash) return null
  const { id } = tie.connection
  const { planId, number, personIds, startsAt } = tie.seasonClash
  return {
    kind: 'seasonClash',
    key: `seasonClash ${id}`,
    about: id,
    days: daysSince(startsAt, now),
    // A word about something else moves no meeting.
    since: null,
    helpedAt: null,
    overview: tie,
    planId,
    place: number,
    people: tie.members.filter(({ personId }) => personIds.includes(personId)),
  }
}

/** Where the meeting is given another time. */
export function clashPath({ planId, about, place }: DeskRow, home: string): string {
  return `${home}/season/${planId}/session?series=${about}&number=${place}`
}
