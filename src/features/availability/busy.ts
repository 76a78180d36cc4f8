import type { Window } from './free-time.ts'

/** Times in order and apart: what overlaps or touches is one. */
export function joined(times: readonly Window[]): Window[] {
  const whole: Window[] = []
  for (const { startsAt, endsAt } of times.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    const last = whole.at(-1)
    if (!last || Temporal.Instant.compare(startsAt, last.endsAt) > 0) whole.push({ startsAt, endsAt })
    else if (Temporal.Instant.compare(endsAt, last.endsAt) > 0) last.endsAt = endsAt
  }
  return whole
}
