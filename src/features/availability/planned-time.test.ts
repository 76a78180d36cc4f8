import { expect, test } from 'vitest'
import { unsaid } from './free-time.ts'
import { weekOf } from './half-days.ts'
import { plannedTime } from './planned-time.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('the planner is told of limits only where there are some, and of working days where no week was drawn', () => {
  const planned = plannedTime({ ...unsaid('Asia/Amman'), weekendDays: [5, 6], sessionsPerWeek: 2 })
  expect(planned.sessionsPerWeek).toBe(2)
  expect('minutesPerMonth' in planned).toBe(false)
  expect(planned.week).toBe(`${'2'.repeat(4 * 48)}${'0'.repeat(2 * 48)}${'2'.repeat(48)}`)
})

test('days of ‘if need be’ keep their usual hours, and come before days off, for there the later one wins', () => {
  const planned = plannedTime({
    ...unsaid('Africa/Accra'),
    week: weekOf('mon-am', 'mon-ev'),
    exceptions: [
      { from: day('2026-12-25'), to: day('2026-12-26'), level: 0 },
      { from: day('2026-12-28'), to: day('2026-12-28'), level: 1 },
    ],
  })
  expect(planned.exceptions.map(({ from, level }) => `${from} ${level}`)).toEqual(['2026-12-28 1', '2026-12-25 0'])
  expect(planned.busy).toEqual([
    { startsAt: '2026-12-28T00:00:00Z', endsAt: '2026-12-28T09:00:00Z' },
    { startsAt: '2026-12-28T13:00:00Z', endsAt: '2026-12-28T17:00:00Z' },
    { startsAt: '2026-12-28T20:00:00Z', endsAt: '2026-12-29T00:00:00Z' },
  ])
})
