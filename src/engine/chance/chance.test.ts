import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherExact } from './fisher-exact.ts'
import { holmAdjusted } from './holm-adjusted.ts'
import { wilsonInterval } from './wilson-interval.ts'

const p = (a: number, ofA: number, b: number, ofB: number) =>
  fisherExact({ one: { yes: a, of: ofA }, other: { yes: b, of: ofB } })

describe('the exact test of Fisher', () => {
  it.each([
    ['the lady tasting tea, three of four right', [3, 4, 1, 4], 34 / 70],
    ['the lady tasting tea, all right', [4, 4, 0, 4], 2 / 70],
    ['convictions of like-sex twins (Fisher)', [10, 13, 2, 17], 0.000536724],
    ['studying or not, one of twelve', [1, 10, 11, 14], 0.002759456],
    ['no difference at all', [5, 10, 5, 10], 1],
    ['nothing happened', [0, 6, 0, 9], 1],
    ['nobody in one group', [0, 0, 3, 9], 1],
  ] as const)('%s', (_, [a, ofA, b, ofB], expected) => {
    expect(p(a, ofA, b, ofB)).toBeCloseTo(expected, 8)
  })

  it('is the same whichever group comes first, and whether yes or no is counted', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)), ([a, notA, b, notB]) => {
        const one = p(a, a + notA, b, b + notB)
        expect(one).toBeGreaterThan(0)
        expect(one).toBeLessThanOrEqual(1)
        expect(p(b, b + notB, a, a + notA)).toBeCloseTo(one, 9)
        expect(p(notA, a + notA, notB, b + notB)).toBeCloseTo(one, 9)
      }),
      { numRuns: 200 },
    )
  })

  it('cries wolf in no more than one of twenty rounds where nothing matters', () => {
    let alarms = 0
    const all = 2 ** 12
    for (let bits = 0; bits < all; bits++) {
      const count = (from: number) => [0, 1, 2, 3, 4, 5].filter((bit) => bits & (1 << (bit + from))).length
      if (p(count(0), 6, count(6), 6) < 0.05) alarms += 1
    }
    expect(alarms / all).toBeLessThanOrEqual(0.05)
    expect(alarms).toBeGreaterThan(0)
  })

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ])('refuses %d of %d', (yes, of) => {
    expect(() => p(yes, of, 0, 1)).toThrow(RangeError)
  })
})

describe('the interval of Wilson', () => {
  // R. G. Newcombe, 'Two-sided confidence intervals for the single proportion', Statistics in Medicine 17, 1998, table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d', (yes, of, low, high) => {
    const found = wilsonInterval({ yes, of })
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('says nothing where nothing was counted, and mirrors', () => {
    expect(wilsonInterval({ yes: 0, of: 0 })).toEqual({ low: 0, high: 1 })
    expect(wilsonInterval({ yes: 20, of: 20 }).low).toBeCloseTo(1 - 0.1611, 4)
    expect(wilsonInterval({ yes: 20, of: 20 }).high).toBe(1)
  })
})

describe('the correction of Holm', () => {
  it('steps down from the smallest, and never falls', () => {
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
    for (const [place, value] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[place]).toBeCloseTo(value, 12)
    expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1])
    expect(holmAdjusted([])).toEqual([])
  })
})
