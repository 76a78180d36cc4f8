import { describe, expect, it } from 'vitest'
import { connectionRows } from './connection-rows.ts'
import { ago, sampleMoment, sampleTie } from './sample-tie.ts'
import type { Tie, TieMember } from './tie.ts'

const rowsOf = (tie: Tie) => connectionRows([tie], sampleMoment).map((row) => `${row.kind} ${row.days}`)
const { today } = sampleMoment
const quiet = (watch_state: string, days: number) => ({ state: 'quiet', watch_state, last_contact_at: ago(days) })

describe('a connection on the desk', () => {
  it.each<[string, Partial<Tie['connection']>, string[]]>([
    ['that is in touch and looked after', {}, []],
    ['that is silent for twice its rhythm', quiet('amber', 61), ['amber 61']],
    ['that is silent for four times', quiet('red', 130), ['red 130']],
    ['that is silent for eight times', quiet('lapsed', 241), ['lapsed 241']],
    ['that never met', { ...quiet('red', 0), last_contact_at: null, started_at: ago(125) }, ['red 125']],
    ['whose proposal gets no answer', { state: 'proposed', proposed_at: ago(16), stuck_at: ago(4) }, ['stuck 16']],
    ['whose proposal is being answered', { state: 'proposed', started_at: null }, []],
    ['that is paused', { state: 'paused', watch_state: 'red', review_on: today }, []],
    ['whose review is tomorrow', { review_on: today.add({ days: 1 }) }, []],
    ['whose review is today', { review_on: today }, ['review 0']],
    ['whose review was due', { review_on: today.subtract({ days: 3 }) }, ['review 3']],
    ['that somebody looked after 29 days ago', { last_touch_at: ago(29.9) }, []],
    ['that nobody looked after for a month', { last_touch_at: ago(30) }, ['untouched 30']],
    ['that nobody ever looked after', { last_touch_at: null }, ['untouched 298']],
  ])('%s', (_, facts, rows) => {
    expect(rowsOf(sampleTie(facts))).toEqual(rows)
  })

  it.each<[string, number, Partial<TieMember>[], string[]]>([
    ['on the thirteenth day', 13.9, [{}, { agreedVersion: null }], []],
    ['after two weeks', 14, [{}, { agreedVersion: null }], ['unsigned 14']],
    ['when one accepted another version', 20, [{}, { agreedVersion: 0 }], ['unsigned 20']],
    ['when all have accepted', 20, [{}, {}], []],
  ])('waits for everybody to accept the agreement: %s', (_, started, members, rows) => {
    expect(rowsOf(sampleTie({ started_at: ago(started) }, {}, members))).toEqual(rows)
  })

  it.each<[string, Partial<TieMember>[], string[]]>([
    ['who said yes and has nobody', [{ isAlone: true }, { answer: 'no', isAlone: true }], ['declined 2']],
    ['who had not answered yet', [{ answer: null, isAlone: true }, { answer: 'no' }], ['declined 2']],
    ['who has somebody else meanwhile', [{}, { answer: 'no', isAlone: true }], []],
  ])('that was declined is about the one %s', (_, members, rows) => {
    expect(rowsOf(sampleTie({ state: 'declined', closed_at: ago(2) }, {}, members))).toEqual(rows)
  })

  it('tells of times nobody agreed on and of a session that did not happen', () => {
    const noTime = { askedAt: ago(9), endedAt: ago(4) }
    const missed = { at: ago(3), toldAt: ago(1) }
    expect(rowsOf(sampleTie({}, { noTime, missed }))).toEqual(['noTime 9', 'missed 3'])
    expect(rowsOf(sampleTie({ state: 'paused' }, { noTime, missed }))).toEqual([])
  })
})

describe('when a matter began', () => {
  const sinceOf = (facts: Partial<Tie['connection']>) => connectionRows([sampleTie(facts)], sampleMoment)[0]?.since

  it('is when silence passed the agreed multiple', () => {
    expect(sinceOf({ ...quiet('amber', 61), rhythm_days: 30 })).toEqual(ago(1))
    expect(sinceOf({ ...quiet('red', 130) })).toEqual(ago(10))
    expect(sinceOf({ ...quiet('lapsed', 250) })).toEqual(ago(10))
  })

  it('counts from the end of a pause where that is later', () => {
    expect(sinceOf({ ...quiet('amber', 200), watch_from_at: ago(65) })).toEqual(ago(5))
  })
})
