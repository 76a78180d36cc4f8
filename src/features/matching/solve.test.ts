import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import { type Cohort, makeCohort } from './fit/fit.ts'
import { pairKey } from './fit/hard.ts'
import { usualWeights } from './fit/parts.ts'
import { explainLeftOut } from './left-out.ts'
import { everyTwo, pinnedGroups } from './pins.ts'
import { priceCandidates } from './price.ts'
import { makeProposal } from './proposal.ts'
import { noHistory, sampleCohort, samplePeer } from './sample-peers.ts'
import { solve } from './solve.ts'

/** The most pairs and, among these, the most points, by trying everything. */
function best(cohort: Cohort, left = cohort.peers.map((_peer, place) => place)): [pairs: number, worth: number] {
  const [first, ...rest] = left
  if (first === undefined) return [0, 0]
  let found = best(cohort, rest)
  for (const other of rest) {
    const worth = cohort.worth(first, other)
    if (worth < 0) continue
    const [pairs, sum] = best(
      cohort,
      rest.filter((place) => place !== other),
    )
    if (pairs + 1 > found[0] || (pairs + 1 === found[0] && sum + worth > found[1])) found = [pairs + 1, sum + worth]
  }
  return found
}

function smallCohort(seed: number, count: number, context = noHistory): Cohort {
  return makeCohort(sampleCohort(count, seed), usualWeights, context)
}

describe('the pairs of a round', () => {
  it('are as many and as good as trying everything finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 9 }), (seed, count) => {
        const cohort = smallCohort(seed, count)
        const { groups, pairsWorth } = solve(cohort, [])
        expect([groups.length, pairsWorth]).toEqual(best(cohort))
      }),
      { numRuns: 150 },
    )
  })

  it('never break a hard rule, keep every pin, and have each person once', () => {
    const ids = fc.integer({ min: 0, max: 13 })
    const pairsOfIds = fc.array(fc.tuple(ids, ids), { maxLength: 6 })
    fc.assert(
      fc.property(fc.integer(), pairsOfIds, pairsOfIds, pairsOfIds, (seed, forbid, before, pin) => {
        const profiles = sampleCohort(14, seed)
        const idOf = (place: number) => profiles[place]?.personId ?? ''
        const named = (pairs: [number, number][]) =>
          pairs.filter(([a, b]) => a !== b).map(([a, b]) => [idOf(a), idOf(b)] as [string, string])
        const keys = (pairs: [number, number][]) => new Set(named(pairs).map((pair) => pairKey(...pair)))
        const context = { ...noHistory, forbidden: keys(forbid), earlier: keys(before) }
        const cohort = makeCohort(profiles, usualWeights, context)
        const pins = pinnedGroups(named(pin), cohort)
        const { groups, leftOut } = solve(cohort, pins)

        expect([...groups.flat(), ...leftOut].toSorted((a, b) => a - b)).toEqual(profiles.map((_peer, place) => place))
        for (const group of groups) {
          expect([2, 3]).toContain(group.length)
          for (const [a, b] of everyTwo(group.map(idOf))) {
            expect(cohort.hard(cohort.placeOf.get(a) ?? -1, cohort.placeOf.get(b) ?? -1)).toBeNull()
          }
        }
        for (const pin of pins) {
          const holder = groups.find((group) => pin.every((place) => group.includes(place)))
          expect(holder?.slice(0, 2)).toEqual(pin.length === 2 ? pin : pin.slice(0, 2))
        }
        const twice = solve(cohort, pins)
        expect(twice).toEqual({ groups, leftOut, pairsWorth: twice.pairsWorth })
      }),
      { numRuns: 200 },
    )
  })

  it('take the odd one into the pair where they fit best', () => {
    const profiles = [
      samplePeer('ana', { offers: ['a'], wants: ['k'] }),
      samplePeer('kofi', { offers: ['k'], wants: ['a'] }),
      samplePeer('luc', { offers: ['l'], wants: ['m'] }),
      samplePeer('mei', { offers: ['m'], wants: ['l'] }),
      samplePeer('nia', { offers: ['x'], wants: ['l'] }),
    ]
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    expect(solve(cohort, [])).toMatchObject({
      groups: [
        [0, 1],
        [2, 3, 4],
      ],
      leftOut: [],
    })
    expect(makeProposal(cohort, [2, 3, 4]).personIds).toEqual(['luc', 'mei', 'nia'])
  })

  it('let the odd one join a pinned pair only where no other pair is left', () => {
    const profiles = ['ana', 'kofi', 'luc', 'mei', 'nia'].map((id) => samplePeer(id))
    expect(solve(makeCohort(profiles.slice(0, 3), usualWeights, noHistory), [[0, 1]]).groups).toEqual([[0, 1, 2]])
    const five = solve(makeCohort(profiles, usualWeights, noHistory), [[0, 1]])
    expect(five.groups).toContainEqual([0, 1])
    expect(five.leftOut).toEqual([])
  })

  it('leave the odd one out rather than break a rule', () => {
    const profiles = ['ana', 'kofi', 'luc'].map((id) => samplePeer(id))
    const forbidden = new Set([pairKey('ana', 'luc')])
    const kept = makeCohort(profiles, usualWeights, { ...noHistory, forbidden })
    expect(solve(kept, []).leftOut).toHaveLength(1)
  })

  it('keep three who are pinned each to each as a trio', () => {
    const profiles = ['ana', 'kofi', 'luc', 'mei'].map((id) => samplePeer(id))
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    const pins = pinnedGroups(everyTwo(['mei', 'ana', 'luc']), cohort)
    expect(pins).toEqual([[0, 2, 3]])
    expect(solve(cohort, pins)).toMatchObject({ groups: [[0, 2, 3]], leftOut: [1] })
  })

  it('let pins rest whose people do not take part or may not meet', () => {
    const profiles = [samplePeer('ana'), samplePeer('kofi', { organisationIds: ['home of ana'] })]
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    expect(
      pinnedGroups(
        [
          ['ana', 'kofi'],
          ['ana', 'gone'],
        ],
        cohort,
      ),
    ).toEqual([])
  })
})

describe('who is left out', () => {
  const french = { languages: [{ language: 'fr', level: 'native' as const }] }

  it.each([
    ['nobody else takes part', [samplePeer('ana')], 'nobody else', null],
    ['no language', [samplePeer('ana', french), samplePeer('kofi'), samplePeer('luc')], 'no language', 'kofi'],
    [
      'one organisation',
      [samplePeer('ana'), samplePeer('kofi', { organisationIds: ['home of ana'] })],
      'kept apart',
      'kofi',
    ],
    [
      'several rules',
      [
        samplePeer('ana', french),
        samplePeer('kofi'),
        samplePeer('luc', { ...french, organisationIds: ['home of ana'] }),
      ],
      'several rules',
      'luc',
    ],
  ])('is told why: %s', (_what, profiles, reason, nearest) => {
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    const why = explainLeftOut(cohort, 0)
    expect([why.reason, why.nearest[0]?.personId ?? null]).toEqual([reason, nearest])
  })

  it('is shown the best whom the rules allow, not the best of all', () => {
    const profiles = [
      samplePeer('ana', { wishes: ['kofi'] }),
      samplePeer('kofi', { organisationIds: ['home of ana'] }),
      samplePeer('luc'),
    ]
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    expect(explainLeftOut(cohort, 0)).toMatchObject({ reason: 'all taken', nearest: [{ personId: 'luc' }] })
  })
})

describe('the price of a swap', () => {
  it('is exactly what all pairs lose, for every candidate', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const cohort = smallCohort(seed, 10)
        const before = solve(cohort, [])
        for (const { place, cost, moreLeftOut } of priceCandidates(cohort, [], 0, 20)) {
          const rest = cohort.peers.map((_peer, other) => other).filter((other) => other !== 0 && other !== place)
          const [pairs, worth] = best(cohort, rest)
          const after = solve(cohort, [[0, place]])
          expect(cost).toBe(before.pairsWorth - cohort.worth(0, place) - worth)
          expect(after.groups).toHaveLength(pairs + 1)
          expect(moreLeftOut).toBe(after.leftOut.length - before.leftOut.length)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('offers nobody who is pinned or kept apart, and whom one asks for', () => {
    const cohort = makeCohort(
      ['ana', 'kofi', 'luc', 'mei', 'nia'].map((id) => samplePeer(id)),
      usualWeights,
      {
        ...noHistory,
        forbidden: new Set([pairKey('ana', 'nia')]),
      },
    )
    const offered = priceCandidates(cohort, [[1, 2]], 0, 5).map(({ place }) => place)
    expect(offered).toEqual([3])
    expect(priceCandidates(cohort, [], 0, 0, [2]).map(({ place }) => place)).toContain(2)
  })
})

describe('what an act changed', () => {
  it('counts kept, new and lost groups, whoever is named first in them', () => {
    const before = {
      groups: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      pairsWorth: 100,
    }
    const after = {
      groups: [
        ['b', 'a'],
        ['c', 'e'],
      ],
      pairsWorth: 90,
    }
    expect(changesBetween(before, after, true)).toEqual({
      kept: 1,
      fresh: [['c', 'e']],
      lost: [['c', 'd']],
      gained: -10,
    })
    expect(changesBetween(before, after, false).gained).toBeNull()
    expect(changesBetween(null, after, true)).toEqual({ kept: 0, fresh: after.groups, lost: [], gained: null })
  })
})

describe('500 peers', () => {
  it('are scored, paired and explained in under three seconds of the processor', () => {
    const profiles = sampleCohort(500, 1)
    const before = process.cpuUsage()
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    const { groups, leftOut } = solve(cohort, [])
    const proposals = groups.map((group) => makeProposal(cohort, group))
    const { user, system } = process.cpuUsage(before)
    const milliseconds = (user + system) / 1000
    process.stdout.write(
      `500 peers matched in ${milliseconds.toFixed(0)} ms of CPU: ${proposals.length} groups, ${leftOut.length} left out.\n`,
    )
    expect(proposals.length).toBeGreaterThan(200)
    expect(milliseconds).toBeLessThan(3000)
  })
})
