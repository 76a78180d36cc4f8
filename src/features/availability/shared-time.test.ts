import { describe, expect, test } from 'vitest'
import { type Availability, unsaid } from './free-time.ts'
import { weekOf } from './half-days.ts'
import { freeSpans, mondayOf, sharedMinutes } from './shared-time.ts'
import { withSlots } from './week.ts'

const monday = Temporal.PlainDate.from('2026-11-23')
const of = (zone: string, ...codes: string[]): Availability => ({ ...unsaid(zone), week: weekOf(...codes) })
const shared = (one: Availability, other: Availability) => {
  const there = sharedMinutes(freeSpans(one, monday), freeSpans(other, monday))
  expect(sharedMinutes(freeSpans(other, monday), freeSpans(one, monday))).toBe(there)
  return there
}

describe('free time that two people share', () => {
  const ana = of('America/Bogota', 'mon-am', 'tue-pm')

  test('Accra and Medellín share the hours that overlap', () => {
    expect(shared(ana, of('Africa/Accra', 'mon-pm'))).toBe(180)
  })

  test('it is found also where one person’s Monday is the other’s Sunday', () => {
    expect(shared(of('Pacific/Kiritimati', 'mon-am', 'tue-am'), of('Pacific/Honolulu', 'sun-am', 'mon-am'))).toBe(480)
  })

  test('nobody shares anything with somebody who said nothing', () => {
    expect(shared(ana, unsaid('UTC'))).toBe(0)
    expect(freeSpans(unsaid('UTC'), monday).usable).toEqual([])
  })

  test('an hour that one of them gives only if need be counts half', () => {
    const kofi = of('Africa/Accra', 'mon-pm')
    const unwilling = { ...kofi, week: withSlots(kofi.week, [26, 27, 28, 29], '1') }
    // 13 to 17 in Accra is 8 to 12 in Bogota: of the three hours shared the first is 'if need be'.
    expect(shared(ana, unwilling)).toBe(150)
    expect(shared(unwilling, unwilling)).toBe(180)
  })

  test('a week off in four takes a quarter, and what is busy counts for nothing', () => {
    const away = { from: monday, to: monday.add({ days: 6 }), level: 0 as const }
    expect(shared(ana, { ...of('Africa/Accra', 'mon-pm'), exceptions: [away] })).toBe(135)
    const at = Temporal.Instant.from('2026-11-30T14:00:00Z')
    const busy = [{ startsAt: at, endsAt: at.add({ hours: 2 }) }]
    expect(shared(ana, { ...of('Africa/Accra', 'mon-pm'), busy })).toBe(150)
  })

  test('a week begins on Monday', () => {
    expect(mondayOf(Temporal.PlainDate.from('2026-11-29')).toString()).toBe('2026-11-23')
    expect(mondayOf(monday)).toEqual(monday)
  })
})
