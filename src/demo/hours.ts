const firstHour = 8
const lastHour = 19

/** The moment itself in somebody's working hours, or the next eight o'clock of a working day in their zone. */
export function nextWorkingHour(at: Temporal.Instant, zone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(zone)
  const isWorking = local.dayOfWeek <= 5 && local.hour >= firstHour && local.hour < lastHour
  if (isWorking) return at
  const morning = local.with({ hour: firstHour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const next = local.dayOfWeek <= 5 && local.hour < firstHour ? morning : morning.add({ days: 1 })
  return next.add({ days: next.dayOfWeek === 6 ? 2 : next.dayOfWeek === 7 ? 1 : 0 }).toInstant()
}
