import { describe, expect, it } from 'vitest'
import { defaultRhythmSettings as settings } from '../../engine/rhythm/watch-rhythm.ts'
import { becameOf, type Followed } from './became.ts'

const at = (day: string) => Temporal.Instant.from(`${day}T09:00:00Z`)
const started: Followed = {
  state: 'active',
  proposedAt: at('2026-01-01'),
  startedAt: at('2026-01-10'),
  closedAt: null,
  rhythmDays: 30,
  contacts: [],
  pauses: [],
}
const judged = (changes: Partial<Followed>, today = '2026-07-01') =>
  becameOf({ ...started, ...changes }, { now: at(today), zone: 'UTC', settings })
const live = (day: string) => ({ at: at(day), kind: 'live' })

describe('how far a proposal came', () => {
  it('is open while it is asked about, and no once somebody declined', () => {
    const asked = { state: 'proposed', startedAt: null }
    expect(judged(asked)).toEqual({ accepted: 'open', met: 'open', inRhythm: 'open' })
    const declined = { state: 'declined', startedAt: null, closedAt: at('2026-01-12') }
    expect(judged(declined)).toEqual({ accepted: 'no', met: 'no', inRhythm: 'no' })
    // Nobody is judged before the others are: a share of early noes alone would be too low.
    expect(judged(declined, '2026-03-31')).toEqual({ accepted: 'no', met: 'no', inRhythm: 'open' })
  })

  it('has met by a talk, not by a message, and not before it happened', () => {
    expect(judged({ contacts: [live('2026-02-01')] }).met).toBe('yes')
    expect(judged({ contacts: [{ at: at('2026-02-01'), kind: 'face_to_face' }] }).met).toBe('yes')
    expect(judged({ contacts: [{ at: at('2026-02-01'), kind: 'message' }] }).met).toBe('no')
    expect(judged({ contacts: [live('2026-08-01')] }).met).toBe('no')
  })
})

describe('the rhythm three months after the start', () => {
  it.each([
    ['too early the day before', { contacts: [live('2026-04-01')] }, '2026-04-09', 'open'],
    ['in touch as agreed', { contacts: [live('2026-04-01')] }, '2026-04-10', 'yes'],
    ['silent for two intervals on that day', { contacts: [live('2026-02-09')] }, '2026-07-01', 'no'],
    ['never in touch', {}, '2026-07-01', 'no'],
    ['in touch again only afterwards', { contacts: [live('2026-04-20')] }, '2026-07-01', 'no'],
    ['silent since, but in touch on that day', { contacts: [live('2026-03-20')] }, '2027-07-01', 'yes'],
    ['a slower agreed rhythm', { rhythmDays: 61, contacts: [live('2026-02-09')] }, '2026-07-01', 'yes'],
    ['ended before that day', { state: 'closed', closedAt: at('2026-03-20') }, '2026-07-01', 'no'],
    [
      'ended after that day',
      { state: 'closed', closedAt: at('2026-05-20'), contacts: [live('2026-04-01')] },
      '2026-07-01',
      'yes',
    ],
    ['resting on that day', { pauses: [{ at: at('2026-03-01'), isEnd: false }] }, '2026-07-01', 'open'],
    [
      'back from a pause: silence counts from its end',
      {
        pauses: [
          { at: at('2026-02-01'), isEnd: false },
          { at: at('2026-03-20'), isEnd: true },
        ],
      },
      '2026-07-01',
      'yes',
    ],
  ] as const)('%s', (_, changes, today, verdict) => {
    expect(judged(changes as Partial<Followed>, today).inRhythm).toBe(verdict)
  })
})
