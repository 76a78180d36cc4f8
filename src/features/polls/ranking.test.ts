import { describe, expect, it } from 'vitest'
import { type Level, rankTimes } from './ranking.ts'

const time = (id: string, at: string) => ({ id, startsAt: Temporal.Instant.from(at) })
const person = (zone: string, answers: Record<string, Level>) => ({ zone, answers: new Map(Object.entries(answers)) })
const order = (...args: Parameters<typeof rankTimes>) => rankTimes(...args).map(({ id }) => id)

const noon = time('noon', '2026-12-01T12:00:00Z')
const evening = time('evening', '2026-12-01T20:00:00Z')
const later = time('later', '2026-12-02T12:00:00Z')

describe('ranking the times of a poll', () => {
  it('puts most yes first', () => {
    const people = [person('UTC', { noon: 'yes', evening: 'yes' }), person('UTC', { noon: 'maybe', evening: 'yes' })]
    expect(order([noon, evening], people, 60)).toEqual(['evening', 'noon'])
  })

  it('prefers, among as many yes, fewer no', () => {
    const people = [person('UTC', { noon: 'yes', evening: 'yes' }), person('UTC', { noon: 'no', evening: 'maybe' })]
    expect(order([noon, evening], people, 60)).toEqual(['evening', 'noon'])
  })

  it('prefers, among equals, the easier hours by everybody’s own clock, then the earlier time', () => {
    const inAccra = [person('Africa/Accra', { noon: 'yes', evening: 'yes', later: 'yes' })]
    expect(order([later, evening, noon], inAccra, 60)).toEqual(['noon', 'later', 'evening'])
    const inAuckland = [person('Pacific/Auckland', { noon: 'yes', evening: 'yes' })]
    expect(order([noon, evening], inAuckland, 60)).toEqual(['evening', 'noon'])
  })

  it('counts no hours of those who would not come, nor of those who have not said', () => {
    const people = [person('UTC', { evening: 'yes' }), person('UTC', { evening: 'no' }), person('UTC', {})]
    expect(rankTimes([evening], people, 60)).toMatchObject([{ yes: 1, maybe: 0, no: 1, awkwardFor: 1, burden: 5 }])
  })
})
