import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noHistory, sampleCohort } from '../sample-peers.ts'
import { makeCohort } from './fit.ts'
import { pairKey } from './hard.ts'
import { heaviest, partNames, type Weights } from './parts.ts'
import { scoreField, weighField } from './score-field.ts'

const weights = fc.record(
  Object.fromEntries(partNames.map((name) => [name, fc.integer({ min: 0, max: heaviest })])),
) as fc.Arbitrary<Weights>

it('a field scored once says the same of every pair as the profiles do, under any weights and bans', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })), { maxLength: 8 })
  fc.assert(
    fc.property(fc.integer(), weights, places, places, (seed, weighed, before, forbid) => {
      const profiles = sampleCohort(12, seed)
      const named = (pairs: [number, number][]) =>
        pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b]): [string, string] => [profiles[a]?.personId ?? '', profiles[b]?.personId ?? ''])
      const keys = (pairs: [number, number][]) => new Set(named(pairs).map((people) => pairKey(...people)))
      const context = { ...noHistory, earlier: keys(before) }
      const told = makeCohort(profiles, weighed, { ...context, forbidden: keys(forbid) })
      const weighty = weighField(scoreField(profiles, context), weighed, named(forbid))
      for (let a = 0; a < 12; a++) {
        for (let b = 0; b < 12; b++) {
          if (a === b) continue
          expect(weighty.worth(a, b)).toBe(told.worth(a, b))
          expect(weighty.points(a, b)).toBe(told.points(a, b))
          expect(weighty.hard(a, b)).toBe(told.hard(a, b))
        }
      }
      expect(weighty.allowed).toEqual(told.allowed)
      expect(weighty.fit(0, 1)).toEqual(told.fit(0, 1))
    }),
    { numRuns: 60 },
  )
})
