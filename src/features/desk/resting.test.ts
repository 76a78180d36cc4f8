import { describe, expect, it } from 'vitest'
import { connectionRows } from './connection-rows.ts'
import { restsAfterHelp, sortOut } from './resting.ts'
import type { DeskRow } from './row.ts'
import { ago, sampleMoment, sampleNow as now, sampleTie } from './sample-tie.ts'
import type { Tie } from './tie.ts'
import { inOrder, isUrgent, needsHelp } from './urgency.ts'

const row = (kind: DeskRow['kind'], days: number, more: Partial<DeskRow> = {}): DeskRow => {
  const key = `${kind} ${days}`
  return { kind, key, about: key, days, since: null, helpedAt: null, ...more }
}
const nothing = new Set<string>()
const keys = (rows: DeskRow[]) => rows.map(({ key }) => key)

describe('the order of the desk', () => {
  it('goes by kind, then by how long it has lasted, then by name', () => {
    const rows = [row('amber', 70), row('review', 9), row('callAsked', 1), row('red', 121), row('red', 150)]
    expect(keys(inOrder(rows))).toEqual(['callAsked 1', 'red 150', 'red 121', 'amber 70', 'review 9'])
    expect(keys(inOrder([row('red', 1, { key: 'red b' }), row('red', 1, { key: 'red a' })]))).toEqual([
      'red a',
      'red b',
    ])
  })

  it('puts the authority that lapses sooner first', () => {
    expect(keys(inOrder([row('authorityLapsing', -20), row('authorityLapsing', -3)]))).toEqual([
      'authorityLapsing -3',
      'authorityLapsing -20',
    ])
  })

  it.each([
    ['callAsked', true, true],
    ['declined', true, true],
    ['amber', true, false],
    ['mailFailed', true, false],
    ['unsigned', false, false],
    ['authorityMissing', false, false],
    ['review', false, false],
    ['untouched', false, false],
  ] as const)('%s: needs a person today %s, bears the mark %s', (kind, needs, bears) => {
    expect([needsHelp(row(kind, 1)), isUrgent(row(kind, 1))]).toEqual([needs, bears])
  })
})

describe('a row rests', () => {
  it.each<[string, number | null, number | null, boolean]>([
    // days since help, days since it became what it is
    ['never when nobody helped', null, 20, false],
    ['right after help', 0, 20, true],
    ['on the sixth day', 6.9, 20, true],
    ['no more on the seventh', 7, 20, false],
    ['not when it became worse since', 3, 2, false],
    ['when it was so before', 3, 3, true],
    ['when it began nowhere in particular', 3, null, true],
  ])('%s', (_, helped, since, rests) => {
    const at = (days: number | null) => (days === null ? null : ago(days))
    expect(restsAfterHelp(row('red', 130, { helpedAt: at(helped), since: at(since) }), now)).toBe(rests)
  })

  it('while it is put aside', () => {
    const rows = [row('red', 130)]
    expect(sortOut(rows, new Set(['red 130']), now)).toEqual({ rows: [], resting: 1 })
    expect(sortOut(rows, nothing, now)).toEqual({ rows, resting: 0 })
  })

  it('but comes back when it has become another one meanwhile', () => {
    expect(keys(sortOut([row('red', 121)], new Set(['amber 70']), now).rows)).toEqual(['red 121'])
  })
})

describe('what the desk shows', () => {
  const shown = (ties: Tie[], aside = nothing) => {
    const { rows, resting } = sortOut(connectionRows(ties, sampleMoment), aside, now)
    return [...keys(rows), `${resting} rest`]
  }
  const noTime = { askedAt: ago(9), endedAt: ago(4) }
  const silent = { state: 'quiet', watch_state: 'red', last_contact_at: ago(130), last_touch_at: ago(90) }

  it('is the most telling row of a connection alone', () => {
    expect(shown([sampleTie(silent, {}, [{}, { agreedVersion: null }])])).toEqual(['red a', '0 rest'])
    expect(shown([sampleTie(silent, { noTime })])).toEqual(['noTime a', '0 rest'])
  })

  it('is nothing less telling in its place while it is put aside', () => {
    expect(shown([sampleTie(silent)], new Set(['red a']))).toEqual(['1 rest'])
  })

  it('is only what is new after help', () => {
    expect(
      shown([sampleTie({ ...silent, last_touch_at: ago(3) }, { noTime: { askedAt: ago(9), endedAt: ago(2) } })]),
    ).toEqual(['noTime a', '0 rest'])
    expect(shown([sampleTie({ ...silent, last_touch_at: ago(3) }, { noTime })])).toEqual(['1 rest'])
  })

  it('has at most five connections that only want a look, the longest first', () => {
    const ties = Array.from({ length: 9 }, (_, index) => sampleTie({ id: `c${index}`, last_touch_at: ago(31 + index) }))
    expect(shown(ties)).toEqual([
      'untouched c8',
      'untouched c7',
      'untouched c6',
      'untouched c5',
      'untouched c4',
      '0 rest',
    ])
  })
})
