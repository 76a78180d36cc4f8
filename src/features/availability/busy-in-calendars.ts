import { runAside } from '../../platform/work-aside/run-aside.ts'
import type busyAside from './busy.aside.ts'
import type { Reading } from './busy-times.ts'
import type { Window } from './free-time.ts'

// Long enough for every calendar that somebody keeps, and an end to a rule that never comes to one.
const mostMilliseconds = 10_000

/**
 * What is busy in some calendars between two moments, read in a thread of its own: a calendar that never ends holds up
 * nobody's pages. Throws where one is no calendar, and where it takes too long to read them.
 */
export async function busyInCalendars(
  texts: readonly string[],
  reading: Reading,
  milliseconds = mostMilliseconds,
): Promise<Window[]> {
  if (texts.length === 0) return []
  const asked = { ...reading, texts, from: reading.from.toString(), to: reading.to.toString() }
  const signal = AbortSignal.timeout(milliseconds)
  const busy = await runAside<typeof busyAside>(new URL('./busy.aside.ts', import.meta.url), asked, {
    signal,
    mostMegabytes: 256,
  })
  return busy.map(([from, to]) => ({
    startsAt: Temporal.Instant.fromEpochMilliseconds(from),
    endsAt: Temporal.Instant.fromEpochMilliseconds(to),
  }))
}
