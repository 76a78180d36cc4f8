import type { BurdenCurve, Sharing } from '../../engine/planning/season.ts'
import { usualCurve } from '../../engine/planning/usual-curve.ts'

/** How a season is to be planned. */
export interface PlanSettings {
  minutes: number
  sharing: Sharing
  /** Null: by the rhythm of each connection; the gaps too. */
  sessionsEach: number | null
  leastGapDays: number | null
  greatestGapDays: number | null
  /** Local hours between which sessions may lie: 6 and 22, say. */
  earliestHour: number
  latestHour: number
  answerByOn: Temporal.PlainDate
}

export const usualSettings: Omit<PlanSettings, 'answerByOn'> = {
  minutes: 45,
  sharing: 'total first',
  sessionsEach: null,
  leastGapDays: null,
  greatestGapDays: null,
  earliestHour: 6,
  latestHour: 22,
}

/** Days peers have to answer, unless the facilitator says another day. */
export const usualDaysToAnswer = 10
export const mostSessionsEach = 60
export const mostDaysToAnswer = 60

/** Days between the last day to answer and the first session: an answer may still move it. */
const leadDays = 3

/** The first day on which a session may lie: the season has begun, and people had time to answer. */
export function firstDay(season: { starts_on: Temporal.PlainDate }, answerByOn: Temporal.PlainDate) {
  const ready = answerByOn.add({ days: leadDays })
  return Temporal.PlainDate.compare(season.starts_on, ready) > 0 ? season.starts_on : ready
}

/** The product's curve of what an hour asks, cut to the hours the facilitator allows. */
export function curveOf({ earliestHour, latestHour }: Pick<PlanSettings, 'earliestHour' | 'latestHour'>): BurdenCurve {
  const halfHours = usualCurve.halfHours.map((points, half) =>
    half / 2 < earliestHour || half / 2 >= latestHour ? null : points,
  )
  return { ...usualCurve, halfHours }
}

/**
 * How far a plan may leave the rhythm. 'close': sessions are spread as the rhythm says, for a plan from the beginning.
 * 'wide': from half to twice of it, so that one session can find another place while the others stay.
 */
export type Leeway = 'close' | 'wide'

const shares: Record<Leeway, [least: number, most: number]> = { close: [0.85, 1.3], wide: [0.5, 2] }

/** How many sessions a connection has in some days, and how far apart they may lie; what the facilitator said goes first. */
export function rhythmIn(days: number, rhythmDays: number, settings: PlanSettings, leeway: Leeway) {
  const sessions = settings.sessionsEach ?? Math.min(mostSessionsEach, Math.max(1, Math.round(days / rhythmDays)))
  const own = Math.max(1, Math.min(rhythmDays, Math.floor(days / sessions)))
  const [least, most] = shares[leeway]
  const leastGapDays = settings.leastGapDays ?? Math.max(1, Math.floor(own * least))
  const greatestGapDays = settings.greatestGapDays ?? Math.ceil(own * most)
  return { sessions, leastGapDays, greatestGapDays: Math.max(leastGapDays, greatestGapDays) }
}
