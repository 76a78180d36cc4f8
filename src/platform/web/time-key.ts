/**
 * What a moment is called in a form: the minute it begins, as a number. An id would be longer, and pages are to be short.
 *
 * @example timeKey(Temporal.Instant.from('2026-12-01T10:00:00Z')) // '29943960'
 */
export function timeKey(startsAt: Temporal.Instant): string {
  return String(Math.floor(startsAt.epochMilliseconds / 60_000))
}

/**
 * Several moments as a form sends them back, in their order: what somebody looked at, to compare with what is there now.
 *
 * @example timeKeys([{ startsAt: Temporal.Instant.from('2026-12-01T10:00:00Z') }]) // '29943960'
 */
export function timeKeys(times: readonly { startsAt: Temporal.Instant }[]): string {
  return times.map(({ startsAt }) => timeKey(startsAt)).join(' ')
}
