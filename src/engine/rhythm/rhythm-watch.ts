/** fresh: in touch as agreed; amber, red: late; lapsed: probably over. */
export type RhythmState = 'fresh' | 'amber' | 'red' | 'lapsed'

/** After how many agreed intervals of silence each state begins; rising, above 0. */
export interface RhythmSettings {
  amberFactor: number
  redFactor: number
  lapsedFactor: number
}

/** What is known of one connection. */
export interface RhythmObservation {
  /** The interval the agreement promises, in days of 24 hours; above 0. */
  agreedDays: number
  /** The latest contact, or null when there was none yet. */
  lastContactAt: Temporal.Instant | null
  startedAt: Temporal.Instant
  now: Temporal.Instant
  settings: RhythmSettings
  contactsSoFar: number
  /** Days since either of the two was last heard of anywhere, where known. */
  ownSilenceDays?: number
}

export interface RhythmReading {
  state: RhythmState
  /** Days of 24 hours since the last contact, or since the start; never below 0. */
  gapDays: number
  /** gapDays in agreed intervals. */
  ratio: number
  /** When the state will be another one if nobody is in touch; null once lapsed. */
  nextChangeAt: Temporal.Instant | null
}

/**
 * Judges one connection's silence. Must be pure: the same observation gives the same reading. A watch may leave
 * `contactsSoFar` and `ownSilenceDays` unused; they are handed in so that a fitted watch can take this one's place.
 *
 * @throws RangeError when an interval or a setting makes no sense
 */
export type RhythmWatch = (observed: RhythmObservation) => RhythmReading
