import { endOf, isAttendable, isTaking, isToCome, type Timed } from './meeting.ts'
import type { Place } from './place-store.ts'

/** What the page of a place is about for its holder now. */
export type Standing =
  | 'asked'
  | 'coming'
  | 'waiting'
  | 'offered'
  | 'away'
  | 'gone'
  | 'closed'
  | 'cancelled'
  | 'here'
  | 'were'
  | 'outcome'
  | 'over'

/** What somebody is asked or told first, by the state of the meeting, of their place, and the hour. */
export function standingOf(meeting: Timed, place: Place, now: Temporal.Instant): Standing {
  if (meeting.state === 'cancelled') return 'cancelled'
  const isPast = Temporal.Instant.compare(endOf(meeting), now) <= 0
  if (place.state === 'coming' && place.attended === null && isAttendable(meeting, now)) return isPast ? 'were' : 'here'
  if (meeting.notes_sent_at !== null) return 'outcome'
  if (!isToCome(meeting, now)) return place.state === 'coming' && !isPast ? 'coming' : 'over'
  if (place.state === 'coming' || place.state === 'waiting' || place.state === 'offered') return place.state
  if (!isTaking(meeting, now)) return 'closed'
  if (place.state === 'left' && place.keep_until !== null) return 'gone'
  return place.state === 'asked' ? 'asked' : 'away'
}
