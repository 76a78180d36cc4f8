import { beforeEach, expect } from 'vitest'
import { makeRound } from '../src/features/matching/actions.ts'
import { usualWeights } from '../src/features/matching/fit/parts.ts'
import { publishRound } from '../src/features/matching/publishing.ts'
import { saveProfile } from '../src/features/initiatives/actions.ts'
import type { ProfileAnswers } from '../src/features/initiatives/profile-answers.ts'
import { type CastMember, cast } from './cast.ts'
import type { Harness } from './harness.ts'
import { wordsOf } from './page.ts'
import { playAgency, playPeer, type Scene } from './scene.ts'

/** A peer of the cast who has answered the one-minute form; topics by their names. */
export async function playAnswers(
  harness: Harness,
  scene: Scene,
  member: CastMember,
  said: Partial<Omit<ProfileAnswers, 'offers' | 'wants'>> & { offers?: string[]; wants?: string[] } = {},
) {
  const peer = await playPeer(harness, scene, member)
  const { offers = [], wants = [], ...rest } = said
  const languages = Object.entries(member.languages).map(([language, level]) => ({ language, level }))
  await harness.change((work) =>
    saveProfile(work, peer.participationId, {
      problem: '',
      problemTopicId: null,
      offers: [],
      wants: [],
      newOffers: offers,
      newWants: wants,
      languages,
      hoursPerMonth: 3,
      freeHalfDays: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm'],
      zone: member.zone,
      channels: ['video'],
      wishes: [],
      expectedMonths: null,
      reportConsent: false,
      locale: member.locale,
      standing: 'active',
      pausedUntilOn: null,
      ...rest,
    }),
  )
  return peer
}

export interface PlayedRound {
  roundId: string
  /** Address of the round's page. */
  path: string
  /** Person ids by their name in the cast. */
  people: Record<'ana' | 'kofi' | 'leila' | 'luc' | 'grace', string>
}

/**
 * Five peers and a draft round: Ana and Kofi meet each other's wants, Leïla and Luc speak French together, and Grace, who
 * speaks English, joins Ana and Kofi.
 */
export async function playRound(
  harness: Harness,
  scene: Scene,
  options: { allowSameOrganisation?: boolean } = {},
): Promise<PlayedRound> {
  const ana = await playAnswers(harness, scene, cast.ana, {
    offers: ['plain budgets'],
    wants: ['audit findings'],
    problem: 'Nobody reads it',
  })
  const kofi = await playAnswers(harness, scene, cast.kofi, { offers: ['audit findings'], wants: ['plain budgets'] })
  const leila = await playAnswers(harness, scene, cast.leila, { offers: ['open data'], wants: ['ward meetings'] })
  const luc = await playAnswers(harness, scene, cast.luc, { offers: ['ward meetings'], wants: ['open data'] })
  const grace = await playAnswers(harness, scene, cast.grace, { offers: ['plain budgets'], wants: ['radio'] })
  const where = { id: scene.initiativeId, agencyId: scene.agencyId }
  const roundId = await harness.change((work) =>
    makeRound(work, where, {
      title: 'Pairs for January',
      weights: usualWeights,
      allowSameOrganisation: options.allowSameOrganisation ?? false,
      allowConnected: false,
    }),
  )
  return {
    roundId,
    path: `/initiatives/${scene.initiativeId}/matching/${roundId}`,
    people: { ana: ana.personId, kofi: kofi.personId, leila: leila.personId, luc: luc.personId, grace: grace.personId },
  }
}

/** Publishes a draft round as it stands, and lets its mails go out. */
export async function publishDraft(harness: Harness, { roundId }: PlayedRound): Promise<void> {
  await harness.change(async (work) => {
    const { revision } = await work.db
      .selectFrom('matching_rounds')
      .select('revision')
      .where('id', '=', roundId)
      .executeTakeFirstOrThrow()
    await publishRound(work, roundId, revision)
  })
  await harness.settle()
}

/** The fields of a new round, each part of the fit with its usual weight. */
export const newRoundFields = {
  offersMeetWants: '5',
  sameProblem: '4',
  wishToGoOn: '3',
  askedFor: '4',
  language: '2',
  sharedHours: '3',
  commitment: '2',
}

export interface Workbench {
  scene: Scene
  round: PlayedRound
  /** The words of the round's page. */
  look(query?: string): Promise<string>
  /** People by their names in the cast, as a form of a proposal names them. */
  ids(...names: (keyof PlayedRound['people'])[]): string
  /** Sends a form of the round as the facilitator. */
  post(path: string, fields: Record<string, string>): Promise<Response>
  /** Sends a form that must be refused, and reads why. */
  refused(path: string, fields: Record<string, string>): Promise<string>
}

/** A fresh draft round before each test of a file, and the facilitator at it. */
export function useWorkbench(harness: Harness): Workbench {
  const at: Workbench = {
    scene: {} as Scene,
    round: {} as PlayedRound,
    look: (query = '') => wordsOf(harness.get(`${at.round.path}${query}`, at.scene.facilitator)),
    ids: (...names) => names.map((name) => at.round.people[name]).join(','),
    post: (path, fields) => harness.submit(`${at.round.path}${path}`, fields, at.scene.facilitator),
    async refused(path, fields) {
      const answer = await at.post(path, fields)
      expect(answer.status).toBe(422)
      return wordsOf(answer)
    },
  }
  beforeEach(async () => {
    at.scene = await playAgency(harness)
    at.round = await playRound(harness, at.scene)
  })
  return at
}
