import { describe, expect, it } from 'vitest'
import * as clock from './clock.ts'

const at = Temporal.Instant.from('2026-11-26T14:05:00Z')

describe('a moment in words', () => {
  it('names its zone, in English and in French', () => {
    expect(clock.formatMoment('en', 'Africa/Accra', at)).toBe('Thursday 26 November 2026, 14:05 (Accra time)')
    expect(clock.formatMoment('fr', 'Africa/Tunis', at)).toBe('jeudi 26 novembre 2026, 15:05 (heure de Tunis)')
    expect(clock.zoneLabel('fr', 'Africa/Accra')).toBe('heure d’Accra')
    expect(clock.formatMonth('fr', Temporal.PlainYearMonth.from('2026-06'))).toBe('juin 2026')
    expect(clock.formatMoment('en', 'UTC', at)).toBe('Thursday 26 November 2026, 14:05 (UTC)')
  })

  it('falls on the day it is where the reader is', () => {
    expect(clock.dayIn('Asia/Dhaka', Temporal.Instant.from('2026-11-26T19:00:00Z')).toString()).toBe('2026-11-27')
    expect(clock.formatShortDay('en', 'America/Bogota', Temporal.Instant.from('2026-11-27T03:00:00Z'))).toBe(
      'Thu 26 Nov',
    )
  })

  it('keeps wall-clock hours through a change of the clock', () => {
    const before = Temporal.Instant.from('2026-10-24T12:00:00Z')
    expect(clock.formatTime('en', 'Europe/Dublin', before)).toBe('13:00')
    expect(clock.formatTime('en', 'Europe/Dublin', before.add({ hours: 24 }))).toBe('12:00')
  })

  it('shows midnight as 00:00', () => {
    expect(clock.formatTime('en', 'UTC', Temporal.Instant.from('2026-11-26T00:00:00Z'))).toBe('00:00')
  })
})

describe('clocks', () => {
  it('stand still until moved', () => {
    const stepped = new clock.SteppedClock(at)
    expect(stepped.now().equals(at)).toBe(true)
    stepped.advance({ months: 1 })
    expect(stepped.now().toString()).toBe('2026-12-26T14:05:00Z')
  })

  it('can run beside the machine’s, moved', () => {
    const moved = new clock.OffsetClock(86_400_000)
    const ahead = moved.now().epochMilliseconds - clock.systemClock.now().epochMilliseconds
    expect(Math.round(ahead / 86_400_000)).toBe(1)
  })

  it('know real zones from typed ones', () => {
    expect(['Africa/Accra', 'Atlantis/Poseidonis', ''].map(clock.isZone)).toEqual([true, false, false])
  })
})

describe('a day as it is sent', () => {
  it('is read when it is one', () => {
    expect(clock.isoDay('2028-02-29')?.toString()).toBe('2028-02-29')
    expect(clock.isoDay('1900-01-01')?.toString()).toBe('1900-01-01')
  })

  it.for([
    '',
    '2027-02-29',
    '2027-3-1',
    '+275760-09-13',
    '0001-01-01',
    '2200-01-01',
    '2027-03-01[u-ca=hebrew]',
    '2027-03-01T00:00:00Z',
    '20270301',
  ])('is no day that the database would refuse or read otherwise: %s', (text) => {
    expect(clock.isoDay(text)).toBeNull()
  })
})
