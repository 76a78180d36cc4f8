/** The moment a page is made at, and the day that is for its reader. */
export interface Moment {
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** Whole days of 24 hours since a moment. */
export function daysSince(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.floor((now.epochMilliseconds - at.epochMilliseconds) / 86_400_000)
}
