import type { OrganisationKind, OrganisationSize } from '../people/organisation-kinds.ts'

/** What is known of a peer for matching and arranging, read in one go. */
export interface PeerProfile {
  personId: string
  participationId: string
  name: string
  locale: string
  zone: string
  country: string | null
  organisationIds: string[]
  organisationName: string
  /** Of the present organisation, the latest first. */
  organisationKind: OrganisationKind | null
  organisationSize: OrganisationSize | null
  languages: { language: string; level: 'basic' | 'working' | 'fluent' | 'native' }[]
  /** Topic ids. */
  offers: string[]
  wants: string[]
  problem: string
  problemTopicId: string | null
  hoursPerMonth: number | null
  expectedMonths: number | null
  /** How many pairs of one round they take. */
  capacity: number
  channels: string[]
  /** 336 marks by the person's own clock, or null: see availability/week.ts. */
  week: string | null
  /** Persons whom this peer met and would like to go on with. */
  wishes: string[]
  state: 'listed' | 'invited' | 'active' | 'not_now' | 'paused' | 'left'
  pausedUntilOn: Temporal.PlainDate | null
}
