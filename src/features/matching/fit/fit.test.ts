import { describe, expect, it } from 'vitest'
import { weekOf } from '../../availability/half-days.ts'
import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { noHistory, sampleCohort, samplePeer } from '../sample-peers.ts'
import { fitOf, makeCohort, mostPoints } from './fit.ts'
import { type FitContext, pairKey } from './hard.ts'
import { isRarePart, type PartName, readWeights, usualWeights } from './parts.ts'

type Known = Partial<PeerProfile>
type Case = [what: string, ana: Known, kofi: Known, level: number | null, context?: Partial<FitContext>]

function levelOf(name: PartName, ana: Known, kofi: Known, given: Partial<FitContext> = {}): number | null | undefined {
  const context = { ...noHistory, ...given }
  const [a, b] = [samplePeer('ana', ana), samplePeer('kofi', kofi)]
  const there = fitOf(a, b, usualWeights, context).parts.find((part) => part.name === name)?.level
  const back = fitOf(b, a, usualWeights, context).parts.find((part) => part.name === name)?.level
  expect(back, 'the same from both sides').toBe(there)
  return there
}

const english = (level: PeerProfile['languages'][number]['level']) => ({ languages: [{ language: 'en', level }] })
const mornings = weekOf('mon-am', 'tue-am', 'wed-am', 'thu-am', 'fri-am')

const town = { country: 'KE', organisationKind: 'local', organisationSize: 'middle' } as const
const met = new Set([pairKey('ana', 'kofi')])

const tables: Record<PartName, Case[]> = {
  offersMeetWants: [
    ['nobody said anything', {}, {}, null],
    ['one said nothing', { offers: ['audit'], wants: ['debt'] }, {}, null],
    ['nothing meets', { offers: ['audit'], wants: ['debt'] }, { offers: ['radio'], wants: ['wards'] }, 0],
    ['each gains all they want', { offers: ['audit'], wants: ['debt'] }, { offers: ['debt'], wants: ['audit'] }, 100],
    ['only one gains', { offers: ['audit'], wants: ['debt'] }, { offers: ['radio'], wants: ['audit'] }, 25],
    [
      'one of two on each side',
      { offers: ['audit'], wants: ['debt', 'x'] },
      { offers: ['debt'], wants: ['audit', 'y'] },
      60,
    ],
    [
      'two of three one way, all the other',
      { offers: ['a'], wants: ['d', 'e', 'f'] },
      { offers: ['d', 'e'], wants: ['a'] },
      85,
    ],
    [
      'three are plenty',
      { offers: ['a', 'b', 'c'], wants: ['d', 'e', 'f', 'g'] },
      { offers: ['d', 'e', 'f'], wants: ['a', 'b', 'c', 'h'] },
      100,
    ],
  ],
  sameProblem: [
    ['nobody said', {}, {}, null],
    ['only one said', { problemTopicId: 'debt' }, {}, 0],
    ['the same', { problemTopicId: 'debt' }, { problemTopicId: 'debt' }, 70],
    ['another', { problemTopicId: 'debt' }, { problemTopicId: 'audit' }, 0],
    [
      'the same and a shared want',
      { problemTopicId: 'debt', wants: ['x'] },
      { problemTopicId: 'debt', wants: ['x'] },
      80,
    ],
    ['one has experience with it', { problemTopicId: 'debt' }, { problemTopicId: 'audit', offers: ['debt'] }, 40],
    [
      'shared topics alone',
      { problemTopicId: 'debt', wants: ['x', 'y'], offers: ['z'] },
      { wants: ['x', 'y'], offers: ['z'] },
      30,
    ],
    ['like words alone', { problem: 'Nobody reads the budget' }, { problem: 'The budget that nobody reads' }, 20],
    [
      'like words of another language',
      { problem: 'Nobody reads the budget' },
      { problem: 'Le budget de la ville' },
      null,
    ],
    ['other words', { problem: 'Nobody reads the budget' }, { problem: 'The contracts are late' }, null],
    [
      'no more than thirty for them',
      { problemTopicId: 'debt', wants: ['a', 'b', 'c', 'd', 'e'] },
      { wants: ['a', 'b', 'c', 'd', 'e'] },
      30,
    ],
  ],
  wishToGoOn: [
    ['nobody wishes', {}, {}, 0],
    ['one wishes', { wishes: ['kofi'] }, {}, 60],
    ['both wish', { wishes: ['kofi'] }, { wishes: ['ana'] }, 100],
    ['a wish for somebody else', { wishes: ['luc'] }, {}, 0],
  ],
  askedFor: [['nobody was asked, or nobody has answered', {}, {}, null]],
  language: [
    ['both basic', english('basic'), english('basic'), 0],
    ['the weaker one works in it', english('working'), english('native'), 60],
    ['both fluent', english('fluent'), english('fluent'), 85],
    ['both native', english('native'), english('native'), 100],
    ['none in common', english('native'), { languages: [{ language: 'fr', level: 'native' }] }, 0],
    [
      'the better of two',
      {
        languages: [
          { language: 'en', level: 'working' },
          { language: 'fr', level: 'native' },
        ],
      },
      {
        languages: [
          { language: 'en', level: 'native' },
          { language: 'fr', level: 'fluent' },
        ],
      },
      85,
    ],
  ],
  sharedHours: [
    ['one said nothing', { week: mornings }, {}, null],
    ['never both', { week: weekOf('mon-am') }, { week: weekOf('tue-am') }, 0],
    ['four hours', { week: weekOf('mon-am') }, { week: weekOf('mon-am') }, 60],
    ['ten hours and more', { week: mornings }, { week: mornings }, 100],
    // 09 to 13 in Bogota is 14 to 18 UTC: three of the four hours from 13 to 17 in Accra.
    [
      'three hours across zones',
      { zone: 'America/Bogota', week: weekOf('mon-am') },
      { zone: 'Africa/Accra', week: weekOf('mon-pm') },
      53,
    ],
    // 13 to 17 in Kathmandu is 07:15 to 11:15 UTC: two hours and a quarter of 09 to 13 in Dublin.
    [
      'a zone of three quarters',
      { zone: 'Asia/Kathmandu', week: weekOf('mon-pm') },
      { zone: 'Europe/Dublin', week: weekOf('mon-am') },
      48,
    ],
    [
      'three quarters of an hour are no time',
      { zone: 'Asia/Kathmandu', week: weekOf('mon-am') },
      { zone: 'Asia/Yangon', week: weekOf('mon-pm') },
      0,
    ],
  ],
  commitment: [
    ['one said nothing', { hoursPerMonth: 3 }, {}, null],
    ['as many', { hoursPerMonth: 3 }, { hoursPerMonth: 3 }, 100],
    ['half as many', { hoursPerMonth: 2 }, { hoursPerMonth: 4 }, 50],
    ['as many for half as long', { hoursPerMonth: 2, expectedMonths: 6 }, { hoursPerMonth: 2, expectedMonths: 12 }, 87],
  ],
  setting: [
    ['nothing is known', {}, { country: 'KE' }, null],
    ['the same in all', town, town, 100],
    ['the same kind', { organisationKind: 'local' }, { organisationKind: 'local' }, 100],
    ['another kind', { organisationKind: 'local' }, { organisationKind: 'academy' }, 0],
    ['one step in size', { organisationSize: 'tiny' }, { organisationSize: 'small' }, 60],
    ['three steps in size', { organisationSize: 'tiny' }, { organisationSize: 'large' }, 0],
    ['two groups of income apart', { country: 'MW' }, { country: 'CO' }, 20],
    ['the mean of what is known of both', town, { country: 'CO', organisationKind: 'local' }, 80],
    ['a country that is not classed', { country: 'VE' }, { country: 'CO' }, null],
  ],
  earlierContact: [
    ['no matter in most rounds', {}, {}, null, { earlier: met }],
    ['matched before, by continuity', {}, {}, 100, { earlier: met, contact: 'continuity' }],
    ['strangers, by continuity', {}, {}, 0, { contact: 'continuity' }],
  ],
  load: [
    ['no matter where nobody has a connection', {}, {}, null, { loads: new Map([['ana', 2]]) }],
    ['both free', {}, {}, 100, { allowConnected: true }],
    ['one has one', {}, {}, 60, { allowConnected: true, loads: new Map([['ana', 1]]) }],
    [
      'who has more counts',
      {},
      {},
      30,
      {
        allowConnected: true,
        loads: new Map([
          ['ana', 1],
          ['kofi', 2],
        ]),
      },
    ],
    ['three are many', {}, {}, 0, { allowConnected: true, loads: new Map([['kofi', 3]]) }],
  ],
  leftOutLast: [
    ['no matter where nobody was', {}, {}, null],
    ['neither was', {}, {}, 0, { leftOutLast: new Set(['luc']) }],
    ['one was', {}, {}, 60, { leftOutLast: new Set(['ana']) }],
    ['both were', {}, {}, 100, { leftOutLast: new Set(['ana', 'kofi']) }],
  ],
}

describe('the parts of a fit', () => {
  for (const [name, cases] of Object.entries(tables)) {
    it.each(cases)(`${name}: %s`, (_what, ana, kofi, level, context) => {
      expect(levelOf(name as PartName, ana, kofi, context)).toBe(level)
    })
  }

  it('adds up in whole points: the weight times the level, of a hundred times the weight', () => {
    const fit = fitOf(samplePeer('ana', { wishes: ['kofi'] }), samplePeer('kofi'), usualWeights, noHistory)
    for (const part of fit.parts) {
      expect(part.of).toBe(isRarePart(part.name) ? 0 : 100 * usualWeights[part.name])
      expect(part.points).toBe(usualWeights[part.name] * (part.level ?? 0))
    }
    expect(fit.worth).toBe(fit.parts.reduce((sum, { points }) => sum + points, 0))
    expect(fit.total).toBe(Math.floor((100 * fit.worth) / 1700))
  })

  it('counts nothing for a part without weight, and still says its level', () => {
    const weights = { ...usualWeights, wishToGoOn: 0 }
    const fit = fitOf(samplePeer('ana', { wishes: ['kofi'] }), samplePeer('kofi'), weights, noHistory)
    expect(fit.parts.find(({ name }) => name === 'wishToGoOn')).toMatchObject({ points: 0, of: 0, level: 60 })
  })

  it('counts a wish on top, and never says more than a hundred', () => {
    const all = {
      offers: ['a'],
      wants: ['a'],
      problemTopicId: 'p',
      hoursPerMonth: 3,
      week: mornings,
      ...town,
      ...english('native'),
    }
    const shared = { ...all, offers: ['a', 'b', 'c'], wants: ['a', 'b', 'c'] }
    const [strangers, friends] = [[], ['kofi']].map((wishes) =>
      fitOf(samplePeer('ana', { ...shared, wishes }), samplePeer('kofi', shared), usualWeights, noHistory),
    )
    expect([strangers?.total, friends?.total]).toEqual([100, 100])
    expect((friends?.worth ?? 0) - (strangers?.worth ?? 0)).toBe(60 * usualWeights.wishToGoOn)
    const none = {
      ...usualWeights,
      askedFor: 0,
      offersMeetWants: 0,
      sameProblem: 0,
      language: 0,
      sharedHours: 0,
      commitment: 0,
      setting: 0,
    }
    expect(mostPoints(none, noHistory)).toBe(300)
  })

  it('is the same in a cohort as between two alone', () => {
    const profiles = sampleCohort(40, 3)
    const cohort = makeCohort(profiles, usualWeights, noHistory)
    for (const [a, one] of profiles.entries()) {
      for (const [b, other] of profiles.entries()) {
        if (a >= b) continue
        const alone = fitOf(one, other, usualWeights, noHistory)
        expect(cohort.fit(a, b)).toEqual({ ...alone, reasons: cohort.fit(a, b).reasons })
        expect(cohort.worth(a, b)).toBe(alone.hard === null ? alone.worth : -1)
      }
    }
  })
})

describe('what peers chose before publication', () => {
  const people = [samplePeer('ana'), samplePeer('kofi')]
  it.each([
    ['one asked, the other has not answered', { ana: ['kofi'] }, 60],
    ['one asked, the other asked for somebody else', { ana: ['kofi'], kofi: ['luc'] }, 60],
    ['both asked', { ana: ['kofi'], kofi: ['ana'] }, 100],
    ['one answered, and asked for nobody', { kofi: [] }, 0],
  ] as const)('%s', (_, said, level) => {
    const askedFor = new Map(Object.entries(said).map(([who, whom]) => [who, new Set<string>(whom)]))
    const { parts } = makeCohort(people, usualWeights, { ...noHistory, askedFor }).fit(0, 1)
    expect(parts.find(({ name }) => name === 'askedFor')?.level).toBe(level)
  })
})

describe('weights as kept', () => {
  it('count as usual where they are missing or unsound', () => {
    expect(readWeights(null)).toEqual(usualWeights)
    expect(readWeights({ language: 0, commitment: 9, sameProblem: 'much', wishToGoOn: 2.5 })).toEqual({
      ...usualWeights,
      language: 0,
    })
  })
})
