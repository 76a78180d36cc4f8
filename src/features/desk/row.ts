import { isUuid } from '../../platform/web/uuid.ts'
import type { Tie } from './tie.ts'

/** The kinds of rows, most urgent first: what cannot wait, then what is drifting, then what is merely due. */
export const rowKinds = [
  'callAsked',
  'authorityLapsed',
  'declined',
  'stuck',
  'noTime',
  'lapsed',
  'red',
  'missed',
  'seasonClash',
  'seasonSilent',
  'authorityLapsing',
  'programmeLong',
  'placeFree',
  'amber',
  'mailFailed',
  'minutesDue',
  'unsigned',
  'unanswered',
  'authorityMissing',
  'review',
  'untouched',
] as const
export type RowKind = (typeof rowKinds)[number]

/** One row of the desk: whom to help, and the facts its sentence is made of. */
export interface DeskRow {
  kind: RowKind
  /** Names the row, so that it can be put aside and come back. */
  key: string
  /** Rows about the same thing: only the most telling one is shown. */
  about: string
  /** Days the matter has lasted; below 0 until it happens. The greater, the more urgent within its kind. */
  days: number
  /** When the matter became what it is; help from before that does not count. */
  since: Temporal.Instant | null
  /** When a facilitator last did something about it. */
  helpedAt: Temporal.Instant | null
  /** The connection it is about, with its members. */
  overview?: Tie
  /** The peer it is about. */
  person?: { id: string; name: string }
  /** The group meeting it is about. */
  meeting?: { id: string; title: string }
  authorityId?: string
  reportId?: string
  /** The plan of a season whose times wait for an answer, or clash. */
  planId?: string
  /** Which session of its connection in that plan. */
  place?: number
  /** Who gives the authority. */
  authoriser?: string
  /** What somebody wrote. */
  note?: string
  on?: Temporal.PlainDate
  /** How many people or mails a row about many stands for, and the first of them. */
  count?: number
  people?: { personId: string | null; name: string }[]
}

const subjects: Record<RowKind, 'connection' | 'authority' | 'report' | 'mail' | 'meeting' | null> = {
  callAsked: 'report',
  authorityLapsed: 'authority',
  declined: 'connection',
  stuck: 'connection',
  noTime: 'connection',
  lapsed: 'connection',
  red: 'connection',
  missed: 'connection',
  seasonClash: 'connection',
  seasonSilent: 'connection',
  authorityLapsing: 'authority',
  programmeLong: 'meeting',
  placeFree: 'meeting',
  minutesDue: 'meeting',
  amber: 'connection',
  mailFailed: 'mail',
  unsigned: 'connection',
  unanswered: null,
  authorityMissing: null,
  review: 'connection',
  untouched: 'connection',
}

/** What a row with this key is about, as a form sent it; null when there is no such row. */
export function readKey(key: string): { about: (typeof subjects)[RowKind]; id: string } | null {
  const [name, id = '', more] = key.split(' ')
  const kind = rowKinds.find((candidate) => candidate === name)
  if (!kind || more !== undefined) return null
  const about = subjects[kind]
  return (about === null ? id === '' : isUuid(id)) ? { about, id } : null
}

/** Where an act on a row stands in the audit trail: with the connection or the authority, or with the initiative. */
export function subjectOf(key: string, initiativeId: string): { subjectKind: string; subjectId: string } {
  const read = readKey(key)
  if (read?.about === 'connection' || read?.about === 'authority')
    return { subjectKind: read.about, subjectId: read.id }
  return { subjectKind: 'initiative', subjectId: initiativeId }
}
