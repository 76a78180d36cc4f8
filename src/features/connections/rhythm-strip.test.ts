import { describe, expect, it } from 'vitest'
import { stripOf, weeksInTouch } from './rhythm-strip.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const ago = (days: number, kind = 'live') => ({ happenedAt: now.subtract({ hours: Math.round(days * 24) }), kind })

describe('the rhythm strip', () => {
  it('has the week that ends now last and silence as zero', () => {
    expect(stripOf([ago(1), ago(20)], now, 4)).toEqual([0, 2, 0, 2])
  })

  it('shows the strongest contact of a week', () => {
    expect(stripOf([ago(1, 'message'), ago(2, 'face_to_face'), ago(3, 'live')], now, 1)).toEqual([3])
  })

  it('leaves out what is older than the strip and what is still to come', () => {
    expect(stripOf([ago(28), ago(-1)], now, 4)).toEqual([0, 0, 0, 0])
  })

  it('moves a contact to the week before when it is exactly seven days old', () => {
    expect(stripOf([ago(7)], now, 3)).toEqual([0, 2, 0])
  })

  it('counts the weeks with contact', () => {
    expect(weeksInTouch([0, 1, 3, 0])).toBe(2)
  })
})
