import type { PeerProfile } from '../../initiatives/peer-profile.ts'

export const needKinds = ['language', 'offer', 'country'] as const

/** What whoever is with somebody must have: a language they work in, a topic they offer, or the country they are in. */
export interface Need {
  kind: (typeof needKinds)[number]
  /** A language, the id of a topic, or a country. */
  value: string
}

/** Whether somebody has what another one needs. */
export function meetsNeed({ kind, value }: Need, peer: PeerProfile): boolean {
  if (kind === 'offer') return peer.offers.includes(value)
  if (kind === 'country') return peer.country === value
  return peer.languages.some(({ language, level }) => language === value && level !== 'basic')
}
