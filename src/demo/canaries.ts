import { type PeerKey, peerKeys, peers } from './cast.ts'

/** Who stands how to a confidential text. A partner shares a connection with its owner. */
export type Who = 'owner' | 'partner' | 'staff' | 'authoriser'

export interface Canary {
  /** A word that occurs in one field of one owner and nowhere else. */
  marker: string
  field: ConfidentialField
  /** The address of the peer whose text it is, or whom it is about. */
  owner: string
  /** Everybody else must never be shown it. Staff are facilitators and administrators of the agency. */
  mayRead: readonly Who[]
}

/** Every field that keeps something confidential, and who may read it. Wishes are names, not texts: they hold no marker. */
export const confidentialFields = {
  problem: ['owner', 'partner', 'staff'],
  answerReason: ['owner', 'staff'],
  gives: ['owner', 'partner', 'staff'],
  wants: ['owner', 'partner', 'staff'],
  contactNote: ['owner', 'partner', 'staff'],
  personNote: ['staff'],
  closeWords: ['staff'],
  callNote: ['staff'],
  reportNote: ['authoriser', 'staff'],
  authoriserNote: ['authoriser', 'staff'],
} as const satisfies Record<string, readonly Who[]>

export type ConfidentialField = keyof typeof confidentialFields

const fields = Object.keys(confidentialFields) as ConfidentialField[]

function markerOf(field: ConfidentialField, key: PeerKey): string {
  return `zq${field.toLowerCase()}${key}qz`
}

/** All markers that `playDemonstration(world, tell, { canaries: true })` may have put into texts. */
export const canaries: readonly Canary[] = fields.flatMap((field) =>
  peerKeys.map((key) => ({
    marker: markerOf(field, key),
    field,
    owner: peers[key].email,
    mayRead: confidentialFields[field],
  })),
)

/** Gives a confidential text of somebody its marker, or leaves it as people would write it. */
export type Confide = (field: ConfidentialField, key: PeerKey, text: string) => string

export const withMarkers: Confide = (field, key, text) => (text === '' ? '' : `${text} ${markerOf(field, key)}`)
export const asWritten: Confide = (_field, _key, text) => text
