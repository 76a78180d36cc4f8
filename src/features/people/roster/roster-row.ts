import type { IncomingPerson } from '../person-changes.ts'
import type { RosterField } from './fields.ts'

/** What a roster may say beyond the person, as it was written there. Other features may use it. */
export interface RosterExtra {
  authoriserName: string
  authoriserEmail: string
  authoriserHours: string
  authoriserUntil: string
}

/** A person as a line of a roster describes them. */
export interface RosterPerson extends IncomingPerson {
  organisation: string
  title: string
  postSince: Temporal.PlainDate | null
  extra: RosterExtra
}

/** Why a line is not taken. */
export type Refusal =
  | { why: 'noName' | 'noEmail' }
  | { why: 'badEmail' | 'severalEmails' | 'unknownCountry' | 'unknownZone' | 'unknownLanguage'; text: string }
  | { why: 'doubled'; text: string; line: number }
  | { why: 'tooLong'; field: RosterField }

/** What was decided for a line that did not say it; shown, and to be looked at. */
export type Remark =
  | { about: 'zoneGuessed'; zone: string }
  | { about: 'zoneUnsure'; zone: string; country: string; isChosen: boolean }
  | { about: 'zoneOfAgency'; zone: string }
  | { about: 'mailsInOurs'; text: string; locale: string }
  | { about: 'dayNotRead'; text: string }

export interface RosterRow {
  line: number
  cells: string[]
  name: string
  email: string
  organisation: string
  /** null when the line is refused. */
  person: RosterPerson | null
  refusals: Refusal[]
  remarks: Remark[]
}
