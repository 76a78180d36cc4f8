/** Minutes of a day. */
export const dayMinutes = 1440

/** What a zone's clocks show, in minutes since 1970, between its changes. */
export interface ZoneClock {
  /** UTC minutes at which an offset begins, rising; the first is far back. */
  from: Float64Array
  offset: Int32Array
}

/** By the clock of one zone: which half-hour of the week (0 is Monday 00:00) and which day each slot touches. */
export interface LocalSlots {
  firstHalf: Uint16Array
  lastHalf: Uint16Array
  firstDay: Int32Array
  lastDay: Int32Array
}

/**
 * Asks the zone's rules once for every change between two moments, instead of once a slot.
 *
 * @param from UTC minutes since 1970
 * @throws RangeError when there is no such zone
 * @example localMinutes(zoneClock('Asia/Dhaka', 0, 60), 0) // 360
 */
export function zoneClock(zone: string, from: number, to: number): ZoneClock {
  let at = Temporal.Instant.fromEpochMilliseconds(from * 60_000).toZonedDateTimeISO(zone)
  const starts = [-Infinity]
  const offsets = [minutesAhead(at)]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= to * 60_000) break
    starts.push(next.epochMilliseconds / 60_000)
    offsets.push(minutesAhead(next))
    at = next
  }
  return { from: Float64Array.from(starts), offset: Int32Array.from(offsets) }
}

/** What the clock shows at a UTC minute, as minutes since 1970. The doubled hour is shown twice, the skipped one never. */
export function localMinutes(clock: ZoneClock, minute: number): number {
  let at = clock.from.length - 1
  while (clock.from[at]! > minute) at--
  return minute + clock.offset[at]!
}

/** The half-hour of the week that local minutes lie in, from Monday 00:00. */
export function halfOfWeek(local: number): number {
  // 1 January 1970 was a Thursday.
  return Math.floor(((((local + 3 * dayMinutes) % (7 * dayMinutes)) + 7 * dayMinutes) % (7 * dayMinutes)) / 30)
}

/** Days since 1970 of a date. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** The date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Number of the week from Monday on that a day lies in, rising from the past on. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

/** Number of the calendar month that a day lies in, rising from the past on. */
export function monthOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Reads a zone's clock at the first and the last minute of every slot of a grid. */
export function localSlots(clock: ZoneClock, origin: number, slotMinutes: number, slots: number): LocalSlots {
  const table = {
    firstHalf: new Uint16Array(slots),
    lastHalf: new Uint16Array(slots),
    firstDay: new Int32Array(slots),
    lastDay: new Int32Array(slots),
  }
  for (let slot = 0; slot < slots; slot++) {
    const minute = origin + slot * slotMinutes
    const [first, last] = [localMinutes(clock, minute), localMinutes(clock, minute + slotMinutes - 1)]
    table.firstHalf[slot] = halfOfWeek(first)
    table.lastHalf[slot] = halfOfWeek(last)
    table.firstDay[slot] = Math.floor(first / dayMinutes)
    table.lastDay[slot] = Math.floor(last / dayMinutes)
  }
  return table
}

function minutesAhead(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 60e9)
}
