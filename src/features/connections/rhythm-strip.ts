/** Weeks shown in a rhythm strip. */
export const stripWeeks = 12

const strength: Record<string, number> = { message: 1, live: 2, face_to_face: 3 }
const weekMilliseconds = 7 * 86_400_000

/**
 * How strongly the members were in touch in each of the last weeks, oldest first, the week that ends now last:
 * 0 is silence, 1 a message, 2 a call, 3 a meeting; the strongest contact of a week counts.
 */
export function stripOf(
  contacts: { happenedAt: Temporal.Instant; kind: string }[],
  now: Temporal.Instant,
  weeks = stripWeeks,
): number[] {
  const strip = Array.from({ length: weeks }, () => 0)
  for (const { happenedAt, kind } of contacts) {
    const age = now.epochMilliseconds - happenedAt.epochMilliseconds
    const week = weeks - 1 - Math.floor(age / weekMilliseconds)
    if (age >= 0 && week >= 0) strip[week] = Math.max(strip[week] ?? 0, strength[kind] ?? 1)
  }
  return strip
}

/** In how many weeks of a strip there was contact. */
export function weeksInTouch(strip: number[]): number {
  return strip.filter((week) => week > 0).length
}
