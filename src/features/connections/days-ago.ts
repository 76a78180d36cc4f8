import { dayIn } from '../../platform/clock.ts'

/** How many calendar days ago something was, by the reader's own calendar: 0 is today, 1 yesterday, however few hours. */
export function daysAgo(zone: string, at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, dayIn(zone, at).until(dayIn(zone, now), { largestUnit: 'day' }).days)
}
