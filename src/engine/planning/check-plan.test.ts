import { describe, expect, it } from 'vitest'
import { checkPlan } from './check-plan.ts'
import type { Plan, PlannedSession, UnplacedReason } from './plan.ts'
import { planSeason } from './plan-season.ts'
import type { Season, SeasonPerson } from './season.ts'
import { usualCurve } from './usual-curve.ts'

const person = (id: string, more: Partial<SeasonPerson> = {}): SeasonPerson => ({ id, zone: 'Europe/Berlin', ...more })
const series = { sessions: 2, minutes: 60, leastGapDays: 2, greatestGapDays: 3, medium: 'remote' }
const both = (one: string, other: string) => [one, other].map((personId) => ({ personId, required: true }))
const season: Season = {
  startsOn: '2027-03-22',
  endsOn: '2027-03-28',
  slotMinutes: 30,
  curve: usualCurve,
  people: [person('ada'), person('ben'), person('eva', { sessionsPerWeek: 2, minutesPerMonth: 180 })],
  series: [
    { ...series, id: 'ada-ben', members: both('ada', 'ben') },
    {
      ...series,
      id: 'ben-eva',
      members: [...both('ben', 'eva'), { personId: 'ada', required: false }],
      medium: 'Hall',
    },
    { ...series, id: 'ada-eva', members: both('ada', 'eva'), sessions: 1, medium: 'Hall', travelMinutes: 30 },
  ],
  fixed: [{ id: 'lunch', startsAt: '2027-03-23T11:00Z', minutes: 60, personIds: ['ben'] }],
  sharing: 'total first',
}
const plan = planSeason(season, { seed: 1, iterations: 300 })

/** The plan with one session changed. */
function change(seriesId: string, index: number, to: Partial<PlannedSession>): Plan {
  const sessions = plan.sessions.map((one) =>
    one.seriesId === seriesId && one.index === index ? { ...one, ...to } : one,
  )
  return { ...plan, sessions }
}

function at(seriesId: string, index: number): PlannedSession {
  return plan.sessions.find((one) => one.seriesId === seriesId && one.index === index)!
}

describe('checking a plan', () => {
  it('finds nothing wrong with a plan that is right', () => {
    expect(checkPlan(season, plan)).toEqual([])
    expect(plan.sessions.filter(({ startsAt }) => startsAt === null).map(({ seriesId }) => seriesId)).toHaveLength(1)
  })

  it.each<[string, () => Plan]>([
    ['not there', () => ({ ...plan, sessions: plan.sessions.slice(1) })],
    ['there twice', () => ({ ...plan, sessions: [...plan.sessions, plan.sessions[0]!] })],
    ['not in the season', () => ({ ...plan, sessions: [...plan.sessions, { ...plan.sessions[0]!, index: 7 }] })],
    ['two at once', () => change('ada-ben', 0, { startsAt: at('ben-eva', 0).startsAt })],
    ['two at once', () => change('ada-ben', 0, { startsAt: '2027-03-23T11:30:00Z' })],
    ['days after', () => change('ada-ben', 1, { startsAt: at('ada-ben', 0).startsAt })],
    ['impossible time', () => change('ada-ben', 0, { startsAt: '2027-03-23T01:00:00Z' })],
    ['impossible time', () => change('ada-ben', 0, { startsAt: '2027-03-29T10:00:00Z' })],
    ['begin with a slot', () => change('ada-ben', 0, { startsAt: '2027-03-23T09:10:00Z' })],
    [
      'points of ada',
      () => change('ada-ben', 0, { burdens: at('ada-ben', 0).burdens.map((one) => ({ ...one, points: 2 })) }),
    ],
    ['who must attend', () => change('ada-ben', 0, { burdens: [] })],
    ['each member once', () => change('ben-eva', 0, { missing: [], burdens: at('ben-eva', 0).burdens.slice(0, 2) })],
    ['The total is', () => ({ ...plan, total: plan.total + 1 })],
    ['bears', () => ({ ...plan, burdens: plan.burdens.map((one) => ({ ...one, points: 1 })) })],
    ['The worst burden is', () => ({ ...plan, worst: plan.worst + 1 })],
    ['bound of the total', () => ({ ...plan, certificate: { ...plan.certificate, leastTotal: plan.total + 1 } })],
    [
      'bound of the worst',
      () => ({ ...plan, certificate: { ...plan.certificate, isWorstProved: !plan.certificate.isWorstProved } }),
    ],
    ['weekly limit of eva is 1', () => plan],
    ['monthly limit of eva is 60', () => plan],
    ['not where it is pinned', () => plan],
  ])('finds what is wrong: %s', (fault, damaged) => {
    const people = season.people.map((one) => {
      if (one.id !== 'eva') return one
      return {
        ...one,
        sessionsPerWeek: fault.startsWith('weekly') ? 1 : 9,
        minutesPerMonth: fault.startsWith('monthly') ? 60 : 999,
      }
    })
    const pinned = fault.includes('pinned') ? [{ index: 0, startsAt: '2027-03-24T05:00Z' }] : []
    const changed = {
      ...season,
      people,
      series: season.series.map((one) => (one.id === 'ada-ben' ? { ...one, pinned } : one)),
    }
    expect(checkPlan(changed, damaged()).join(' ')).toContain(fault)
  })
})

describe('checking why a session has no place', () => {
  const left = plan.sessions.find(({ startsAt }) => startsAt === null)!
  const saying = (reason: Partial<UnplacedReason>) => {
    return checkPlan(season, change(left.seriesId, left.index, { reason: { ...left.reason!, ...reason } })).join(' ')
  }
  it.each<[string, Partial<UnplacedReason>]>([
    ['have a common hour', { kind: 'nobody free together', people: ['eva'] }],
    ['need not attend', { kind: 'nobody free together', people: ['nobody'] }],
    ['keeps the gaps', { kind: 'gap', sessions: [{ fixedId: 'lunch' }] }],
    ['nothing named bars', { bars: [] }],
    [
      'bars nothing',
      {
        bars: [...left.reason!.bars, { kind: 'already booked', personId: 'eva', by: { fixedId: 'lunch' }, starts: 1 }],
      },
    ],
    ['not what bars it most', { kind: 'place taken' }],
  ])('finds that %s', (fault, reason) => {
    expect(saying(reason)).toContain(fault)
  })

  it('asks for a reason', () => {
    const { reason: _, ...without } = left
    const sessions = plan.sessions.map((one) => (one === left ? without : one))
    expect(checkPlan(season, { ...plan, sessions }).join(' ')).toContain('no reason')
  })
})
