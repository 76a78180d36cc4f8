import { countAll, countShared, type Bits, type Peer, sharedTopics } from './peer.ts'
import type { FitPart } from './part.ts'
import type { Reason } from './reason.ts'

/** Each offers what the other wants. Both must gain, so the side that gains less counts three times as much. */
export const offersMeetWants: FitPart = {
  level(a, b) {
    if (isSilent(a) || isSilent(b)) return null
    const [one, other] = [gain(b.offers, a.wants), gain(a.offers, b.wants)]
    return Math.floor((3 * Math.min(one, other) + Math.max(one, other)) / 4)
  },
  reasons(a, b, numbering) {
    const found: Reason[] = []
    for (const [giver, taker] of [
      [a, b],
      [b, a],
    ] as const) {
      const topics = sharedTopics(giver.offers, taker.wants, numbering)
      if (topics.length > 0) {
        found.push({ kind: 'gives', giver: giver.profile.personId, taker: taker.profile.personId, topics })
      }
    }
    return found
  },
}

/** What somebody gains, 0 to 100: all they want or three topics is all one connection can serve. */
function gain(offers: Bits, wants: Bits): number {
  const met = countShared(offers, wants)
  if (met === 0) return 0
  if (met >= Math.min(3, countAll(wants))) return 100
  return met === 1 ? 60 : 80
}

function isSilent(peer: Peer): boolean {
  return peer.profile.offers.length === 0 && peer.profile.wants.length === 0
}
