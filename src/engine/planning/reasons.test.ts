import { describe, expect, it } from 'vitest'
import { checkPlan } from './check-plan.ts'
import type { UnplacedReason } from './plan.ts'
import { planSeason } from './plan-season.ts'
import type { Season, SeasonPerson, SeasonSeries } from './season.ts'
import { usualCurve } from './usual-curve.ts'

/** Somebody in UTC who has only these hours of Monday. */
const hours = (id: string, ...mondays: number[]): SeasonPerson => ({
  id,
  zone: 'UTC',
  week: Array.from({ length: 336 }, (_, half) => (mondays.includes(Math.floor(half / 2)) ? '2' : '0')).join(''),
})
const series = (id: string, ids: string[], more: Partial<SeasonSeries> = {}): SeasonSeries => ({
  id,
  members: ids.map((personId) => ({ personId, required: true })),
  sessions: 1,
  minutes: 60,
  leastGapDays: 1,
  greatestGapDays: 7,
  medium: 'remote',
  ...more,
})

/** The only reason in the plan of a week, Monday 8 to Sunday 14 March 2027, which the check agrees with. */
function reasonIn(more: Partial<Season>): UnplacedReason {
  const season: Season = {
    startsOn: '2027-03-08',
    endsOn: '2027-03-14',
    slotMinutes: 30,
    curve: usualCurve,
    people: [],
    series: [],
    fixed: [],
    sharing: 'total first',
    ...more,
  }
  const plan = planSeason(season, { seed: 1, iterations: 200 })
  expect(checkPlan(season, plan)).toEqual([])
  const reasons = plan.sessions.flatMap(({ reason }) => reason ?? [])
  expect(reasons).toHaveLength(1)
  return reasons[0]!
}

describe('the reason of a session without a place', () => {
  it('names the one who has no hour at all', () => {
    const people = [hours('ada', 9), hours('ben')]
    expect(reasonIn({ people, series: [series('one', ['ada', 'ben'])] })).toEqual({
      kind: 'nobody free together',
      people: ['ben'],
      sessions: [],
      bars: [],
    })
  })

  it('names the two who have no hour in common, among four', () => {
    const people = [hours('ada', 9, 10), hours('ben', 10, 11), hours('eva', 9, 10, 11), hours('leo', 9)]
    const reason = reasonIn({ people, series: [series('one', ['eva', 'ada', 'ben', 'leo'])] })
    expect(reason).toMatchObject({ kind: 'nobody free together', people: ['ben', 'leo'] })
  })

  it('names three who meet by twos only', () => {
    const people = [hours('ada', 9, 10), hours('ben', 10, 11), hours('eva', 9, 11), hours('leo', 9, 10, 11)]
    const reason = reasonIn({ people, series: [series('one', ['leo', 'ada', 'ben', 'eva'])] })
    expect(reason).toMatchObject({ kind: 'nobody free together', people: ['ada', 'ben', 'eva'] })
  })

  it('names the session whose gap leaves no common hour', () => {
    const people = [hours('ada', 9), hours('ben', 9)]
    const reason = reasonIn({ people, series: [series('one', ['ada', 'ben'], { sessions: 2 })] })
    expect(reason).toMatchObject({ kind: 'gap', sessions: [{ seriesId: 'one' }] })
  })

  it('names who is booked, and by what', () => {
    const people = [hours('ada', 9), hours('ben', 9)]
    const fixed = [{ id: 'lunch', startsAt: '2027-03-08T09:20Z', minutes: 30, personIds: ['ben'] }]
    expect(reasonIn({ people, fixed, series: [series('one', ['ada', 'ben'])] })).toEqual({
      kind: 'already booked',
      people: ['ben'],
      sessions: [{ fixedId: 'lunch' }],
      bars: [{ kind: 'already booked', personId: 'ben', by: { fixedId: 'lunch' }, starts: 1 }],
    })
  })

  it('names the place and what holds it', () => {
    const people = [hours('ada', 9), hours('ben', 9)]
    const two = ['ada', 'ben'].map((id) => series(id, [id], { medium: 'Hall' }))
    const reason = reasonIn({ people, series: two })
    expect(reason).toMatchObject({ kind: 'place taken', place: 'Hall', people: [], sessions: [{ index: 0 }] })
  })

  it('names whose week is full, and which', () => {
    const people = [{ ...hours('ada', 9, 11), sessionsPerWeek: 1 }, hours('ben', 9), hours('eva', 11)]
    const reason = reasonIn({ people, series: [series('one', ['ada', 'ben']), series('two', ['ada', 'eva'])] })
    expect(reason).toMatchObject({ kind: 'weekly limit', people: ['ada'], bars: [{ from: '2027-03-08', starts: 1 }] })
  })

  it('names whose month is full, fixed sessions before the season too', () => {
    const people = [{ ...hours('ada', 9, 11), minutesPerMonth: 120 }]
    const fixed = [{ id: 'visit', startsAt: '2027-03-01T09:00Z', minutes: 90, personIds: ['ada'] }]
    const reason = reasonIn({ people, fixed, series: [series('one', ['ada'])] })
    expect(reason).toMatchObject({ kind: 'monthly limit', people: ['ada'], bars: [{ from: '2027-03-01', starts: 2 }] })
  })
})
