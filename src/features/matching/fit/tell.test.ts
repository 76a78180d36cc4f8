import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { weekOf } from '../../availability/half-days.ts'
import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { noHistory, samplePeer } from '../sample-peers.ts'
import { callName } from './call-name.ts'
import { fitOf, makeCohort } from './fit.ts'
import { pairKey } from './hard.ts'
import { usualWeights } from './parts.ts'
import { tellReasons } from './tell.ts'

const names: Record<string, string> = { ana: 'Ana', kofi: 'Kofi' }

function told(
  ana: Partial<PeerProfile>,
  kofi: Partial<PeerProfile>,
  reader: string | null,
  locale: Locale = 'en',
  again = false,
) {
  const context = {
    ...noHistory,
    contact: again ? ('any' as const) : ('freeze' as const),
    earlier: again ? new Set([pairKey('ana', 'kofi')]) : new Set<string>(),
  }
  const { reasons } = fitOf(samplePeer('ana', ana), samplePeer('kofi', kofi), usualWeights, context)
  const telling = { locale, reader, nameOf: (id: string) => names[id] ?? id, topicOf: (id: string) => id }
  return tellReasons(reasons, { ...telling, isTrio: false })
}

const ana = {
  offers: ['plain budgets'],
  wants: ['audit findings'],
  problemTopicId: 'participatory budgeting',
  hoursPerMonth: 3,
}
const kofi = {
  offers: ['audit findings'],
  wants: ['plain budgets'],
  problemTopicId: 'participatory budgeting',
  hoursPerMonth: 4,
}

describe('reasons in words', () => {
  it('are whole sentences for staff, the strongest first', () => {
    expect(told(ana, kofi, null)).toEqual([
      'Ana offers plain budgets, which Kofi wants.',
      'Kofi offers audit findings, which Ana wants.',
      'Both work on participatory budgeting.',
      'They can work together in English.',
      'Both can give 3 hours a month or more.',
    ])
  })

  it('are whole sentences in French', () => {
    expect(told(ana, kofi, null, 'fr')).toEqual([
      'Ana propose son aide sur plain budgets, que Kofi recherche.',
      'Kofi propose son aide sur audit findings, que Ana recherche.',
      'Les deux travaillent sur participatory budgeting.',
      'Les deux peuvent travailler en anglais.',
      'Les deux peuvent donner 3 heures par mois ou plus.',
    ])
  })

  it('speak to the member who reads them', () => {
    expect(told(ana, kofi, 'ana')).toEqual([
      'You offer plain budgets, which Kofi wants.',
      'Kofi offers audit findings, which you want.',
      'You and Kofi both work on participatory budgeting.',
      'You and Kofi can work together in English.',
      'You and Kofi can both give 3 hours a month or more.',
    ])
  })

  it('say who can help with whose problem, unless the want said so', () => {
    expect(told({ problemTopicId: 'debt' }, { offers: ['debt'] }, null)[0]).toBe(
      'Ana works on debt, where Kofi can help.',
    )
    expect(told({ problemTopicId: 'debt' }, { offers: ['debt'] }, 'kofi')[0]).toBe(
      'Ana works on debt, where you can help.',
    )
    expect(told({ problemTopicId: 'debt', wants: ['debt'] }, { offers: ['debt'] }, null)).not.toContain(
      'Ana works on debt, where Kofi can help.',
    )
  })

  it('name shared wants where nothing stronger speaks', () => {
    expect(told({ wants: ['debt', 'audit'] }, { wants: ['audit', 'debt'] }, null)[0]).toBe(
      'Both want to learn about debt and audit.',
    )
    expect(told({ offers: ['debt'] }, { offers: ['debt'] }, 'ana')[0]).toBe('You and Kofi both know about debt.')
  })

  it('count shared hours to the half hour', () => {
    const hours = { week: weekOf('mon-am') }
    expect(told(hours, { ...hours, zone: 'Asia/Kolkata' }, null)).toContain('They can work together in English.')
    expect(told(hours, hours, null)).toContain('Their free hours meet for 4 hours a week.')
    expect(told({ ...hours, zone: 'Asia/Kolkata' }, { week: weekOf('mon-am'), zone: 'Asia/Dubai' }, null)).toContain(
      'Their free hours meet for 2.5 hours a week.',
    )
  })

  it('tell staff of wishes, and a member of nobody’s wish but their own', () => {
    expect(told({ wishes: ['kofi'] }, {}, null)).toContain('Ana met Kofi and wishes to go on.')
    expect(told({ wishes: ['kofi'] }, { wishes: ['ana'] }, null)).toContain('Ana and Kofi met and both wish to go on.')
    expect(told({ wishes: ['kofi'] }, {}, 'ana')).toContain('You met Kofi and wished to go on.')
    expect(told({ wishes: ['kofi'] }, {}, 'kofi').join(' ')).not.toMatch(/wish/)
  })

  it('tell staff who asked for whom, and a member of nobody’s choice but their own', () => {
    const askedFor = new Map([['ana', new Set(['kofi'])]])
    const { reasons } = makeCohort([samplePeer('ana', ana), samplePeer('kofi', kofi)], usualWeights, {
      ...noHistory,
      askedFor,
    }).fit(0, 1)
    const toldTo = (reader: string | null) =>
      tellReasons(reasons, {
        locale: 'en',
        reader,
        isTrio: false,
        nameOf: (id) => names[id] ?? id,
        topicOf: (id) => id,
      })
    expect(toldTo(null)).toContain('Ana asked for Kofi.')
    expect(toldTo('ana')).toContain('You asked for Kofi.')
    expect(toldTo('kofi').join(' ')).not.toMatch(/asked/)
  })

  it('do not hide that two were together before', () => {
    expect(told({}, {}, null, 'en', true)).toContain('Ana and Kofi were in a connection before.')
  })

  it('name two of three in a trio', () => {
    const { reasons } = fitOf(samplePeer('ana', ana), samplePeer('kofi', kofi), usualWeights, noHistory)
    const telling = {
      locale: 'en' as const,
      isTrio: true,
      nameOf: (id: string) => names[id] ?? id,
      topicOf: (id: string) => id,
    }
    expect(tellReasons(reasons, { ...telling, reader: null })).toContain(
      'Ana and Kofi both work on participatory budgeting.',
    )
    expect(tellReasons(reasons, { ...telling, reader: 'somebody else' })).toEqual([])
  })
})

describe('what people are called', () => {
  it.each([
    ['Ana Morales', ['Ana Morales', 'Kofi Mensah'], 'Ana'],
    ['Ana Morales', ['Ana Morales', 'Ana Quispe'], 'Ana Morales'],
    ['Dr. Yasmin Haddad', ['Dr. Yasmin Haddad', 'Kofi'], 'Dr. Yasmin Haddad'],
    ['Li Wei', ['Li Wei', 'Kofi'], 'Li Wei'],
  ])('%s among %j is %s', (name, all, called) => {
    expect(callName(name, all)).toBe(called)
  })
})
