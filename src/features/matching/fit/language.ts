import type { Peer } from './peer.ts'
import type { FitPart } from './part.ts'

const working = 2
/** By the rank of whoever speaks the better common language less well. */
const levels = [0, 0, 60, 85, 100] as const

/** A language both work in. Without one two people are never paired. */
export const language: FitPart = {
  level: (a, b) => levels[bestCommonRank(a, b)] ?? 0,
  reasons(a, b, numbering) {
    const best = bestCommonRank(a, b)
    if (best < working) return []
    const languages = numbering.languages.filter((_name, index) => commonRank(a, b, index) === best)
    return [{ kind: 'language', people: [a.profile.personId, b.profile.personId], languages }]
  },
}

export function haveCommonLanguage(a: Peer, b: Peer): boolean {
  return bestCommonRank(a, b) >= working
}

function bestCommonRank(a: Peer, b: Peer): number {
  let best = 0
  for (let index = 0; index < a.languages.length; index++) best = Math.max(best, commonRank(a, b, index))
  return best
}

function commonRank(a: Peer, b: Peer, index: number): number {
  return Math.min(a.languages[index] ?? 0, b.languages[index] ?? 0)
}
