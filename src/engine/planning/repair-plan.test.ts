import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from './check-plan.ts'
import type { PlannedSession } from './plan.ts'
import { planSeason } from './plan-season.ts'
import { repairPlan } from './repair-plan.ts'
import { crowdedSeason, sampleSeason } from './sample-seasons.ts'
import { startsFor } from './starts-for.ts'

const options = { seed: 1, iterations: 150 }
const some = fc.nat(1_000_000)

describe('repairing a plan', () => {
  it('moves nothing when nothing has changed', () => {
    fc.assert(
      fc.property(some, (number) => {
        const season = crowdedSeason(number)
        const plan = planSeason(season, { seed: 2, iterations: 400 })
        const repaired = repairPlan(season, plan, options)
        const placed = (one: typeof plan) => one.sessions.filter(({ startsAt }) => startsAt !== null).length
        // Where the search for the first plan left room for one more session, a move can be worth it.
        if (placed(repaired.plan) > placed(plan)) return
        expect(repaired.moved).toEqual([])
        expect(repaired.plan.sessions).toEqual(plan.sessions)
      }),
      { numRuns: 15 },
    )
  })

  it('moves one session when one day is lost and there is room', () => {
    const season = sampleSeason({ people: 30, pairs: 12, groups: 1, seed: 3 })
    const plan = planSeason(season, options)
    // The last session of a pair, alone on its day for one of the two: it can go later.
    const dayOf = (session: { startsAt: string | null }, id: string) => {
      const { zone } = season.people.find((one) => one.id === id)!
      return Temporal.Instant.from(session.startsAt!).toZonedDateTimeISO(zone).toPlainDate().toString()
    }
    const isAlone = (session: PlannedSession) => {
      const who = session.burdens[0]!.personId
      const own = plan.sessions.filter(({ burdens }) => burdens.some(({ personId }) => personId === who))
      return own.filter((other) => dayOf(other, who) === dayOf(session, who)).length === 1
    }
    const last = plan.sessions.find((one) => one.index === 2 && one.startsAt !== null && isAlone(one))!
    const who = last.burdens[0]!.personId
    const day = dayOf(last, who)
    const exception = { from: day, to: day, level: '0' as const }
    const people = season.people.map((one) => (one.id === who ? { ...one, exceptions: [exception] } : one))
    const { plan: repaired, moved } = repairPlan({ ...season, people }, plan, options)
    expect(moved.map(({ seriesId, index }) => [seriesId, index])).toEqual([[last.seriesId, 2]])
    expect(moved[0]).toMatchObject({ from: last.startsAt })
    expect(checkPlan({ ...season, people }, repaired)).toEqual([])
  })

  it('gives a right plan, and moves only what it names', () => {
    fc.assert(
      fc.property(some, some, (number, other) => {
        const season = crowdedSeason(number)
        const plan = planSeason(season, options)
        const people = season.people.map((one, at) =>
          at === other % season.people.length ? { ...one, week: undefined } : one,
        )
        const changed = {
          ...season,
          people: people.map(({ week, ...one }) => (week === undefined ? one : { ...one, week })),
        }
        const { plan: repaired, moved } = repairPlan(changed, plan, options)
        expect(checkPlan(changed, repaired)).toEqual([])
        for (const { seriesId, index, startsAt } of plan.sessions) {
          if (startsAt === null || moved.some((one) => one.seriesId === seriesId && one.index === index)) continue
          const now = repaired.sessions.find((one) => one.seriesId === seriesId && one.index === index)!
          expect(now.startsAt).toBe(startsAt)
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('the starts a session could have', () => {
  it('cost what they say, and clash where a plan with them would be wrong', () => {
    fc.assert(
      fc.property(some, some, (number, choice) => {
        // Who attends without having to is worked out anew by a plan; here everybody must.
        const season = crowdedSeason(number)
        const series = season.series.map((one) => ({
          ...one,
          members: one.members.map((member) => ({ ...member, required: true })),
        }))
        const all = { ...season, series }
        const plan = planSeason(all, options)
        const session = plan.sessions[choice % plan.sessions.length]!
        const { seriesId, index } = session
        if (series.find(({ id }) => id === seriesId)!.pinned) return
        const starts = startsFor(all, plan, seriesId, index)
        const step = Math.ceil(starts.length / 6)
        for (const start of starts.filter((_, at) => at % step === choice % step)) {
          const burdens = series
            .find(({ id }) => id === seriesId)!
            .members.map(({ personId }) => {
              const before = session.burdens.find((one) => one.personId === personId)?.points ?? 0
              const change = start.changes.find((one) => one.personId === personId)?.points ?? 0
              return { personId, points: before + change }
            })
          const { reason: _, ...placed } = session
          const moved = { ...placed, startsAt: start.startsAt, burdens, missing: [] }
          const points = new Map(plan.burdens.map((one) => [one.personId, one.points]))
          for (const { personId, points: more } of start.changes) points.set(personId, points.get(personId)! + more)
          const worst = Math.max(...points.values())
          const changed = {
            ...plan,
            sessions: plan.sessions.map((one) => (one === session ? moved : one)),
            total: plan.total + start.change,
            burdens: plan.burdens.map(({ personId }) => ({ personId, points: points.get(personId)! })),
            worst,
            certificate: {
              ...plan.certificate,
              leastTotal: 0,
              isTotalProved: plan.total + start.change === 0,
              leastWorst: 0,
              isWorstProved: worst === 0,
            },
          }
          // Reasons of other sessions may change with it.
          const faults = checkPlan(all, changed).filter((fault) => !/reason|bars|hour/.test(fault))
          expect({ start, faults: faults.length > 0 }).toEqual({ start, faults: start.clashes.length > 0 })
        }
      }),
      { numRuns: 15 },
    )
  })

  it('name nobody for a session that is not there', () => {
    const season = crowdedSeason(1)
    expect(() => startsFor(season, { sessions: [] }, 'nothing', 0)).toThrow('no session')
  })
})
