import type { Meeting } from './store.ts'
import type { Place } from './place-store.ts'
import type { How } from './seats.ts'

export const tools = ['large group meeting', 'small group meeting'] as const
export const modes = ['online', 'room', 'hybrid'] as const
export type Mode = (typeof modes)[number]

/** Minutes before the start from which one can say 'I am here'. */
const doorsOpenMinutes = 15
/** Days after the end for which attendance can still be said by the peers themselves. */
const attendanceDays = 30

/** A meeting that has its time; only drafts and cancelled drafts have none. */
export type Timed = Meeting & { starts_at: Temporal.Instant }

/** Whether it has its time. */
export function isTimed(meeting: Meeting): meeting is Timed {
  return meeting.starts_at !== null
}

/** The ways one can come to a meeting. */
export function waysOf(meeting: Pick<Meeting, 'mode'>): How[] {
  if (meeting.mode === 'hybrid') return ['room', 'online']
  return [meeting.mode === 'room' ? 'room' : 'online']
}

/** Seats of one way of coming; null where there is no limit. */
export function capacityOf(meeting: Pick<Meeting, 'room_capacity' | 'online_capacity'>, how: How): number | null {
  return how === 'room' ? meeting.room_capacity : meeting.online_capacity
}

/** Seats that somebody has or is offered. */
export function takenSeats(places: readonly Place[], how: How, except?: Place): number {
  return places
    .filter((place) => place !== except && place.how === how && (place.state === 'coming' || place.state === 'offered'))
    .reduce((sum, place) => sum + place.party_size, 0)
}

/** Those who wait for a seat of one kind, the first in front. */
export function queueOf(places: readonly Place[], how: How): Place[] {
  return places
    .filter((place) => place.state === 'waiting' && place.how === how)
    .toSorted((a, b) => (a.queue_number ?? 0) - (b.queue_number ?? 0))
}

/** The place in the queue from 1 on; 0 for who does not wait. */
export function rankOf(places: readonly Place[], place: Place): number {
  if (place.state !== 'waiting' || place.how === null) return 0
  return queueOf(places, place.how).findIndex((other) => other.person_id === place.person_id) + 1
}

/** When the meeting is over. */
export function endOf(meeting: Timed): Temporal.Instant {
  return meeting.starts_at.add({ minutes: meeting.minutes })
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0

/** Until when people are asked to answer: at the end of a day it is that day's last minute, not the next one's first. */
export function answersUntil({ answer_by: until, starts_at: startsAt, zone }: Timed): Temporal.Instant {
  if (until === null) return startsAt
  const isDayEnd = until.equals(until.toZonedDateTimeISO(zone).startOfDay().toInstant())
  return isDayEnd ? until.subtract({ minutes: 1 }) : until
}

/** Whether somebody may still say that they come. */
export function isTaking(meeting: Timed, now: Temporal.Instant): boolean {
  return meeting.state === 'open' && isBefore(now, meeting.answer_by ?? meeting.starts_at)
}

/** Whether the meeting is still to come, so that places can be given up and passed on. */
export function isToCome(meeting: Timed, now: Temporal.Instant): boolean {
  return (meeting.state === 'open' || meeting.state === 'closed') && isBefore(now, meeting.starts_at)
}

/** Whether one can say that one is here, or was. */
export function isAttendable(meeting: Timed, now: Temporal.Instant): boolean {
  if (meeting.state === 'draft' || meeting.state === 'cancelled') return false
  const doors = meeting.starts_at.subtract({ minutes: doorsOpenMinutes })
  return !isBefore(now, doors) && isBefore(now, endOf(meeting).add({ hours: attendanceDays * 24 }))
}

/** What a calendar shows as the place: the room's address, or the link or telephone number. */
export function whereOf(meeting: Meeting, how: How): string {
  return how === 'room' ? meeting.place : meeting.link || meeting.telephone
}
