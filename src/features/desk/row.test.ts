import { describe, expect, it } from 'vitest'
import type { Standing } from '../connections/standing.ts'
import { connectionRows } from './connection-rows.ts'
import { type DeskRow, inOrder, isResting, needsHelp } from './row.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const today = Temporal.PlainDate.from('2026-11-24')
const ago = (days: number) => now.subtract({ hours: days * 24 })

function connection(id: string, facts: Partial<Standing>): Standing {
  return {
    id,
    state: 'active',
    watch_state: 'fresh',
    proposed_at: ago(40),
    started_at: ago(38),
    last_contact_at: ago(5),
    last_touch_at: ago(10),
    stuck_at: null,
    review_on: null,
    closed_at: null,
    isUnsigned: false,
    ...facts,
  }
}

const rowsOf = (standings: Standing[], more: { noTime?: string; missed?: string; declined?: Standing[] } = {}) =>
  connectionRows({
    standings,
    declined: more.declined ?? [],
    noTimeSince: new Map(more.noTime ? [[more.noTime, ago(2)]] : []),
    missedAt: new Map(more.missed ? [[more.missed, ago(3)]] : []),
    now,
    today,
  })

describe('a connection on the desk', () => {
  it.each([
    ['that is in touch and looked after', {}, []],
    [
      'that is silent for twice its rhythm',
      { state: 'quiet', watch_state: 'amber', last_contact_at: ago(61) },
      ['amber 61'],
    ],
    ['that is silent for four times', { state: 'quiet', watch_state: 'red', last_contact_at: ago(130) }, ['red 130']],
    [
      'that has never met since it started',
      { state: 'quiet', watch_state: 'red', last_contact_at: null, started_at: ago(125) },
      ['red 125'],
    ],
    ['whose proposal nobody answers', { state: 'proposed', stuck_at: ago(4) }, ['stuck 4']],
    ['whose proposal is being answered', { state: 'proposed' }, []],
    ['that is paused', { state: 'paused', watch_state: 'red' }, []],
    ['whose review is due', { review_on: today.subtract({ days: 3 }) }, ['review 3']],
    ['nobody touched for a month', { last_touch_at: ago(31) }, ['untouched 31']],
  ] as const)('%s', (_, facts, rows) => {
    expect(rowsOf([connection('a', facts)]).map((row) => `${row.kind} ${row.days}`)).toEqual(rows)
  })

  it('shows its most telling row alone', () => {
    const silent = connection('a', {
      state: 'quiet',
      watch_state: 'red',
      last_contact_at: ago(130),
      last_touch_at: ago(90),
      isUnsigned: true,
    })
    expect(rowsOf([silent]).map((row) => row.kind)).toEqual(['red'])
    expect(rowsOf([silent], { noTime: 'a' }).map((row) => row.kind)).toEqual(['noTime'])
  })

  it('waits two weeks for signatures', () => {
    expect(rowsOf([connection('a', { started_at: ago(13), isUnsigned: true })])).toEqual([])
    expect(rowsOf([connection('a', { started_at: ago(14), isUnsigned: true })]).map((row) => row.kind)).toEqual([
      'unsigned',
    ])
  })

  it('is shown for want of a touch with at most four others', () => {
    const many = Array.from({ length: 9 }, (_, index) => connection(`c${index}`, { last_touch_at: ago(31 + index) }))
    expect(rowsOf(many).map((row) => row.days)).toEqual([39, 38, 37, 36, 35])
  })
})

describe('the order of the desk', () => {
  const row = (kind: DeskRow['kind'], days: number): DeskRow => ({ kind, key: `${kind} ${days}`, days })

  it('goes by kind, then by how long it has lasted', () => {
    const rows = [row('amber', 70), row('review', 9), row('callAsked', 1), row('red', 121), row('red', 150)]
    expect(inOrder(rows).map(({ key }) => key)).toEqual(['callAsked 1', 'red 150', 'red 121', 'amber 70', 'review 9'])
  })

  it('does not call a day with only reviews a day with work', () => {
    expect([row('review', 1), row('red', 1)].map(needsHelp)).toEqual([false, true])
  })
})

describe('a row rests', () => {
  const drifting = (touchedDaysAgo: number): DeskRow => ({
    kind: 'red',
    key: 'red a',
    days: 130,
    standing: connection('a', { last_touch_at: ago(touchedDaysAgo) }),
  })

  it('for a week after a touch', () => {
    expect(isResting(drifting(6), new Map(), now)).toBe(true)
    expect(isResting(drifting(7), new Map(), now)).toBe(false)
  })

  it('until the day it was put aside for', () => {
    expect(isResting(drifting(90), new Map([['red a', now.add({ hours: 1 })]]), now)).toBe(true)
    expect(isResting(drifting(90), new Map([['red a', now]]), now)).toBe(false)
  })

  it('never by a touch when somebody said no', () => {
    expect(isResting({ ...drifting(1), kind: 'declined' }, new Map(), now)).toBe(false)
  })
})
