import { expect, it } from 'vitest'
import { daysAgo } from './days-ago.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')

it.each([
  ['earlier the same day', 'Africa/Accra', '2026-11-24T00:00:00Z', 0],
  ['a few hours before midnight', 'Africa/Accra', '2026-11-23T23:59:00Z', 1],
  ['the same moment where the day began later', 'America/Bogota', '2026-11-24T05:00:00Z', 0],
  ['a moment before that', 'America/Bogota', '2026-11-24T04:59:00Z', 1],
  ['across the end of summer time', 'Europe/Dublin', '2026-10-24T12:00:00Z', 31],
  ['still to come', 'Africa/Accra', '2026-11-26T09:00:00Z', 0],
])('%s in %s is the right number of days ago', (_, zone, at, days) => {
  expect(daysAgo(zone, Temporal.Instant.from(at), now)).toBe(days)
})
