/** How a seating's rounds run: from the plan. */
export interface Pace {
  rounds: number
  minutes: number
  changeMinutes: number
}

/** Seconds gone by until the timer last began to run, and since when it runs; null while it stands. */
export interface Clock {
  seconds: number
  since: Temporal.Instant | null
}

/** Where the timer is: before the start, in a round, in the change after it, or over. */
export interface Moment {
  phase: 'before' | 'round' | 'change' | 'over'
  /** The round that runs, or that ended last; 0 before the start. */
  round: number
  secondsLeft: number
  isRunning: boolean
}

export type ClockAct = 'start' | 'pause' | 'next' | 'back'

/** A press of Back within these seconds leads to what was before, later to the beginning of what runs. */
const justBegun = 5

interface Stretch {
  phase: 'round' | 'change'
  round: number
  from: number
  to: number
}

/** Where the timer is at a moment. */
export function momentOf(pace: Pace, clock: Clock, now: Temporal.Instant): Moment {
  const isRunning = clock.since !== null
  const gone = secondsGone(clock, now)
  if (gone === 0 && !isRunning) return { phase: 'before', round: 0, secondsLeft: pace.minutes * 60, isRunning }
  const stretch = stretchesOf(pace).find(({ to }) => gone < to)
  if (!stretch) return { phase: 'over', round: pace.rounds, secondsLeft: 0, isRunning: false }
  const { phase, round, to } = stretch
  return { phase, round, secondsLeft: Math.ceil(to - gone), isRunning }
}

/** The timer after a press of a button. */
export function press(act: ClockAct, pace: Pace, clock: Clock, now: Temporal.Instant): Clock {
  const gone = secondsGone(clock, now)
  if (act === 'start') return { seconds: gone, since: now }
  if (act === 'pause') return { seconds: Math.max(gone, 1), since: null }
  const stretches = stretchesOf(pace)
  const since = clock.since === null ? null : now
  const at = stretches.findIndex(({ to }) => gone < to)
  const current = stretches[at]
  if (act === 'next') {
    const isBefore = gone === 0 && clock.since === null
    return isBefore ? { seconds: 0, since: now } : { seconds: current?.to ?? gone, since }
  }
  if (!current) return { seconds: stretches.at(-1)?.from ?? 0, since }
  const isJustBegun = gone - current.from < justBegun
  return { seconds: (isJustBegun ? stretches[at - 1] : current)?.from ?? 0, since }
}

/** How many rounds have begun: these are never seated anew. */
export function roundsBegun(pace: Pace, clock: Clock, now: Temporal.Instant): number {
  return momentOf(pace, clock, now).round
}

function secondsGone(clock: Clock, now: Temporal.Instant): number {
  if (clock.since === null) return clock.seconds
  return clock.seconds + Math.max(0, Math.floor((now.epochMilliseconds - clock.since.epochMilliseconds) / 1000))
}

function stretchesOf({ rounds, minutes, changeMinutes }: Pace): Stretch[] {
  const [round, change] = [minutes * 60, changeMinutes * 60]
  return Array.from({ length: rounds }, (_, index): Stretch[] => {
    const from = index * (round + change)
    const own: Stretch = { phase: 'round', round: index + 1, from, to: from + round }
    const after: Stretch = { phase: 'change', round: index + 1, from: own.to, to: own.to + change }
    return index + 1 === rounds || change === 0 ? [own] : [own, after]
  }).flat()
}
