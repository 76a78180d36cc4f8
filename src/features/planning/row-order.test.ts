import { expect, it } from 'vitest'
import { inOrder, matchRows } from './row-order.ts'

const at = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`)
const row = (number: number, day: string | null) => ({ number, startsAt: day === null ? null : at(day) })
const season = { from: at('2026-12-01'), to: at('2027-03-31') }
const numbers = (rows: { number: number }[]) => rows.map(({ number }) => number)

it('counts rows by their time, whatever their numbers, and those without one where there is most room', () => {
  expect(numbers(inOrder([row(0, '2027-02-01'), row(1, '2026-12-05'), row(2, '2027-01-05')], season))).toEqual([
    1, 2, 0,
  ])
  expect(numbers(inOrder([row(0, '2027-01-28'), row(1, null), row(2, '2026-12-05')], season))).toEqual([2, 0, 1])
  expect(numbers(inOrder([row(0, null), row(1, '2026-12-05'), row(2, '2027-03-20')], season))).toEqual([1, 0, 2])
  expect(numbers(inOrder([row(2, null), row(0, null), row(1, null)], season))).toEqual([0, 1, 2])
})

it('leaves a row at its time where a session is planned for it again, whoever came in before', () => {
  const sessions = ['2026-12-01', '2026-12-16', null].map((day) => ({ startsAt: day && at(day).toString() }))
  const matched = matchRows([row(2, null), row(0, '2026-12-01'), row(1, '2026-12-28')], sessions)
  const found = new Map(matched.map(({ row: { number }, session }) => [number, session.startsAt]))
  expect(found.get(0)).toBe(at('2026-12-01').toString())
  expect(found.get(2)).toBe(at('2026-12-16').toString())
  expect(found.get(1)).toBeNull()
})
