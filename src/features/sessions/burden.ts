/** How much a start asks of one person: points, and the word that says why. */
export interface Burden {
  points: number
  kind: 'core' | 'early' | 'late' | 'weekend' | 'night'
}

/** Points that mean: never propose this. */
export const impossible = 100

/**
 * What a session of some minutes asks of a person by their local clock. The working day costs nothing; edges cost more
 * the further out they lie; a day of rest costs at least four; the night is not offered.
 * @param weekendDays the person's days of rest as ISO weekday numbers
 */
export function burdenAt(
  startsAt: Temporal.Instant,
  minutes: number,
  zone: string,
  weekendDays: readonly number[] = [6, 7],
): Burden {
  const start = startsAt.toZonedDateTimeISO(zone)
  const end = start.add({ minutes })
  const first = start.hour + start.minute / 60
  const last = first + minutes / 60
  const early = first >= 9 ? 0 : first >= 8 ? 1 : first >= 7 ? 3 : first >= 6 ? 6 : impossible
  const late = last <= 18 ? 0 : last <= 19 ? 1 : last <= 20 ? 3 : last <= 21 ? 5 : last <= 22 ? 8 : impossible
  const night = end.toPlainDate().equals(start.toPlainDate()) || end.hour + end.minute === 0 ? 0 : impossible
  const points = Math.max(early, late, night)
  if (points >= impossible) return { points: impossible, kind: 'night' }
  if (weekendDays.includes(start.dayOfWeek)) return { points: points + 4, kind: 'weekend' }
  return { points, kind: points === 0 ? 'core' : early >= late ? 'early' : 'late' }
}
