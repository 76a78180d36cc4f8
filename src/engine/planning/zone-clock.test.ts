import { describe, expect, it } from 'vitest'
import { planSeason } from './plan-season.ts'
import type { Season } from './season.ts'
import { startsFor } from './starts-for.ts'
import { usualCurve } from './usual-curve.ts'
import { dateOf, dayNumber, halfOfWeek, localMinutes, localSlots, monthOf, weekOf, zoneClock } from './zone-clock.ts'

const years = [2025, 2026, 2027, 2028, 2029, 2030]
const [sunday, thursday, friday] = [0, 4, 5]

/** The day of a month (1 is January) on which a weekday first comes on or after a day. */
function onOrAfter(year: number, month: number, weekday: number, day: number): number {
  const first = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return day + ((weekday - first + 7) % 7)
}

/** The last of a weekday in a month. */
function last(year: number, month: number, weekday: number): number {
  const end = new Date(Date.UTC(year, month, 0))
  return end.getUTCDate() - ((end.getUTCDay() - weekday + 7) % 7)
}

/** A change by the clock before it: `hour` may be 24. */
type Change = { month: number; day: (year: number) => number; hour: number; ahead: number; to: number }

/** The rules of the IANA tz database (files northamerica, europe, africa, southamerica, australasia, antarctica, asia). */
const rules: { zone: string; winter: number; changes: Change[] }[] = [
  {
    // US: second Sunday of March 2:00 to first Sunday of November 2:00.
    zone: 'America/New_York',
    winter: -300,
    changes: [
      { month: 3, day: (y) => onOrAfter(y, 3, sunday, 8), hour: 2, ahead: -300, to: -240 },
      { month: 11, day: (y) => onOrAfter(y, 11, sunday, 1), hour: 2, ahead: -240, to: -300 },
    ],
  },
  ...(['Europe/London', 'Europe/Dublin'] as const).map((zone) => ({
    // EU: last Sundays of March and October, 1:00 UTC.
    zone,
    winter: 0,
    changes: [
      { month: 3, day: (y: number) => last(y, 3, sunday), hour: 1, ahead: 0, to: 60 },
      { month: 10, day: (y: number) => last(y, 10, sunday), hour: 2, ahead: 60, to: 0 },
    ],
  })),
  {
    // Egypt since 2023: last Friday of April 0:00 to last Thursday of October 24:00.
    zone: 'Africa/Cairo',
    winter: 120,
    changes: [
      { month: 4, day: (y) => last(y, 4, friday), hour: 0, ahead: 120, to: 180 },
      { month: 10, day: (y) => last(y, 10, thursday), hour: 24, ahead: 180, to: 120 },
    ],
  },
  // Paraguay since October 2024: three hours behind, always.
  { zone: 'America/Asuncion', winter: -180, changes: [] },
  {
    // Chile since 2023: first Sunday from 2 April on 3:00 UTC to first Sunday from 2 September on 4:00 UTC.
    zone: 'America/Santiago',
    winter: -180,
    changes: [
      { month: 4, day: (y) => onOrAfter(y, 4, sunday, 2), hour: 0, ahead: -180, to: -240 },
      { month: 9, day: (y) => onOrAfter(y, 9, sunday, 2), hour: 0, ahead: -240, to: -180 },
    ],
  },
  {
    // New South Wales: first Sunday of October 2:00 to first Sunday of April 3:00.
    zone: 'Australia/Sydney',
    winter: 660,
    changes: [
      { month: 4, day: (y) => onOrAfter(y, 4, sunday, 1), hour: 3, ahead: 660, to: 600 },
      { month: 10, day: (y) => onOrAfter(y, 10, sunday, 1), hour: 2, ahead: 600, to: 660 },
    ],
  },
  {
    // Lord Howe: the same Sundays, 2:00, by half an hour.
    zone: 'Australia/Lord_Howe',
    winter: 660,
    changes: [
      { month: 4, day: (y) => onOrAfter(y, 4, sunday, 1), hour: 2, ahead: 660, to: 630 },
      { month: 10, day: (y) => onOrAfter(y, 10, sunday, 1), hour: 2, ahead: 630, to: 660 },
    ],
  },
  {
    // Troll: the Sundays of the EU, 1:00 UTC, by two hours.
    zone: 'Antarctica/Troll',
    winter: 0,
    changes: [
      { month: 3, day: (y) => last(y, 3, sunday), hour: 1, ahead: 0, to: 120 },
      { month: 10, day: (y) => last(y, 10, sunday), hour: 3, ahead: 120, to: 0 },
    ],
  },
  {
    // Lebanon: last Sunday of March 0:00 to last Sunday of October 0:00.
    zone: 'Asia/Beirut',
    winter: 120,
    changes: [
      { month: 3, day: (y) => last(y, 3, sunday), hour: 0, ahead: 120, to: 180 },
      { month: 10, day: (y) => last(y, 10, sunday), hour: 0, ahead: 180, to: 120 },
    ],
  },
]

/** UTC minutes of all changes of a zone, and the offset from then on. */
function changesOf(rule: (typeof rules)[number]): { at: number; to: number }[] {
  return years.flatMap((year) =>
    rule.changes.map(({ month, day, hour, ahead, to }) => ({
      at: Date.UTC(year, month - 1, day(year)) / 60_000 + hour * 60 - ahead,
      to,
    })),
  )
}

describe('the clocks of zones', () => {
  const [from, to] = [Date.UTC(2025, 0, 1) / 60_000, Date.UTC(2031, 0, 1) / 60_000]

  it.each(rules)('change in $zone when the rules say so, 2025 to 2030', (rule) => {
    const clock = zoneClock(rule.zone, from, to)
    const changes = changesOf(rule)
    expect(Array.from(clock.from).slice(1)).toEqual(changes.map(({ at }) => at))
    expect([...clock.offset]).toEqual([rule.winter, ...changes.map(({ to }) => to)])
    for (const { at, to } of changes) {
      const before = localMinutes(clock, at - 1) - (at - 1)
      expect(localMinutes(clock, at)).toBe(at + to)
      // What is skipped or doubled is as long as the two offsets differ.
      expect(localMinutes(clock, at) - localMinutes(clock, at - 1)).toBe(1 + to - before)
    }
  })

  it('change in Casablanca around Ramadan, by the dates that were decreed', () => {
    const clock = zoneClock('Africa/Casablanca', from, Date.UTC(2026, 3, 1) / 60_000)
    const decreed = ['2025-02-23T02:00Z', '2025-04-06T02:00Z', '2026-02-15T02:00Z', '2026-03-22T02:00Z']
    expect(Array.from(clock.from).slice(1)).toEqual(decreed.map((moment) => Date.parse(moment) / 60_000))
    expect([...clock.offset]).toEqual([60, 0, 60, 0, 60])
  })

  it.each(rules)('show each slot of a day with a change in $zone', (rule) => {
    for (const { at, to } of changesOf(rule).slice(0, 4)) {
      const clock = zoneClock(rule.zone, at - 1440, at + 1440)
      const before = localMinutes(clock, at - 1) - (at - 1)
      const slots = localSlots(clock, at - 720, 30, 48)
      for (let slot = 0; slot < 48; slot++) {
        const minute = at - 720 + slot * 30
        const local = new Date((minute + (slot < 24 ? before : to)) * 60_000)
        const half =
          ((local.getUTCDay() + 6) % 7) * 48 + local.getUTCHours() * 2 + Math.floor(local.getUTCMinutes() / 30)
        expect(slots.firstHalf[slot]).toBe(half)
        expect(dateOf(slots.firstDay[slot]!)).toBe(local.toISOString().slice(0, 10))
      }
    }
  })

  it('count days, weeks and months as a calendar does', () => {
    expect(dateOf(dayNumber('2028-02-29'))).toBe('2028-02-29')
    expect(weekOf(dayNumber('2027-03-07'))).toBe(weekOf(dayNumber('2027-03-01')))
    expect(weekOf(dayNumber('2027-03-08'))).toBe(weekOf(dayNumber('2027-03-07')) + 1)
    expect(monthOf(dayNumber('2027-03-01'))).toBe(monthOf(dayNumber('2027-02-28')) + 1)
    expect(halfOfWeek(dayNumber('2027-03-08') * 1440 + 89)).toBe(2)
  })

  it('touch two half-hours in a slot where a zone is a quarter off', () => {
    const slots = localSlots(zoneClock('Asia/Kathmandu', from, to), Date.UTC(2027, 2, 8) / 60_000, 30, 1)
    expect([slots.firstHalf[0], slots.lastHalf[0]]).toEqual([11, 12])
  })
})

describe('a plan across a change of clocks', () => {
  const flat = { ...usualCurve, halfHours: new Array<number>(48).fill(0), weekend: 0 }
  /** A week in which only these half-hours are good. */
  const only = (...halves: number[]) =>
    Array.from({ length: 336 }, (_, half) => (halves.includes(half) ? '2' : '0')).join('')
  const season = (
    span: { startsOn: string; endsOn: string },
    zone: string,
    week: string,
    sessions: number,
  ): Season => ({
    ...span,
    slotMinutes: 30,
    curve: flat,
    people: [
      { id: 'one', zone, week },
      { id: 'other', zone: 'Europe/London' },
    ],
    series: [
      {
        id: 'weekly',
        members: [
          { personId: 'one', required: true },
          { personId: 'other', required: true },
        ],
        sessions,
        minutes: 60,
        leastGapDays: 7,
        greatestGapDays: 7,
        medium: 'remote',
      },
    ],
    fixed: [],
    sharing: 'total first',
  })
  const starts = (one: Season) => planSeason(one, { seed: 1, iterations: 100 }).sessions.map(({ startsAt }) => startsAt)

  it('keeps Monday nine o’clock in New York when America changes before Europe', () => {
    const monday = season({ startsOn: '2027-03-08', endsOn: '2027-04-04' }, 'America/New_York', only(18, 19), 4)
    expect(starts(monday)).toEqual([
      '2027-03-08T14:00:00Z',
      '2027-03-15T13:00:00Z',
      '2027-03-22T13:00:00Z',
      '2027-03-29T13:00:00Z',
    ])
  })

  it('has no place in the hour that is skipped', () => {
    const skipped = season({ startsOn: '2027-03-08', endsOn: '2027-03-21' }, 'America/New_York', only(292, 293), 1)
    expect(starts(skipped)).toEqual(['2027-03-21T06:00:00Z'])
    const plan = planSeason({ ...skipped, endsOn: '2027-03-20' }, { seed: 1, iterations: 100 })
    expect(plan.sessions[0]!.reason).toMatchObject({ kind: 'nobody free together', people: ['one'] })
  })

  it('has both hours where one is doubled, and the hour across', () => {
    const doubled = season({ startsOn: '2027-11-01', endsOn: '2027-11-07' }, 'America/New_York', only(290, 291), 1)
    const plan = planSeason(doubled, { seed: 1, iterations: 100 })
    expect(startsFor(doubled, plan, 'weekly', 0).map(({ startsAt }) => startsAt)).toEqual([
      '2027-11-07T05:00:00Z',
      '2027-11-07T05:30:00Z',
      '2027-11-07T06:00:00Z',
    ])
  })

  it('keeps half an hour’s change on Lord Howe Island', () => {
    const monday = season({ startsOn: '2027-03-28', endsOn: '2027-04-11' }, 'Australia/Lord_Howe', only(18, 19), 2)
    expect(starts(monday)).toEqual(['2027-03-28T22:00:00Z', '2027-04-04T22:30:00Z'])
  })
})
