import type { RhythmObservation, RhythmReading, RhythmSettings, RhythmWatch } from './rhythm-watch.ts'

/**
 * Silence of more than 8 times their usual interval had mostly ended ties (H. Navarro et al., 'Temporal patterns behind
 * the strength of persistent ties', EPJ Data Science 6:31, 2017, phone data). With a monthly rhythm that is
 * too late to act, so amber at 2 and red at 4 intervals are our own choice.
 */
export const defaultRhythmSettings: RhythmSettings = { amberFactor: 2, redFactor: 4, lapsedFactor: 8 }

const MILLISECONDS_A_DAY = 86_400_000

/**
 * The default watch: the gap since the last contact (or the start, where that is later) in agreed intervals, against
 * three fixed factors. A state begins exactly at its threshold. Days have 24 hours, since two peers share no calendar.
 *
 * @throws RangeError when agreedDays is not above 0, or the factors do not rise from above 0
 * @example watchRhythm({ agreedDays: 30, lastContactAt, startedAt, now, settings: defaultRhythmSettings, contactsSoFar: 3 })
 */
export const watchRhythm: RhythmWatch = (observed) => {
  refuseNonsense(observed)
  const { agreedDays, lastContactAt, startedAt, now, settings } = observed
  const metSince = lastContactAt !== null && Temporal.Instant.compare(lastContactAt, startedAt) > 0
  const from = (metSince ? lastContactAt : startedAt).epochMilliseconds
  const gapDays = Math.max(0, now.epochMilliseconds - from) / MILLISECONDS_A_DAY

  const begins = (factor: number) => from + Math.round(factor * agreedDays * MILLISECONDS_A_DAY)
  const reading = (state: RhythmReading['state'], nextFactor?: number): RhythmReading => ({
    state,
    gapDays,
    ratio: gapDays / agreedDays,
    nextChangeAt: nextFactor === undefined ? null : Temporal.Instant.fromEpochMilliseconds(begins(nextFactor)),
  })
  const reached = (factor: number) => now.epochMilliseconds >= begins(factor)
  if (reached(settings.lapsedFactor)) return reading('lapsed')
  if (reached(settings.redFactor)) return reading('red', settings.lapsedFactor)
  if (reached(settings.amberFactor)) return reading('amber', settings.redFactor)
  return reading('fresh', settings.amberFactor)
}

function refuseNonsense({ agreedDays, settings }: RhythmObservation): void {
  if (!(agreedDays > 0 && Number.isFinite(agreedDays))) {
    throw new RangeError(`An agreed rhythm must be a number of days above 0, not ${agreedDays}.`)
  }
  const { amberFactor, redFactor, lapsedFactor } = settings
  if (!(0 < amberFactor && amberFactor < redFactor && redFactor < lapsedFactor && lapsedFactor < Infinity)) {
    throw new RangeError(
      `The factors must rise from amber to red to lapsed, not ${amberFactor}, ${redFactor}, ${lapsedFactor}.`,
    )
  }
}
