import { describe, expect, it } from 'vitest'
import { byLocalHour, rankTimes } from './rank-times.ts'

const asked = {
  from: Temporal.PlainDate.from('2026-11-30'),
  days: 7,
  zone: 'Europe/Lisbon',
  minutes: 60,
  now: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  most: 6,
}
const people = (...zones: string[]) => zones.map((zone) => byLocalHour(zone))

describe('times for many', () => {
  it('begin with those at which most can come in their working day', () => {
    const [best] = rankTimes(people('America/Bogota', 'Europe/Lisbon', 'Africa/Accra'), asked)
    expect(best).toMatchObject({ guessed: { good: 3, cannot: 0 } })
    expect(best?.startsAt.toString()).toBe('2026-11-30T14:00:00Z')
  })

  it('leave out the few rather than burden the many, and say how many', () => {
    const [best] = rankTimes(people('America/Lima', 'America/Lima', 'America/Lima', 'Asia/Tokyo'), asked)
    // Five in the afternoon in Lima is seven in the morning in Tokyo.
    expect(best).toMatchObject({ guessed: { cannot: 0, good: 3, ifNeedBe: 1 } })
    const without = rankTimes(people('America/Lima', 'America/Lima', 'America/Lima', 'Asia/Karachi'), {
      ...asked,
      minutes: 300,
    })
    expect(without[0]).toMatchObject({ guessed: { cannot: 1 } })
  })

  it('show at most two of one day, none that is past, and the same for the same', () => {
    const all = rankTimes(people('Europe/Lisbon'), { ...asked, from: Temporal.PlainDate.from('2026-11-24') })
    const days = all.map(({ startsAt }) => startsAt.toString().slice(0, 10))
    expect(Math.max(...[...Map.groupBy(days, (day) => day).values()].map((same) => same.length))).toBe(2)
    expect(all.every(({ startsAt }) => Temporal.Instant.compare(startsAt, asked.now) > 0)).toBe(true)
    expect(rankTimes(people('Europe/Lisbon'), { ...asked, from: Temporal.PlainDate.from('2026-11-24') })).toEqual(all)
  })

  it('name each zone with how many are in it, the largest first', () => {
    const [best] = rankTimes(people('Africa/Accra', 'Europe/Lisbon', 'Africa/Accra'), asked)
    expect(best?.zones).toEqual([
      { zone: 'Africa/Accra', people: 2 },
      { zone: 'Europe/Lisbon', people: 1 },
    ])
  })
})

it('is a burden in the evening and on a weekend, and impossible at night', () => {
  const level = (at: string) => {
    const from = Temporal.Instant.from(at)
    return byLocalHour('Europe/Lisbon').suitsAt(from, from.add({ hours: 1 })).level
  }
  expect([level('2026-11-30T09:00:00Z'), level('2026-11-30T18:00:00Z'), level('2026-11-29T10:00:00Z')]).toEqual([
    2, 1, 1,
  ])
  expect([level('2026-11-30T03:00:00Z'), level('2026-11-30T23:30:00Z')]).toEqual([0, 0])
})
