import type { ProfileAnswers } from '../features/initiatives/profile-answers.ts'
import type { PeerKey } from './cast.ts'
import type { Stage } from './stage.ts'

// The turns the story takes whatever chance says, so that the last day always shows what a desk must show.

type Standing = Pick<ProfileAnswers, 'standing' | 'pausedUntilOn'>

/** Who does not simply take part from the first form on. */
export function standingOf(stage: Stage, key: PeerKey): Standing {
  if (key === 'gabriel') return { standing: 'not_now', pausedUntilOn: null }
  if (key === 'hala') return { standing: 'paused', pausedUntilOn: stage.dayOn(98) }
  return { standing: 'active', pausedUntilOn: null }
}

/** From which day on every meeting of somebody falls through: a bad line, a boss, a strike. */
const fallsThroughFrom: Partial<Record<PeerKey, number>> = { farida: 0, lucia: 108, mary: 166 }

export function fallsThrough(keys: readonly PeerKey[], day: number): boolean {
  return keys.some((key) => day >= (fallsThroughFrom[key] ?? Infinity))
}

/** What somebody says to every proposal that comes on these days. */
const settledAnswers: Partial<Record<PeerKey, { from: number; answer: 'yes' | 'no' }>> = {
  ana: { from: 0, answer: 'yes' },
  kofi: { from: 0, answer: 'yes' },
  farida: { from: 0, answer: 'yes' },
  rania: { from: 0, answer: 'yes' },
  tunde: { from: 160, answer: 'no' },
}

export function settledAnswer(key: PeerKey, day: number): 'yes' | 'no' | undefined {
  const settled = settledAnswers[key]
  return settled && day >= settled.from ? settled.answer : undefined
}

/** Who would rather not have the authoriser told. */
export const withoutReport: readonly PeerKey[] = ['camila', 'serge']

/** Who leaves the agreement as it was proposed. */
export const contentWithAgreement: readonly PeerKey[] = ['farida', 'rania']

/** Whose agreement is to be looked at again sooner than half a year on: after so many days. */
export const reviewsSoon: Partial<Record<PeerKey, number>> = { leila: 140, paola: 135, hannah: 130, grace: 145 }
