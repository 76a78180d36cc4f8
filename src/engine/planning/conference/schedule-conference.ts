import { seededChance } from '../../grouping/chance.ts'
import type { PlanOptions } from '../plan.ts'
import { annealSchedule, strideOf } from './anneal-schedule.ts'
import { assignTalks } from './assign-talks.ts'
import { checkConference, type Conference, type ConferenceWeights } from './conference.ts'
import { conferenceTable, type ConferenceTable } from './conference-table.ts'
import { everySchedule, isSmall } from './every-schedule.ts'
import { fairToSpeakers } from './fair-to-speakers.ts'
import { type Judgement, judgeSchedule } from './judge-schedule.ts'
import { ScheduleState } from './schedule-state.ts'

/** A slot for each talk, and what that is worth. */
export interface ConferenceSchedule extends Judgement {
  /** For each talk its slot. */
  slotOf: number[]
  /** No schedule is worth more than this. */
  bound: number
  isProved: boolean
  /** Moves that were tried: as `iterations` with the same seed they give the same schedule. */
  iterations: number
}

/** When to stop and whom to tell, as for a season. */
export interface ConferenceOptions extends Omit<PlanOptions, 'onBetter'> {
  onBetter?: (progress: { iterations: number; objective: number }) => void
}

const usualIterations = 3_000_000

/** Tries of a run for each talk and slot; the first runs are shorter, so that a large conference has some in its time. */
const longestRun = 400
const firstRun = 25
const stepsOfFirstRun = 1e8

/** A small conference is looked through as a whole after so many runs, when a good schedule leaves out the most. */
const runsBeforeAll = 6

/**
 * Puts the talks of a conference over several time zones into slots, one talk a slot: for many, and fairly.
 *
 * Without the participants' gap it is solved exactly (`fairToSpeakers`); with it many short annealings follow, from that
 * schedule and then from anywhere, and where there are few schedules all are looked through. What is found is judged
 * anew by `judgeSchedule`.
 *
 * @throws RangeError where the conference cannot be read or held
 * @example scheduleConference(conference, { efficiency: 1, participants: 0.5, speakers: 0.5 }, { seed: 1 }).slotOf
 */
export function scheduleConference(
  conference: Conference,
  weights: ConferenceWeights,
  options: ConferenceOptions,
): ConferenceSchedule {
  checkConference(conference)
  const table = conferenceTable(conference, weights)
  const start = fairToSpeakers(table) ?? efficientAlone(table)
  const state = new ScheduleState(table, start.slotOf)
  let bound = start.worth
  let best = state.slotOf.slice()
  let bestObjective = state.objective
  const isProved = () => bestObjective >= bound - 1e-12
  const { iterations: most = usualIterations, seconds, milliseconds = () => 0, shouldStop, onBetter } = options
  const until = seconds === undefined ? Infinity : milliseconds() + seconds * 1000
  const isOver = () => milliseconds() >= until || shouldStop?.() === true
  const chance = seededChance(options.seed)
  const stride = strideOf(state, chance)
  const places = table.talks * table.slots
  const first = Math.ceil(Math.min(firstRun * places, stepsOfFirstRun / (1 + table.participants)))
  let iterations = 0
  for (let run = 0; iterations < most && !isProved() && !isOver(); run++) {
    if (run === runsBeforeAll && isSmall(table)) {
      const { slotOf, isComplete } = everySchedule(table, bestObjective, isOver)
      if (slotOf) take(slotOf)
      if (isComplete) bound = bestObjective
      continue
    }
    state.load(run === 0 ? best : anywhere(table, chance))
    const tries = Math.min(first * 2 ** run, longestRun * places)
    iterations += annealSchedule(state, chance, Math.min(tries, most - iterations), stride, isOver)
    if (state.objective > bestObjective) take(state.slotOf)
  }
  const judgement = judgeSchedule(conference, weights, best)
  return { ...judgement, slotOf: [...best], bound, isProved: isProved(), iterations }

  function take(slotOf: Int32Array): void {
    state.load(slotOf)
    best = slotOf.slice()
    bestObjective = state.objective
    onBetter?.({ iterations, objective: bestObjective })
  }
}

function efficientAlone({ talks, slots, efficiency, weights }: ConferenceTable) {
  const worths = efficiency.map((part) => weights.efficiency * part)
  const { columnOf: slotOf, worth } = assignTalks(worths, talks, slots)!
  return { slotOf, worth }
}

function anywhere({ talks, slots }: ConferenceTable, chance: ReturnType<typeof seededChance>): number[] {
  return chance.shuffle(Array.from({ length: slots }, (_, slot) => slot)).slice(0, talks)
}
