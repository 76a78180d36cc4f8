import type { Locale } from '../../platform/i18n/catalogue.ts'
import type { Answer } from '../connections/asking.ts'

/** A connection as the desk judges it: where it stands, its members, and what was arranged in vain. */
export interface Tie {
  connection: {
    id: string
    state: string
    watch_state: string
    rhythm_days: number
    agreement_version: number
    proposed_at: Temporal.Instant
    started_at: Temporal.Instant | null
    watch_from_at: Temporal.Instant | null
    last_contact_at: Temporal.Instant | null
    last_touch_at: Temporal.Instant | null
    stuck_at: Temporal.Instant | null
    review_on: Temporal.PlainDate | null
    closed_at: Temporal.Instant | null
  }
  members: TieMember[]
  /** After how many agreed intervals of silence each state begins. */
  factors: { amber: number; red: number; lapsed: number }
  /** Times nobody agreed on, with nothing arranged and no contact since. */
  noTime: { askedAt: Temporal.Instant; endedAt: Temporal.Instant } | null
  /** Members who have not answered the times of a published season, since their last day to; when they were last asked. */
  seasonSilent: { planId: string; personIds: string[]; since: Temporal.Instant; askedAt: Temporal.Instant } | null
  /** The next session of a season that falls where these members have said since that they cannot come. */
  seasonClash: { planId: string; number: number; personIds: string[]; startsAt: Temporal.Instant } | null
  /** An arranged session that did not happen, with nothing arranged since; when it was to be, and when that was told. */
  missed: { at: Temporal.Instant; toldAt: Temporal.Instant } | null
}

export interface TieMember {
  personId: string
  name: string
  locale: Locale
  answer: Answer | null
  /** For facilitators alone. */
  answerReason: string
  agreedVersion: number | null
  /** Takes part, and has no connection that runs or is being asked about. */
  isAlone: boolean
}

/** Since when its members are silent: their last contact, or the start. */
export function silentSince({ connection }: Tie): Temporal.Instant {
  return connection.last_contact_at ?? connection.started_at ?? connection.proposed_at
}

/** Whether it runs: neither asked about, nor resting, nor over. */
export function isRunning({ connection }: Tie): boolean {
  return connection.state === 'active' || connection.state === 'quiet'
}
