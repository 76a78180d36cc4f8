import { describe, expect, it } from 'vitest'
import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { noHistory, samplePeer } from '../sample-peers.ts'
import { fitOf } from './fit.ts'
import { type FitContext, type Hard, pairKey } from './hard.ts'
import type { Need } from './need.ts'
import { usualWeights } from './parts.ts'

type Known = Partial<PeerProfile>

const english = (level: PeerProfile['languages'][number]['level']) => ({ languages: [{ language: 'en', level }] })
const needing = (person: string, kind: Need['kind'], value: string) => new Map([[person, [{ kind, value }]]])

describe('hard rules', () => {
  const key = pairKey('kofi', 'ana')
  const one = { organisationIds: ['city of sfax', 'port'] }
  const cases: [string, Known, Known, Partial<FitContext>, Hard | null][] = [
    ['let strangers meet', {}, {}, {}, null],
    ['keep apart who has no language to work in', english('basic'), english('native'), {}, 'no language'],
    ['keep one organisation apart', one, { organisationIds: ['port'] }, {}, 'kept apart'],
    ['let one organisation meet when lifted', one, one, { allowSameOrganisation: true }, null],
    ['keep apart who was together', {}, {}, { earlier: new Set([key]) }, 'kept apart'],
    ['let them meet again when lifted', {}, {}, { earlier: new Set([key]), contact: 'any' }, null],
    [
      'never propose who is together now',
      {},
      {},
      { earlier: new Set([key]), together: new Set([key]), contact: 'any' },
      'together',
    ],
    ['keep the forbidden apart', {}, {}, { forbidden: new Set([key]) }, 'forbidden'],
    ['bring together again by continuity', {}, {}, { earlier: new Set([key]), contact: 'continuity' }, null],
    ['keep a reporting line apart', {}, {}, { lines: new Set([key]) }, 'kept apart'],
    ['let a reporting line meet when lifted', {}, {}, { lines: new Set([key]), allowReportingLine: true }, null],
    ['keep apart who would rather not', {}, {}, { ratherNot: new Set([key]) }, 'kept apart'],
    [
      'keep apart who would rather not, whatever is lifted',
      {},
      {},
      { ratherNot: new Set([key]), contact: 'any', allowReportingLine: true, allowSameOrganisation: true },
      'kept apart',
    ],
    [
      'tell what anybody can see before what only the system knows',
      english('basic'),
      {},
      { ratherNot: new Set([key]) },
      'no language',
    ],
    ['hold a need that is not met', {}, {}, { needs: needing('kofi', 'country', 'FR') }, 'unmet need'],
    ['hold a need from either side', {}, {}, { needs: needing('ana', 'country', 'FR') }, 'unmet need'],
    ['let a need be met by the country', {}, { country: 'FR' }, { needs: needing('ana', 'country', 'FR') }, null],
    ['let a need be met by an offer', { offers: ['debt'] }, {}, { needs: needing('kofi', 'offer', 'debt') }, null],
    ['let a need be met by a language', english('working'), {}, { needs: needing('kofi', 'language', 'en') }, null],
    [
      'ask more of a language than a little',
      { languages: [{ language: 'fr', level: 'basic' }, ...english('fluent').languages] },
      {},
      { needs: needing('kofi', 'language', 'fr') },
      'unmet need',
    ],
  ]
  it.each(cases)('%s', (_what, ana, kofi, context, hard) => {
    expect(
      fitOf(samplePeer('ana', ana), samplePeer('kofi', kofi), usualWeights, { ...noHistory, ...context }).hard,
    ).toBe(hard)
  })
})
