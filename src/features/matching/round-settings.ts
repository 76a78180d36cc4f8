import type { Selectable } from 'kysely'
import type { MatchingRounds } from '../../platform/database/schema.ts'
import type { Contact } from './fit/hard.ts'

export const roundKinds = ['pairs', 'groups'] as const
export type RoundKind = (typeof roundKinds)[number]

export const contacts = ['freeze', 'continuity', 'any'] as const satisfies readonly Contact[]

/** Groups have this many at least and at most, whatever a round says; see `usualSettings` for what is usual. */
export const groupBounds = { least: 3, most: 8 } as const

/** What a round is for and how it is meant, apart from what counts. */
export interface RoundSettings {
  title: string
  /** In words. */
  purpose: string
  kind: RoundKind
  /** Sizes of groups; pairs take a third where somebody would be left out. */
  groupLeast: number
  groupMost: number
  /** Who pauses until this day or before is in; null is now. */
  startsOn: Temporal.PlainDate | null
  /** All who answered take part unless they are left out; otherwise only who is taken in. */
  takesEverybody: boolean
  contact: Contact
  allowSameOrganisation: boolean
  allowReportingLine: boolean
  allowConnected: boolean
}

/** Groups of 5 to 7, after the practice of action learning; everybody who is free; nobody twice with the same. */
export const usualSettings: Omit<RoundSettings, 'title'> = {
  purpose: '',
  kind: 'pairs',
  groupLeast: 5,
  groupMost: 7,
  startsOn: null,
  takesEverybody: true,
  contact: 'freeze',
  allowSameOrganisation: false,
  allowReportingLine: false,
  allowConnected: false,
}

/** How a round is set, from its row. */
export function settingsOf(round: Selectable<MatchingRounds>): RoundSettings {
  return {
    title: round.title,
    purpose: round.purpose,
    kind: round.kind as RoundKind,
    groupLeast: round.group_least,
    groupMost: round.group_most,
    startsOn: round.starts_on,
    takesEverybody: round.takes_everybody,
    contact: round.contact as Contact,
    allowSameOrganisation: round.allow_same_organisation,
    allowReportingLine: round.allow_reporting_line,
    allowConnected: round.allow_connected,
  }
}
