import type { FitPart } from './part.ts'

/** Were matched before, in a round that brings such people together again; elsewhere it is a hard rule or no matter. */
export const earlierContact: FitPart = {
  isBonus: true,
  isIn: ({ contact }) => contact === 'continuity',
  level: (a, b) => (a.earlier.has(b.profile.personId) ? 100 : 0),
  // That they were together before is told in every round: see `fitOfPeers`.
  reasons: () => [],
}
