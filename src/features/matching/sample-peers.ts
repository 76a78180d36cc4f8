import { seededRandom } from '../../engine/random.ts'
import { halfDays, weekOf } from '../availability/half-days.ts'
import type { PeerProfile } from '../initiatives/peer-profile.ts'
import type { FitContext } from './fit/hard.ts'

/** A week without a change of the clock anywhere. */
export const sampleWeek = Temporal.PlainDate.from('2026-11-23')

/** Nobody was ever together and nothing is lifted or forbidden. */
export const noHistory: FitContext = {
  weekStart: sampleWeek,
  times: new Map(),
  allowSameOrganisation: false,
  allowReportingLine: false,
  allowConnected: false,
  contact: 'freeze',
  earlier: new Set(),
  together: new Set(),
  forbidden: new Set(),
  lines: new Set(),
  ratherNot: new Set(),
  needs: new Map(),
  loads: new Map(),
  leftOutLast: new Set(),
}

/** An active peer who has said nothing yet, but for what is given. */
export function samplePeer(personId: string, known: Partial<PeerProfile> = {}): PeerProfile {
  return {
    personId,
    participationId: `part of ${personId}`,
    name: personId,
    locale: 'en',
    zone: 'UTC',
    country: null,
    organisationIds: [`home of ${personId}`],
    organisationName: `Home of ${personId}`,
    organisationKind: null,
    organisationSize: null,
    languages: [{ language: 'en', level: 'fluent' }],
    offers: [],
    wants: [],
    problem: '',
    problemTopicId: null,
    hoursPerMonth: null,
    expectedMonths: null,
    capacity: 1,
    channels: [],
    week: null,
    wishes: [],
    state: 'active',
    pausedUntilOn: null,
    ...known,
  }
}

const zones = [
  'America/Bogota',
  'Africa/Accra',
  'Europe/Dublin',
  'Africa/Tunis',
  'Asia/Amman',
  'Asia/Dhaka',
  'Asia/Kathmandu',
]
const levels = ['basic', 'working', 'fluent', 'native'] as const

/** A cohort as a large initiative has it: organisations of one to three, four languages, 24 topics, a few wishes. */
export function sampleCohort(count: number, seed: number): PeerProfile[] {
  const random = seededRandom(seed)
  const draw = (names: readonly string[], atLeast: number, spread: number) =>
    random.shuffle(names).slice(0, atLeast + random.int(spread))
  const topics = Array.from({ length: 24 }, (_, index) => `topic ${index}`)
  return Array.from({ length: count }, (_, index) =>
    samplePeer(`peer ${String(index).padStart(4, '0')}`, {
      zone: random.pick(zones),
      organisationIds: [`organisation ${random.int(Math.ceil(count / 2))}`],
      languages: draw(['en', 'fr', 'es', 'ar'], 1, 3).map((language) => ({ language, level: random.pick(levels) })),
      offers: draw(topics, 1, 4),
      wants: draw(topics, 1, 4),
      problemTopicId: random.pick(topics),
      hoursPerMonth: 1 + random.int(8),
      expectedMonths: random.pick([null, 3, 6, 12]),
      week: weekOf(...draw(halfDays, 4, 8)),
      wishes: random.int(5) === 0 ? [`peer ${String(random.int(count)).padStart(4, '0')}`] : [],
    }),
  )
}
