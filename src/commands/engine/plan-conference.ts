import type { z } from 'zod'
import type { ConferenceWeights } from '../../engine/planning/conference/conference.ts'
import { judgeSchedule } from '../../engine/planning/conference/judge-schedule.ts'
import { scheduleConference } from '../../engine/planning/conference/schedule-conference.ts'
import { UsageError } from '../command.ts'
import { readConference } from './conference-file.ts'
import { conferenceResult } from './conference-json.ts'
import { readJson } from './engine-file.ts'
import { milliseconds } from './processor-clock.ts'
import { secondsFlag, wholeFlag } from './flags.ts'

type Flags = ReadonlyMap<string, string>
type Result = z.infer<typeof conferenceResult>

/** `engine plan --fairconf`: the talks of a conference into slots. */
export function planConference(availabilityFile: string, interestFile: string, flags: Flags): Result {
  const weights = weightsOf(flags.get('weights'))
  const conference = readConference(availabilityFile, interestFile)
  const seed = wholeFlag(flags, 'seed', 0) ?? 1
  const iterations = wholeFlag(flags, 'iterations', 0)
  const limit = iterations === undefined ? { iterations: Infinity, seconds: secondsFlag(flags) ?? 2 } : { iterations }
  const { slotOf, ...found } = scheduleConference(conference, named(weights), { seed, ...limit, milliseconds })
  return { ...found, slots: slotOf, weights, seed }
}

/** `engine check` for conferences: judges the schedule anew, from the two tables alone. */
export function checkConferenceResult(availabilityFile: string, interestFile: string, text: string) {
  const result = readJson(conferenceResult.pick({ objective: true, slots: true, weights: true }), text)
  const conference = readConference(availabilityFile, interestFile)
  const wrong = (why: string) => ({ holds: false as const, why })
  const { slots } = result
  if (slots.length !== conference.talks) return wrong(`There are ${slots.length} slots for ${conference.talks} talks.`)
  const outside = slots.find((slot) => slot >= conference.slots)
  if (outside !== undefined) return wrong(`There is no slot ${outside}: they are numbered from 0.`)
  const twice = slots.find((slot, talk) => slots.indexOf(slot) !== talk)
  if (twice !== undefined) return wrong(`Slot ${twice} has two talks.`)
  const judged = judgeSchedule(conference, named(result.weights), slots)
  if (Math.abs(judged.objective - result.objective) > 1e-9) {
    return wrong(`The objective is ${judged.objective}, not ${result.objective}.`)
  }
  return { holds: true as const, ...judged }
}

function weightsOf(text: string | undefined): Result['weights'] {
  const words = text?.split(',') ?? []
  if (words.length !== 3) {
    throw new UsageError('Give --weights L,L1,L2: of efficiency, gap of participants, gap of speakers.')
  }
  const wrong = words.find((word) => !/^\d{1,6}(\.\d{1,12})?$/.test(word))
  if (wrong !== undefined) throw new UsageError(`A weight must be a number from 0 on, not '${wrong}'.`)
  return words.map(Number) as Result['weights']
}

function named([efficiency, participants, speakers]: Result['weights']): ConferenceWeights {
  return { efficiency, participants, speakers }
}
