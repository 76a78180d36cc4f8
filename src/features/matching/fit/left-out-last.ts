import type { FitPart } from './part.ts'
import type { Peer } from './peer.ts'

/**
 * Who was left out or let down last time comes first. This part makes it seen and breaks ties; that they are included
 * before others is settled in `coming-first.ts`.
 */
export const leftOutLast: FitPart = {
  isBonus: true,
  isIn: (context) => context.leftOutLast.size > 0,
  level: (a, b) => [0, 60, 100][waiting(a, b).length] ?? 0,
  reasons(a, b) {
    const who = waiting(a, b)
    return who.length > 0 ? [{ kind: 'left out', people: [a.profile.personId, b.profile.personId], who }] : []
  },
}

function waiting(...two: [Peer, Peer]): string[] {
  return two.flatMap(({ wasLeftOut, profile }) => (wasLeftOut ? [profile.personId] : []))
}
