import type { Locale } from '../../platform/i18n/catalogue.ts'
import type { PeerProfile } from './peer-profile.ts'

/** What a peer says in the one-minute form. */
export interface ProfileAnswers {
  problem: string
  problemTopicId: string | null
  /** Ids of topics of the initiative; others are left out. */
  offers: readonly string[]
  wants: readonly string[]
  /** Topics in the peer's own words, which join the vocabulary. */
  newOffers?: readonly string[]
  newWants?: readonly string[]
  languages: PeerProfile['languages']
  hoursPerMonth: number | null
  /** How many pairs of one round they take; left out, it stays as it was. */
  capacity?: number
  /** Codes of the half-day grid, in `zone`. */
  freeHalfDays: string[]
  zone: string
  channels: string[]
  /** Persons of the roster whom this peer met and would like to go on with: read by the facilitator, never by peers. */
  wishes: readonly string[]
  expectedMonths: number | null
  /** Whether the authoriser may be told what came of the peer's hours. */
  reportConsent: boolean
  /** Language of mails. */
  locale: Locale
  /** Takes part, not now, or pauses until a day. */
  standing: 'active' | 'not_now' | 'paused'
  pausedUntilOn: Temporal.PlainDate | null
}
