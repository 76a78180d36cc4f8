import { describe, expect, it } from 'vitest'
import { burdenAt, impossible } from './burden.ts'

const cases = [
  // Thursday 26 November 2026
  ['2026-11-26T14:00:00Z', 45, 'Africa/Accra', 0, 'core'],
  ['2026-11-26T12:00:00Z', 45, 'America/Bogota', 3, 'early'],
  ['2026-11-26T16:15:00Z', 45, 'Asia/Amman', 3, 'late'],
  ['2026-11-26T18:00:00Z', 60, 'Africa/Nairobi', 8, 'late'],
  ['2026-11-26T03:00:00Z', 45, 'Africa/Accra', impossible, 'night'],
  ['2026-11-26T23:30:00Z', 45, 'Africa/Accra', impossible, 'night'],
  ['2026-11-28T10:00:00Z', 45, 'Africa/Accra', 4, 'weekend'],
  // In Dhaka it is Sunday evening already.
  ['2026-11-29T13:30:00Z', 30, 'Asia/Dhaka', 7, 'weekend'],
  // The day before clocks went back in Cork, and the day after: the same wall-clock hour costs the same.
  ['2026-10-23T08:00:00Z', 45, 'Europe/Dublin', 0, 'core'],
  ['2026-10-26T09:00:00Z', 45, 'Europe/Dublin', 0, 'core'],
] as const

describe('the burden of an hour', () => {
  it.each(cases)('at %s for %i minutes in %s is %i points (%s)', (at, minutes, zone, points, kind) => {
    expect(burdenAt(Temporal.Instant.from(at), minutes, zone)).toEqual({ points, kind })
  })
})
