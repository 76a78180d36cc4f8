import { describe, expect, test } from 'vitest'
import type { RhythmObservation } from './rhythm-watch.ts'
import { defaultRhythmSettings, watchRhythm } from './watch-rhythm.ts'

const startedAt = Temporal.Instant.from('2026-01-05T09:00:00Z')
const after = (days: number) => startedAt.add({ milliseconds: Math.round(days * 86_400_000) })
const observed = (changes: Partial<RhythmObservation>): RhythmObservation => ({
  agreedDays: 30,
  lastContactAt: null,
  startedAt,
  now: startedAt,
  settings: defaultRhythmSettings,
  contactsSoFar: 0,
  ...changes,
})

describe('the state by days of silence', () => {
  const hour = 1 / 24
  test.each([
    // agreed days, day of last contact, today, state, ratio, day of the next change
    ['on the first day', 30, null, 0, 'fresh', 0, 60],
    ['after one agreed interval', 30, null, 30, 'fresh', 1, 60],
    ['an hour before the second interval ends', 30, null, 60 - hour, 'fresh', 2 - hour / 30, 60],
    ['when the second interval ends', 30, null, 60, 'amber', 2, 120],
    ['after three intervals', 30, null, 90, 'amber', 3, 120],
    ['when the fourth interval ends', 30, null, 120, 'red', 4, 240],
    ['an hour before the eighth interval ends', 30, null, 240 - hour, 'red', 8 - hour / 30, 240],
    ['when the eighth interval ends', 30, null, 240, 'lapsed', 8, null],
    ['years later', 30, null, 2000, 'lapsed', 2000 / 30, null],
    ['a day after a contact that ended a long silence', 30, 300, 301, 'fresh', 1 / 30, 360],
    ['two intervals after a contact', 30, 100, 160, 'amber', 2, 220],
    ['a weekly rhythm, three weeks silent', 7, 10, 31, 'amber', 3, 38],
    ['a rhythm of half a day', 0.5, 0, 2, 'red', 4, 4],
    ['a contact from before the start counts from the start', 30, -200, 10, 'fresh', 1 / 3, 60],
    ['a contact logged ahead of the clock is no silence', 30, 5, 4, 'fresh', 0, 65],
  ] as const)('%s', (_, agreedDays, contactDay, today, state, ratio, changeDay) => {
    const lastContactAt = contactDay === null ? null : after(contactDay)
    const reading = watchRhythm(observed({ agreedDays, lastContactAt, now: after(today) }))
    expect(reading.state).toBe(state)
    expect(reading.ratio).toBeCloseTo(ratio, 9)
    expect(reading.gapDays).toBeCloseTo(ratio * agreedDays, 6)
    expect(reading.nextChangeAt?.toString() ?? null).toBe(changeDay === null ? null : after(changeDay).toString())
  })
})

test('the state changes at the announced instant and not a millisecond earlier', () => {
  const settings = { amberFactor: 1.3, redFactor: 2.7, lapsedFactor: 9.1 }
  const seen = ['fresh']
  let reading = watchRhythm(observed({ agreedDays: 14.25, settings }))
  while (reading.nextChangeAt !== null) {
    const before = reading.nextChangeAt.subtract({ milliseconds: 1 })
    expect(watchRhythm(observed({ agreedDays: 14.25, settings, now: before })).state).toBe(reading.state)
    reading = watchRhythm(observed({ agreedDays: 14.25, settings, now: reading.nextChangeAt }))
    seen.push(reading.state)
  }
  expect(seen).toEqual(['fresh', 'amber', 'red', 'lapsed'])
})

test('an initiative may set its own factors', () => {
  const settings = { amberFactor: 1.5, redFactor: 2, lapsedFactor: 3 }
  expect(watchRhythm(observed({ settings, now: after(50) })).state).toBe('amber')
  expect(watchRhythm(observed({ settings, now: after(90) })).state).toBe('lapsed')
})

test('the plain watch leaves the number of contacts and the own silence unused', () => {
  const plain = watchRhythm(observed({ now: after(70) }))
  expect(watchRhythm(observed({ now: after(70), contactsSoFar: 40, ownSilenceDays: 69 }))).toEqual(plain)
})

test('intervals and factors that make no sense are refused in one sentence', () => {
  for (const agreedDays of [0, -7, Number.NaN, Infinity]) {
    expect(() => watchRhythm(observed({ agreedDays }))).toThrow(
      new RangeError(`An agreed rhythm must be a number of days above 0, not ${agreedDays}.`),
    )
  }
  for (const [amberFactor, redFactor, lapsedFactor] of [
    [0, 4, 8],
    [4, 4, 8],
    [2, 9, 8],
    [2, 4, Infinity],
  ] as const) {
    const settings = { amberFactor, redFactor, lapsedFactor }
    expect(() => watchRhythm(observed({ settings }))).toThrow(RangeError)
  }
})
