import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConference } from '../../../commands/engine/conference-file.ts'
import { readText } from '../../../commands/engine/engine-file.ts'
import { assignTalks } from './assign-talks.ts'
import { conferenceTable } from './conference-table.ts'
import { judgeSchedule } from './judge-schedule.ts'
import { sampleConference } from './sample-conferences.ts'
import { scheduleConference } from './schedule-conference.ts'
import { ScheduleState } from './schedule-state.ts'

const weight = fc.constantFrom(0, 0.01, 0.5, 1)
const asked = fc.record({
  participants: fc.integer({ min: 1, max: 6 }),
  talks: fc.integer({ min: 1, max: 4 }),
  spare: fc.integer({ min: 0, max: 2 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  weights: fc.record({ efficiency: weight, participants: weight, speakers: weight }),
})

const sampled = ({
  participants,
  talks,
  spare,
  seed,
}: {
  participants: number
  talks: number
  spare: number
  seed: number
}) => sampleConference(participants, talks, talks + spare, seed)

/** Every way to put so many talks into so many slots. */
function everySchedule(talks: number, slots: number): number[][] {
  if (talks === 0) return [[]]
  return everySchedule(talks - 1, slots).flatMap((schedule) =>
    Array.from({ length: slots }, (_, slot) => slot)
      .filter((slot) => !schedule.includes(slot))
      .map((slot) => [...schedule, slot]),
  )
}

test('the schedule found is the best of all there are, and no bound is below it', () => {
  fc.assert(
    fc.property(asked, (ask) => {
      const conference = sampled(ask)
      const all = everySchedule(conference.talks, conference.slots)
      const best = Math.max(...all.map((schedule) => judgeSchedule(conference, ask.weights, schedule).objective))
      const found = scheduleConference(conference, ask.weights, { seed: 1, iterations: 200_000 })
      expect(found.objective).toBeCloseTo(best, 9)
      expect(found.bound).toBeGreaterThanOrEqual(best - 1e-9)
      if (ask.weights.participants === 0) expect(found.isProved).toBe(true)
      if (found.isProved) expect(found.bound).toBeCloseTo(best, 9)
      expect(new Set(found.slotOf).size).toBe(conference.talks)
    }),
    { numRuns: 60 },
  )
})

test('what a move is said to be worth is what the schedule is worth after it', () => {
  fc.assert(
    fc.property(asked, fc.array(fc.nat(), { minLength: 2, maxLength: 20 }), (ask, choices) => {
      const conference = sampled(ask)
      const { talks, slots } = conference
      const state = new ScheduleState(conferenceTable(conference, ask.weights), [...Array(talks).keys()])
      for (let at = 0; at + 1 < choices.length; at += 2) {
        const [talk, slot] = [choices[at]! % talks, choices[at + 1]! % slots]
        if (state.slotOf[talk] === slot) continue
        state.move(talk, slot, state.tryMove(talk, slot))
        expect(state.objective).toBeCloseTo(judgeSchedule(conference, ask.weights, state.slotOf).objective, 9)
      }
    }),
  )
})

test('an assignment is the dearest of all, with barred places', () => {
  fc.assert(
    fc.property(asked, fc.array(fc.nat({ max: 8 }), { maxLength: 3 }), ({ talks, spare, seed }, barred) => {
      const slots = talks + spare
      const { interest: worth } = sampleConference(slots, talks, slots, seed)
      for (const place of barred) if (place < talks * slots) worth[place] = -Infinity
      const sum = (schedule: number[]) => schedule.reduce((all, slot, talk) => all + worth[talk * slots + slot]!, 0)
      const best = Math.max(...everySchedule(talks, slots).map(sum))
      const found = assignTalks(worth, talks, slots)
      if (best === -Infinity) expect(found).toBeUndefined()
      else expect(found!.worth).toBeCloseTo(best, 9)
    }),
  )
})

test('the same seed and iterations give the same schedule', () => {
  const conference = sampleConference(20, 8, 12, 5)
  const weights = { efficiency: 1, participants: 0.5, speakers: 0.5 }
  const [once, again] = [1, 2].map(() => scheduleConference(conference, weights, { seed: 9, iterations: 30_000 }))
  expect(once).toEqual(again)
  expect(once!.iterations).toBe(30_000)
})

test('a conference that cannot be held is refused in a sentence', () => {
  const conference = sampleConference(2, 2, 2, 1)
  const call = (changed: object) => () =>
    scheduleConference({ ...conference, ...changed }, { efficiency: 1, participants: 0, speakers: 0 }, { seed: 1 })
  expect(call({ slots: 1 })).toThrow('2 talks do not fit in 1 slots.')
  expect(call({ interest: new Float64Array(3) })).toThrow('The interest has 3 numbers, not 2 times 2.')
  expect(call({ availability: Float64Array.of(1, 1, 1, -1) })).toThrow('of participant 1 in column 1 is -1')
})

const data = new URL('../../../../../shared/data/planning/', import.meta.url)
if (existsSync(data)) {
  const path = (name: string) => new URL(name, data).pathname
  const published = readFileSync(path('fairconf_published.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([set, , , , efficiency, participants, speakers, objective]) => ({
      set: set!,
      weights: { efficiency: Number(efficiency), participants: Number(participants), speakers: Number(speakers) },
      objective: Number(objective),
    }))
  const conferenceOf = (set: string) => readConference(path(`${set}_A.csv.gz`), path(`${set}_V.csv.gz`))

  test.each([
    ['syn10', 'published_syn10_1.0_0.5_0.5_ILP_CN10_FB1_PrioLvls1.csv.gz'],
    ['fatrecContInterest', 'published_fatrecContInterest_1.0_0.5_0.5_ILP_CN40_FB1_PrioLvls1.csv.gz'],
  ])('the published schedule of %s is worth what its authors say', (set, file) => {
    const schedule = readText(path(file))
      .trim()
      .split('\n')
      .map((line) => line.split(',').indexOf('1'))
    const weights = { efficiency: 1, participants: 0.5, speakers: 0.5 }
    const said = published.find((row) => row.set === set && JSON.stringify(row.weights) === JSON.stringify(weights))
    expect(judgeSchedule(conferenceOf(set), weights, schedule).objective).toBeCloseTo(said!.objective, 8)
  })

  test.each(published.filter((_, row) => row % 15 === 5))('the published $objective of $set is equalled', (row) => {
    const found = scheduleConference(conferenceOf(row.set), row.weights, { seed: 1, iterations: 1_500_000 })
    expect(found.objective).toBeGreaterThan(row.objective - 1e-8)
    if (row.set === 'syn10')
      expect(found).toMatchObject({ isProved: true, objective: expect.closeTo(row.objective, 8) })
  })
}
