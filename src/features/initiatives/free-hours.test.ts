import { describe, expect, test } from 'vitest'
import { freeWeek, freeWindows, halfDays, isHalfDay, mondayOf, overlapMinutes, sharedMinutes } from './free-hours.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const shown = (codes: string[], zone: string, from: string) =>
  freeWindows(codes, zone, day(from)).map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)

describe('free windows of a week', () => {
  test('a half-day is meant in the own zone of the person', () => {
    expect(shown(['tue-am'], 'America/Bogota', '2026-11-23')).toEqual(['2026-11-24T14:00:00Z 2026-11-24T18:00:00Z'])
    expect(shown(['tue-am'], 'Asia/Dhaka', '2026-11-23')).toEqual(['2026-11-24T03:00:00Z 2026-11-24T07:00:00Z'])
  })

  test('neighbouring half-days are one window, others stay apart and in order', () => {
    expect(shown(['wed-ev', 'mon-pm', 'mon-am'], 'UTC', '2026-11-23')).toEqual([
      '2026-11-23T09:00:00Z 2026-11-23T17:00:00Z',
      '2026-11-25T17:00:00Z 2026-11-25T20:00:00Z',
    ])
  })

  test('the week may begin on any day', () => {
    expect(shown(['mon-am'], 'UTC', '2026-11-25')).toEqual(['2026-11-30T09:00:00Z 2026-11-30T13:00:00Z'])
  })

  test('unknown codes are left out', () => {
    expect(shown(['someday', 'mon-xx'], 'UTC', '2026-11-23')).toEqual([])
    expect(halfDays).toHaveLength(21)
    expect(isHalfDay('sun-ev')).toBe(true)
    expect(isHalfDay('sun-night')).toBe(false)
  })

  test('nine o’clock stays nine o’clock when summer time begins and ends', () => {
    expect(shown(['sat-am', 'mon-am'], 'Europe/Dublin', '2026-03-28')).toEqual([
      '2026-03-28T09:00:00Z 2026-03-28T13:00:00Z',
      '2026-03-30T08:00:00Z 2026-03-30T12:00:00Z',
    ])
    expect(shown(['sat-am', 'mon-am'], 'America/Santiago', '2026-04-04')).toEqual([
      '2026-04-04T12:00:00Z 2026-04-04T16:00:00Z',
      '2026-04-06T13:00:00Z 2026-04-06T17:00:00Z',
    ])
  })

  test('a day that a zone left out has no windows', () => {
    expect(shown(['fri-am', 'fri-pm', 'fri-ev'], 'Pacific/Apia', '2011-12-26')).toEqual([])
    expect(shown(['thu-ev', 'sat-am'], 'Pacific/Apia', '2011-12-26')).toEqual([
      '2011-12-30T03:00:00Z 2011-12-30T06:00:00Z',
      '2011-12-30T19:00:00Z 2011-12-30T23:00:00Z',
    ])
  })

  test('a part of the morning that came twice is free twice', () => {
    // New York set its clocks back by 3 minutes and 58 seconds at noon, when standard time began.
    const [window] = freeWindows(['sun-am'], 'America/New_York', day('1883-11-12'))
    expect(window?.startsAt.until(window.endsAt).total('seconds')).toBe(4 * 3600 + 3 * 60 + 58)
  })

  const zones = [
    'Europe/Dublin',
    'Europe/Lisbon',
    'Africa/Casablanca',
    'Africa/Cairo',
    'America/Santiago',
    'America/Asuncion',
    'America/New_York',
    'America/Havana',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Asia/Beirut',
    'Asia/Amman',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'Pacific/Apia',
    'America/St_Johns',
  ]
  test.each(zones)(
    'around every change of the clock 2024 to 2030 in %s the windows are what the wall clock says',
    (zone) => {
      let change = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
      const weeks = [day('2026-11-23')]
      for (; change && change.year <= 2030; change = change.getTimeZoneTransition('next')) {
        weeks.push(change.toPlainDate().subtract({ days: 3 }))
      }
      for (const week of weeks) expect(slots(freeWindows(halfDays, zone, week))).toEqual(byWallClock(zone, week))
    },
  )
})

describe('free time that two people share', () => {
  const ana = { codes: ['mon-am', 'tue-pm'], zone: 'America/Bogota' }

  test('Accra and Medellín share the hours that overlap', () => {
    expect(overlapMinutes(ana, { codes: ['mon-pm'], zone: 'Africa/Accra' }, day('2026-11-23'))).toBe(180)
  })

  test('it is the same from both sides, also where one person’s Monday is the other’s Sunday', () => {
    const kiritimati = { codes: ['mon-am', 'tue-am'], zone: 'Pacific/Kiritimati' }
    const honolulu = { codes: ['sun-am', 'mon-am'], zone: 'Pacific/Honolulu' }
    expect(overlapMinutes(kiritimati, honolulu, day('2026-11-23'))).toBe(480)
    expect(overlapMinutes(honolulu, kiritimati, day('2026-11-23'))).toBe(480)
  })

  test('nobody shares anything with a week without free hours', () => {
    expect(overlapMinutes(ana, { codes: [], zone: 'UTC' }, day('2026-11-23'))).toBe(0)
  })

  test('weeks made once are compared as numbers', () => {
    expect(
      sharedMinutes(
        [
          [0, 60],
          [120, 240],
        ],
        [
          [30, 130],
          [200, 400],
        ],
      ),
    ).toBe(80)
    expect(freeWeek({ codes: ['mon-am'], zone: 'UTC' }, day('2026-11-23'))).toEqual([[540, 780]])
  })

  test('a week begins on Monday', () => {
    expect(mondayOf(day('2026-11-29')).toString()).toBe('2026-11-23')
    expect(mondayOf(day('2026-11-23')).toString()).toBe('2026-11-23')
  })
})

const quarter = 15 * 60_000

function slots(windows: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]): string[] {
  return windows.flatMap(({ startsAt, endsAt }) => {
    const count = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / quarter
    return Array.from({ length: count }, (_, index) =>
      new Date(startsAt.epochMilliseconds + index * quarter).toISOString(),
    )
  })
}

// An independent computation: every quarter of an hour, asked of Intl, which shares no code with Temporal's arithmetic.
function byWallClock(zone: string, week: Temporal.PlainDate): string[] {
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const days = new Set(Array.from({ length: 7 }, (_, index) => week.add({ days: index }).toString()))
  const found: string[] = []
  const start = Date.parse(`${week}T00:00Z`) - 86_400_000
  for (let at = start; at < start + 9 * 86_400_000; at += quarter) {
    const [date = '', time = ''] = format.format(at).split(' ')
    if (days.has(date) && time >= '09:00' && time < '20:00') found.push(new Date(at).toISOString())
  }
  return found
}
