import { describe, expect, it } from 'vitest'
import { authorityState, usualRenewal, writeReport } from './report.ts'

const day = Temporal.PlainDate.from
const frame = {
  peer: 'Grace Wanjiru',
  organisation: 'Nakuru County Treasury',
  initiative: 'City budgets',
  agency: 'Agora',
  zone: 'Africa/Nairobi',
  from: day('2026-09-01'),
  to: day('2026-11-30'),
  hoursPerMonth: 8,
}
const contact = (at: string, minutes: number) => ({
  happenedAt: Temporal.Instant.from(at),
  kind: 'live',
  minutes,
  with: [{ name: 'Diego Fuentes', organisation: 'Valparaíso' }],
})

describe('a report', () => {
  it('adds up the hours of its period and sets them against what was granted', () => {
    const report = writeReport(frame, [contact('2026-09-10T10:00:00Z', 60), contact('2026-11-02T10:00:00Z', 75)])
    expect(report.hoursUsed).toBe(2.5)
    expect(report.hoursGranted).toBe(24)
    expect(report.months).toEqual([
      { month: '2026-09', minutes: 60 },
      { month: '2026-10', minutes: 0 },
      { month: '2026-11', minutes: 75 },
    ])
  })

  it('leaves out what lies before or after, by the peer’s own calendar', () => {
    const report = writeReport(frame, [contact('2026-08-31T22:00:00Z', 30), contact('2026-11-30T22:00:00Z', 30)])
    expect(report.contacts.map((one) => one.on)).toEqual(['2026-09-01'])
  })

  it('says nothing where nothing happened', () => {
    expect(writeReport(frame, []).hoursUsed).toBe(0)
  })
})

describe('an authority', () => {
  it.each([
    ['2026-12-31', null, 'in force'],
    ['2026-12-24', null, 'lapsing'],
    ['2026-11-24', null, 'lapsing'],
    ['2026-11-23', null, 'lapsed'],
    ['2026-12-31', '2026-11-01T00:00:00Z', 'ended'],
  ])('that goes until %s (ended %s) is %s on 24 November', (endsOn, endedAt, state) => {
    const ended = endedAt ? Temporal.Instant.from(endedAt) : null
    expect(authorityState(day(endsOn), ended, day('2026-11-24'))).toBe(state)
  })

  it('is renewed for six months from its end, or from today when it has lapsed', () => {
    expect(usualRenewal(day('2026-12-31'), day('2026-11-24')).toString()).toBe('2027-06-30')
    expect(usualRenewal(day('2026-01-31'), day('2026-11-24')).toString()).toBe('2027-05-24')
  })
})
