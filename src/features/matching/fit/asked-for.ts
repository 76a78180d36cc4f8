import type { FitPart } from './part.ts'
import type { Peer } from './peer.ts'

/** Before publication one of them asked for the other; both is better than one. It counts on top, as a wish does. */
export const askedFor: FitPart = {
  isBonus: true,
  isIn: ({ askedFor: answered }) => (answered?.size ?? 0) > 0,
  level(a, b) {
    if (a.askedFor === null && b.askedFor === null) return null
    return [0, 60, 100][asking(a, b).length] ?? 0
  },
  reasons(a, b) {
    const who = asking(a, b)
    return who.length > 0 ? [{ kind: 'asked', people: [a.profile.personId, b.profile.personId], asking: who }] : []
  },
}

function asking(a: Peer, b: Peer): string[] {
  return [...asks(a, b), ...asks(b, a)]
}

function asks({ askedFor: wanted, profile }: Peer, other: Peer): string[] {
  return wanted?.has(other.profile.personId) ? [profile.personId] : []
}
