import type { Peer } from './peer.ts'
import type { FitPart } from './part.ts'

/** One met the other and would like to go on; both is better than one. Most pairs are strangers, so it counts on top. */
export const wishToGoOn: FitPart = {
  isBonus: true,
  level: (a, b) => [0, 60, 100][wishing(a, b).length] ?? 0,
  reasons(a, b) {
    const who = wishing(a, b)
    return who.length > 0 ? [{ kind: 'wish', people: [a.profile.personId, b.profile.personId], wishing: who }] : []
  },
}

const nobody: string[] = []

function wishing(a: Peer, b: Peer): string[] {
  const [one, other] = [a.wishes.has(b.profile.personId), b.wishes.has(a.profile.personId)]
  if (!one && !other) return nobody
  return [...(one ? [a.profile.personId] : []), ...(other ? [b.profile.personId] : [])]
}
