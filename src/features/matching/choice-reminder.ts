import { dayIn } from '../../platform/clock.ts'

/** Days before the last day to answer on which whoever has not is reminded, once. */
export const remindDaysBefore = 2
/** In the agency's zone. */
const remindAtHour = 9

/** When to remind of a choice; null where that would come within a day of asking, or never. */
export function remindAt(
  askedAt: Temporal.Instant,
  answerByOn: Temporal.PlainDate,
  zone: string,
): Temporal.Instant | null {
  const day = answerByOn.subtract({ days: remindDaysBefore })
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: remindAtHour } }).toInstant()
  return Temporal.Instant.compare(at, askedAt.add({ hours: 24 })) < 0 ? null : at
}

/** Whether a facilitator may remind somebody again by hand: not on the day on which they last heard of it. */
export function mayRemind(
  { asked_at: askedAt, reminded_at: remindedAt }: { asked_at: Temporal.Instant; reminded_at: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare((remindedAt ?? askedAt).add({ hours: 24 }), now) <= 0
}

/** A reminder that comes after the last day is of no use: it is dropped, though an answer still counts. */
export function isTooLate(now: Temporal.Instant, answerByOn: Temporal.PlainDate | null, zone: string): boolean {
  return answerByOn === null || Temporal.PlainDate.compare(dayIn(zone, now), answerByOn) > 0
}
