/** What a time of a poll is called in its form: the minute it begins. An id would be longer, and the page is to be short. */
export function timeKey(startsAt: Temporal.Instant): string {
  return String(Math.floor(startsAt.epochMilliseconds / 60_000))
}

/** Those of several times, as a form sends them back. */
export function timeKeys(times: readonly { startsAt: Temporal.Instant }[]): string {
  return times.map(({ startsAt }) => timeKey(startsAt)).join(' ')
}
