import { describe, expect, it } from 'vitest'
import { makeCohort } from './fit/fit.ts'
import { usualWeights } from './fit/parts.ts'
import { isLetDown } from './let-down.ts'
import { reportingLines } from './reporting-lines.ts'
import { noHistory, sampleCohort, samplePeer } from './sample-peers.ts'
import { solve } from './solve.ts'

const member = (person_id: string, answer: string | null) => ({ person_id, answer })

describe('who was let down', () => {
  const quiet = { last_contact_at: null, stuck_at: null }
  it.each([
    ['the other declined', { ...quiet, state: 'declined' }, 'yes', 'no', true],
    ['who declined was not', { ...quiet, state: 'declined' }, 'no', 'yes', false],
    ['the other never answered', { ...quiet, state: 'proposed', stuck_at: 'now' }, 'yes', null, true],
    ['the other still may answer', { ...quiet, state: 'proposed' }, 'yes', null, false],
    ['who never answered was not', { ...quiet, state: 'proposed', stuck_at: 'now' }, null, 'yes', false],
    ['closed without contact', { ...quiet, state: 'closed' }, 'yes', 'yes', true],
    ['closed after contact', { ...quiet, state: 'closed', last_contact_at: 'then' }, 'yes', 'yes', false],
    ['still going on', { ...quiet, state: 'active' }, 'yes', 'yes', false],
  ] as const)('%s', (_what, connection, own, other, letDown) => {
    expect(isLetDown(connection, [member('ana', own), member('kofi', other)], 'ana')).toBe(letDown)
  })
})

describe('reporting lines', () => {
  it('reach to the top, never across, and end in a circle', () => {
    const steps = [
      { under: 'ana', over: 'boss' },
      { under: 'kofi', over: 'boss' },
      { under: 'boss', over: 'minister' },
      { under: 'minister', over: 'boss' },
    ]
    expect([...reportingLines(steps)].toSorted()).toEqual([
      'ana boss',
      'ana minister',
      'boss kofi',
      'boss minister',
      'kofi minister',
    ])
  })
})

describe('who comes first', () => {
  it('is paired before others, though it costs fit, and never at the price of a pair', () => {
    // Three of whom two can be paired, and a fourth whom nobody can be with.
    const peers = ['ana', 'kofi', 'luc'].map((id) => samplePeer(id, id === 'luc' ? {} : { problemTopicId: 'debt' }))
    const alone = samplePeer('yoko', { languages: [{ language: 'ja', level: 'native' }] })
    const plain = makeCohort([...peers, alone], usualWeights, noHistory)
    const context = { ...noHistory, forbidden: new Set(['ana luc']) }
    const first = { ...context, leftOutLast: new Set(['luc', 'yoko']) }
    const pairsOf = (cohort: typeof plain) => solve(cohort, []).groups.map((group) => group.slice(0, 2))
    expect(pairsOf(plain)).toEqual([[0, 1]])
    expect(pairsOf(makeCohort([...peers, alone], usualWeights, context))).toEqual([[0, 1]])
    expect(pairsOf(makeCohort([...peers, alone], usualWeights, first))).toEqual([[1, 2]])
  })

  it('is settled exactly: most pairs, then most of those who come first, then the best fit', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const profiles = sampleCohort(7, seed)
      const leftOutLast = new Set(
        profiles.filter((_peer, place) => (place + seed) % 3 === 0).map((one) => one.personId),
      )
      const cohort = makeCohort(profiles, usualWeights, { ...noHistory, leftOutLast })
      const isFirst = (place: number) => leftOutLast.has(profiles[place]?.personId ?? '')
      let best = [0, 0, 0]
      const tryAll = (from: number, taken: ReadonlySet<number>, score: number[]) => {
        if (score.join().localeCompare(best.join(), 'en', { numeric: true }) > 0) best = score
        for (const [a, b, worth] of cohort.allowed.filter(([a, b]) => a >= from && !taken.has(a) && !taken.has(b))) {
          const [pairs = 0, first = 0, points = 0] = score
          const more = Number(isFirst(a)) + Number(isFirst(b))
          tryAll(a + 1, new Set([...taken, a, b]), [pairs + 1, first + more, points + worth])
        }
      }
      tryAll(0, new Set(), [0, 0, 0])
      const { groups, pairsWorth } = solve(cohort, [])
      const first = groups.flatMap((group) => group.slice(0, 2)).filter(isFirst).length
      expect([groups.length, first, pairsWorth], `seed ${seed}`).toEqual(best)
    }
  })
})
