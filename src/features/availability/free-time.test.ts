import { describe, expect, test } from 'vitest'
import { asSpans, type Availability, type Exception, freeTime, levelOf, unsaid } from './free-time.ts'
import { halfDays, weekOf } from './half-days.ts'
import { emptyWeek, slotsOfDay, withSlots } from './week.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const freeWindows = (codes: readonly string[], zone: string, from: Temporal.PlainDate) =>
  freeTime({ ...unsaid(zone), week: weekOf(...codes) }, from, 7)
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

describe('what a day holds', () => {
  const ana: Availability = { ...unsaid('America/Bogota'), week: weekOf('mon-am', 'tue-am') }
  const times = (known: Availability, from = '2026-11-23', days = 7) =>
    freeTime(known, day(from), days).map(({ startsAt, endsAt, level }) => `${startsAt} ${endsAt} ${level}`)
  const except = (from: string, to: string, level: 0 | 1): Exception => ({ from: day(from), to: day(to), level })

  test('half-hours of two levels are windows of their own', () => {
    const week = withSlots(ana.week, [22, 23], '1')
    expect(times({ ...ana, week }, '2026-11-23', 1)).toEqual([
      '2026-11-23T14:00:00Z 2026-11-23T16:00:00Z 2',
      '2026-11-23T16:00:00Z 2026-11-23T17:00:00Z 1',
      '2026-11-23T17:00:00Z 2026-11-23T18:00:00Z 2',
    ])
  })

  test('a day off has none, and a day of ‘if need be’ its usual hours at that level; the lower of two holds', () => {
    expect(times({ ...ana, exceptions: [except('2026-11-20', '2026-11-23', 0)] })).toEqual([
      '2026-11-24T14:00:00Z 2026-11-24T18:00:00Z 2',
    ])
    const both = [except('2026-11-23', '2026-11-24', 1), except('2026-11-24', '2026-11-24', 0)]
    expect(times({ ...ana, exceptions: both })).toEqual(['2026-11-23T14:00:00Z 2026-11-23T18:00:00Z 1'])
  })

  test('what is busy is cut out', () => {
    const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`)
    const busy = [
      { startsAt: at('23T13:00'), endsAt: at('23T14:30') },
      { startsAt: at('23T15:00'), endsAt: at('23T15:20') },
      { startsAt: at('24T10:00'), endsAt: at('24T20:00') },
    ]
    expect(times({ ...ana, busy })).toEqual([
      '2026-11-23T14:30:00Z 2026-11-23T15:00:00Z 2',
      '2026-11-23T15:20:00Z 2026-11-23T18:00:00Z 2',
    ])
  })

  test('who said nothing is free but for days of rest, whichever these are', () => {
    expect(times({ ...unsaid('UTC') })).toEqual(['2026-11-23T00:00:00Z 2026-11-28T00:00:00Z 2'])
    expect(times({ ...unsaid('UTC'), weekendDays: [5, 6] })).toEqual([
      '2026-11-23T00:00:00Z 2026-11-27T00:00:00Z 2',
      '2026-11-29T00:00:00Z 2026-11-30T00:00:00Z 2',
    ])
  })

  test('a whole day is as long as its clock makes it, and touches the next', () => {
    const sunday = withSlots(emptyWeek, slotsOfDay(6), '2')
    const hours = (zone: string, from: string) => {
      const [window] = freeTime({ ...unsaid(zone), week: sunday }, day(from), 1)
      return window && window.startsAt.until(window.endsAt).total('hours')
    }
    expect(hours('Europe/Dublin', '2026-03-29')).toBe(23)
    expect(hours('Europe/Dublin', '2026-10-25')).toBe(25)
    expect(hours('Australia/Lord_Howe', '2026-10-04')).toBe(23.5)
    // Midnight itself does not exist in Beirut on this day, and comes twice in Havana on that one.
    const always = withSlots(
      emptyWeek,
      Array.from({ length: 336 }, (_, slot) => slot),
      '2',
    )
    expect(freeTime({ ...unsaid('Asia/Beirut'), week: always }, day('2026-03-27'), 5)).toHaveLength(1)
    expect(freeTime({ ...unsaid('America/Havana'), week: always }, day('2026-10-30'), 5)).toHaveLength(1)
  })

  test('an hour that does not exist is not free, one that comes twice counts once', () => {
    const night = withSlots(emptyWeek, [6 * 48 + 2, 6 * 48 + 3], '2')
    expect(times({ ...unsaid('Europe/Dublin'), week: night }, '2026-03-29', 1)).toEqual([])
    // Clocks go back from 02:00 to 01:00, which is 01:00 UTC: the hour from one to two is there at 00:00 and at 01:00 UTC.
    expect(times({ ...unsaid('Europe/Dublin'), week: night }, '2026-10-25', 1)).toEqual([
      '2026-10-25T01:00:00Z 2026-10-25T02:00:00Z 2',
    ])
    // Its first half begins, at the latest, after the first time it ends: none of the two is surely meant.
    const half = withSlots(emptyWeek, [6 * 48 + 2], '2')
    expect(times({ ...unsaid('Europe/Dublin'), week: half }, '2026-10-25', 1)).toEqual([])
  })

  test('the level of a meeting is the lowest in it', () => {
    const spans = asSpans(freeTime({ ...ana, week: withSlots(ana.week, [22, 23], '1') }, day('2026-11-23'), 7))
    const level = (from: string, to: string) =>
      levelOf(spans, Date.parse(`2026-11-23T${from}Z`), Date.parse(`2026-11-23T${to}Z`))
    expect(level('14:00', '16:00')).toBe(2)
    expect(level('15:30', '16:15')).toBe(1)
    expect(level('17:30', '18:00')).toBe(2)
    expect(level('17:30', '18:15')).toBe(0)
    expect(level('13:59', '14:30')).toBe(0)
    expect(level('20:00', '20:30')).toBe(0)
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
