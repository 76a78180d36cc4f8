import { describe, expect, it } from 'vitest'
import { type Clock, momentOf, press, roundsBegun } from './timer.ts'

const pace = { rounds: 3, minutes: 10, changeMinutes: 2 }
const start = Temporal.Instant.from('2026-11-24T14:00:00Z')
const later = (seconds: number) => start.add({ seconds })
const running: Clock = { seconds: 0, since: start }

describe('where the timer is', () => {
  it.for([
    [0, 'round', 1, 600],
    [599, 'round', 1, 1],
    [600, 'change', 1, 120],
    [720, 'round', 2, 600],
    [2039, 'round', 3, 1],
    [2040, 'over', 3, 0],
    [99_999, 'over', 3, 0],
  ] as const)('after %d seconds: %s of round %d with %d seconds left', ([seconds, phase, round, left]) => {
    const moment = momentOf(pace, running, later(seconds))
    expect([moment.phase, moment.round, moment.secondsLeft]).toEqual([phase, round, left])
    expect(roundsBegun(pace, running, later(seconds))).toBe(round)
  })

  it('is before the start while nobody pressed', () => {
    const clock = { seconds: 0, since: null }
    expect(momentOf(pace, clock, later(5000))).toEqual({
      phase: 'before',
      round: 0,
      secondsLeft: 600,
      isRunning: false,
    })
  })

  it('goes straight on where no time is left to change tables', () => {
    expect(momentOf({ ...pace, changeMinutes: 0 }, running, later(600)).round).toBe(2)
  })

  it('never runs backwards when the clock of the machine does', () => {
    expect(momentOf(pace, running, later(-60)).secondsLeft).toBe(600)
  })
})

describe('a press', () => {
  const leftAfter = (clock: Clock, seconds: number) => {
    const { phase, round, secondsLeft } = momentOf(pace, clock, later(seconds))
    return [phase, round, secondsLeft]
  }

  it('of Pause stops the time, of Start lets it go on', () => {
    const paused = press('pause', pace, running, later(100))
    expect(leftAfter(paused, 5000)).toEqual(['round', 1, 500])
    expect(leftAfter(press('start', pace, paused, later(5000)), 5010)).toEqual(['round', 1, 490])
  })

  it('of Start twice changes nothing', () => {
    expect(leftAfter(press('start', pace, running, later(100)), 100)).toEqual(['round', 1, 500])
  })

  it('of Next leads to what follows, of Back to the beginning, and again to what was before', () => {
    const change = press('next', pace, running, later(100))
    expect(leftAfter(change, 100)).toEqual(['change', 1, 120])
    const again = press('back', pace, change, later(150))
    expect(leftAfter(again, 150)).toEqual(['change', 1, 120])
    expect(leftAfter(press('back', pace, again, later(151)), 151)).toEqual(['round', 1, 600])
  })

  it('of Next begins the first round, and ends after the last', () => {
    expect(leftAfter(press('next', pace, { seconds: 0, since: null }, start), 0)).toEqual(['round', 1, 600])
    const over = press('next', pace, { seconds: 2000, since: null }, start)
    expect(leftAfter(over, 0)).toEqual(['over', 3, 0])
    expect(leftAfter(press('back', pace, over, start), 0)).toEqual(['round', 3, 600])
  })
})
