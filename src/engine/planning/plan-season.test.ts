import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { planSeason } from './plan-season.ts'
import { crowdedSeason, sampleSeason } from './sample-seasons.ts'
import type { Season } from './season.ts'
import { usualCurve } from './usual-curve.ts'

const some = fc.nat(1_000_000)

describe('planning a season', () => {
  it('books nobody twice, keeps gaps and limits, and gives true reasons', () => {
    fc.assert(
      fc.property(some, some, (number, seed) => {
        const season = crowdedSeason(number)
        expect(checkPlan(season, planSeason(season, { seed, iterations: 100 }))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('repeats itself for a seed and a number of steps', () => {
    fc.assert(
      fc.property(some, some, (number, seed) => {
        const season = crowdedSeason(number)
        const plan = planSeason(season, { seed, iterations: 100 })
        expect(planSeason(season, { seed, iterations: 100 })).toEqual(plan)
      }),
      { numRuns: 10 },
    )
  })

  it('is cut off by time with a plan that is right', () => {
    const season = crowdedSeason(12)
    let time = 0
    const cut = planSeason(season, { seed: 3, seconds: 1, milliseconds: () => (time += 100) })
    expect(checkPlan(season, cut)).toEqual([])
    expect(cut.iterations).toBeLessThan(20_000)
  })

  it('stops when asked, with a plan that is right', () => {
    const season = crowdedSeason(5)
    const plan = planSeason(season, { seed: 1, shouldStop: () => true })
    expect(checkPlan(season, plan)).toEqual([])
    expect(plan.iterations).toBe(0)
  })

  it('tells of each better plan, never a worse one', () => {
    const told: number[][] = []
    const season = crowdedSeason(0)
    const plan = planSeason(season, {
      seed: 1,
      iterations: 400,
      onBetter: ({ unplaced, total, worst }) => told.push([unplaced, total, worst]),
    })
    expect(told.length).toBeGreaterThan(1)
    for (const [at, [unplaced, total, worst]] of told.entries()) {
      const next = told[at + 1]
      if (!next) continue
      const isBetter = next[0]! < unplaced! || (next[0] === unplaced && (next[1]! < total! || next[2]! < worst!))
      expect(isBetter).toBe(true)
    }
    expect(checkPlan(season, plan)).toEqual([])
  })

  it('proves the least total of a season of an agency', () => {
    const season = sampleSeason({ people: 120, pairs: 50, groups: 6, seed: 2 })
    const plan = planSeason(season, { seed: 1, iterations: 2000 })
    expect(checkPlan(season, plan)).toEqual([])
    expect(plan.certificate).toMatchObject({ isTotalProved: true, isPlacingProved: true })
  })
})

describe('sharing the inconvenient hour', () => {
  const group = (zones: readonly string[], sharing: Season['sharing']): Season => ({
    startsOn: '2027-01-04',
    endsOn: '2027-03-28',
    slotMinutes: 30,
    // Every hour is possible: nothing from 9 to 18, two points more for each hour away from it.
    curve: {
      ...usualCurve,
      halfHours: Array.from({ length: 48 }, (_, half) => Math.min(20, Math.max(0, 18 - half, half - 35))),
      missing: 50,
    },
    people: zones.map((zone, at) => ({ id: `p${at}`, zone })),
    series: [
      {
        id: 'group',
        members: zones.map((_, at) => ({ personId: `p${at}`, required: true })),
        sessions: 12,
        minutes: 60,
        leastGapDays: 4,
        greatestGapDays: 10,
        medium: 'remote',
      },
    ],
    fixed: [],
    sharing,
  })

  it.each([
    [['America/Los_Angeles', 'Europe/London', 'Asia/Kolkata']],
    [['Australia/Adelaide', 'Europe/London', 'America/New_York']],
    [['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Tokyo']],
  ])('rotates for %j: near the bound, never above the best fixed hour', (zones) => {
    const fair = planSeason(group(zones, 'worst first'), { seed: 1, iterations: 4000 })
    const cheap = planSeason(group(zones, 'total first'), { seed: 1, iterations: 4000 })
    expect(checkPlan(group(zones, 'worst first'), fair)).toEqual([])
    const greatestOfOne = Math.max(...fair.sessions.flatMap(({ burdens }) => burdens.map(({ points }) => points)))
    expect(fair.worst).toBeLessThanOrEqual(fair.certificate.leastWorst + greatestOfOne)
    expect(fair.worst).toBeLessThanOrEqual(12 * bestFixedHour(zones))
    expect(fair.worst).toBeLessThan(cheap.worst)
    expect(fair.total).toBeGreaterThan(cheap.total)
  })

  /** The least worst burden of one session in January, when no clock has changed, over all hours of a working day. */
  function bestFixedHour(zones: readonly string[]): number {
    const { curve } = group(zones, 'total first')
    let best = Infinity
    for (let half = 0; half < 48; half++) {
      const at = Temporal.Instant.from('2027-01-06T00:00:00Z').add({ minutes: 30 * half })
      const points = zones.map((zone) => {
        const local = [at, at.add({ minutes: 30 })].map((one) => one.toZonedDateTimeISO(zone))
        return Math.max(...local.map(({ hour, minute }) => curve.halfHours[hour * 2 + (minute >= 30 ? 1 : 0)]!))
      })
      best = Math.min(best, Math.max(...points))
    }
    return best
  }
})

describe('a malformed season', () => {
  const season = sampleSeason({ people: 6, pairs: 2, groups: 0, seed: 1 })
  const [person, series] = [season.people[0]!, season.series[0]!]
  it.each<[string, Partial<Season>]>([
    ['ends before it begins', { endsOn: '2027-01-01' }],
    ['is no day', { startsOn: '2027-02-31x' }],
    ['400 days', { endsOn: '2029-01-01' }],
    ['15 or 30', { slotMinutes: 20 }],
    ['48 half-hours', { curve: { ...usualCurve, halfHours: [0] } }],
    ['A missing member needs points', { curve: { ...usualCurve, missing: 3 } }],
    ['there twice', { people: [...season.people, person] }],
    ['unknown', { people: [{ ...person, zone: 'Mars/Base' }, ...season.people.slice(1)] }],
    ['336 marks', { people: [{ ...person, week: '2' }, ...season.people.slice(1)] }],
    ['who is nobody', { series: [{ ...series, members: [{ personId: 'nobody', required: true }] }] }],
    ['needs a required member', { series: [{ ...series, members: [] }] }],
    ['least gap', { series: [{ ...series, leastGapDays: 0 }] }],
    ['greatest gap', { series: [{ ...series, leastGapDays: 9, greatestGapDays: 8 }] }],
    [
      'pins one session twice',
      { series: [{ ...series, pinned: [0, 0].map((index) => ({ index, startsAt: '2027-03-01T10:00Z' })) }] },
    ],
    ['no moment', { fixed: [{ id: 'f', startsAt: 'noon', minutes: 60, personIds: [] }] }],
    ['no series', { fixed: [{ id: 'f', startsAt: '2027-03-01T10:00Z', minutes: 60, personIds: [], seriesId: 'x' }] }],
  ])('is refused: %s', (sentence, change) => {
    expect(() => planSeason({ ...season, ...change }, { seed: 1, iterations: 1 })).toThrow(sentence)
  })

  it('needs a clock for seconds', () => {
    expect(() => planSeason(season, { seed: 1, seconds: 1 })).toThrow('clock')
  })
})
