import { dayIn } from '../../platform/clock.ts'

/** Days before the last day to answer on which whoever has not is reminded, once. */
const remindDaysBefore = 3
/** By the agency's clock. */
const atHour = 9
/** Days before a session on which whoever has not answered gets its invitation all the same. */
const inviteDaysBefore = 7

/** When to remind of a season's times; null where that would come within a day of asking. */
export function remindAt(askedAt: Temporal.Instant, answerByOn: Temporal.PlainDate, zone: string) {
  const at = morningOf(answerByOn.subtract({ days: remindDaysBefore }), zone)
  return Temporal.Instant.compare(at, askedAt.add({ hours: 24 })) < 0 ? null : at
}

/** A reminder on the last day or later is of no use: the desk looks after it then. */
export function isTooLate(now: Temporal.Instant, answerByOn: Temporal.PlainDate, zone: string): boolean {
  return Temporal.PlainDate.compare(dayIn(zone, now), answerByOn) >= 0
}

/** When a session's invitation goes to those who have not answered: a week before it, once the days to answer are over. */
export function inviteAt(startsAt: Temporal.Instant, answerByOn: Temporal.PlainDate, zone: string): Temporal.Instant {
  const week = startsAt.subtract({ hours: 24 * inviteDaysBefore })
  const over = morningOf(answerByOn.add({ days: 1 }), zone)
  return Temporal.Instant.compare(week, over) > 0 ? week : over
}

/** Whether a facilitator may ask somebody again by hand: not within a day of the last mail. */
export function mayRemind(
  { asked_at: askedAt, reminded_at: remindedAt }: { asked_at: Temporal.Instant; reminded_at: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare((remindedAt ?? askedAt).add({ hours: 24 }), now) <= 0
}

function morningOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: atHour } }).toInstant()
}
