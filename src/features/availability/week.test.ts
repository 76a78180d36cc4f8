import { describe, expect, test } from 'vitest'
import { countryCodes } from '../people/countries.ts'
import { halfDays, halfDaysOf, isHalfDay, weekOf, withHalfDays } from './half-days.ts'
import { emptyWeek, isWeek, keptWeek, slotsOfTime, stretchesOf, withSlots } from './week.ts'
import { weekendOf } from './weekend.ts'

describe('a week of half-hours', () => {
  test('has 336 marks of three kinds, and is nothing said where it has none', () => {
    expect(isWeek(emptyWeek)).toBe(true)
    expect(isWeek(`${emptyWeek}0`)).toBe(false)
    expect(isWeek(emptyWeek.replace('0', '3'))).toBe(false)
    expect(keptWeek(emptyWeek)).toBeNull()
    expect(keptWeek(weekOf('mon-am'))).toBe(weekOf('mon-am'))
  })

  test('changes only where it is told to, and nowhere beyond its end', () => {
    expect(stretchesOf(withSlots(null, [18, 19, 336, -1, 1.5], '1'))).toEqual([{ day: 0, from: 18, to: 20, mark: '1' }])
    expect(stretchesOf(withSlots(weekOf('tue-am'), slotsOfTime(18), '0'))).toEqual([
      { day: 1, from: 19, to: 26, mark: '2' },
    ])
  })

  test('shows a half-day as ticked when all of it is good', () => {
    const week = weekOf('mon-am', 'sun-ev', 'someday', 'mon-xx')
    expect(halfDaysOf(week)).toEqual(['mon-am', 'sun-ev'])
    expect(halfDaysOf(withSlots(week, [20], '1'))).toEqual(['sun-ev'])
    expect(halfDaysOf(null)).toEqual([])
    expect(halfDays).toHaveLength(21)
    expect([isHalfDay('sun-ev'), isHalfDay('sun-night')]).toEqual([true, false])
  })

  test('keeps what the half-day form does not show when that form is saved again', () => {
    const drawn = withSlots(weekOf('mon-am', 'tue-am'), [20, 300, 301], '1')
    expect(withHalfDays(drawn, halfDaysOf(drawn))).toBe(drawn)
    const changed = withHalfDays(drawn, ['wed-pm'])
    expect(halfDaysOf(changed)).toEqual(['wed-pm'])
    expect([changed[20], changed[300], changed[18], changed[48 + 18]]).toEqual(['1', '1', '2', '0'])
  })
})

describe('days of rest', () => {
  test('are those of the country', () => {
    expect(weekendOf('EG')).toEqual([5, 6])
    expect(weekendOf('BD')).toEqual([5, 6])
    expect(weekendOf('IR')).toEqual([5])
    expect(weekendOf('FR')).toEqual([6, 7])
    expect(weekendOf(null)).toEqual([6, 7])
  })

  test('are known of every country there is', () => {
    for (const country of countryCodes) {
      const days = weekendOf(country)
      expect([country, days.length > 0 && days.every((day) => day >= 1 && day <= 7)]).toEqual([country, true])
    }
  })
})
