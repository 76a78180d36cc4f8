import { describe, expect, it } from 'vitest'
import { type Answer, isStuck, nextAsking } from './asking.ts'

const askedAt = Temporal.Instant.from('2026-11-01T08:00:00Z')
const day = (days: number | null) => (days === null ? null : askedAt.add({ hours: days * 24 }))

describe('what is asked next', () => {
  it.each([
    // answer, answered on day, reminded on day, asked again on day -> step on day
    ['nothing said', null, null, null, null, 'remind', 7],
    ['nothing said, reminded', null, null, 7, null, 'tell the desk', 12],
    ['later', 'later', 2, null, null, 'ask again', 16],
    ['later after the reminder', 'later', 9, 7, null, 'ask again', 23],
    ['later, asked again, silent', 'later', 2, null, 16, 'tell the desk', 21],
    ['later, asked again, later again', 'later', 18, null, 16, 'tell the desk', 18],
  ] as const)('%s', (_, answer, answered, reminded, again, step, on) => {
    const asking = { answer, answeredAt: day(answered), askedAt, remindedAt: day(reminded), askedAgainAt: day(again) }
    const next = nextAsking(asking)
    expect(next?.step).toBe(step)
    expect(next?.at.toString()).toBe(day(on)?.toString())
  })

  it.each(['yes', 'no'] as Answer[])('nothing once somebody said %s', (answer) => {
    expect(nextAsking({ answer, answeredAt: day(1), askedAt, remindedAt: null, askedAgainAt: null })).toBeNull()
  })

  it('leaves the proposal to the desk from the day on which asking is of no more use', () => {
    const silent = { answer: null, answeredAt: null, askedAt, remindedAt: day(7), askedAgainAt: null }
    expect(isStuck(silent, askedAt.add({ hours: 12 * 24 - 1 }))).toBe(false)
    expect(isStuck(silent, askedAt.add({ hours: 12 * 24 }))).toBe(true)
  })

  it('never leaves somebody to the desk who has not been reminded', () => {
    const silent = { answer: null, answeredAt: null, askedAt, remindedAt: null, askedAgainAt: null }
    expect(isStuck(silent, askedAt.add({ hours: 100 * 24 }))).toBe(false)
  })
})
