import type { Numbering, Peer } from './peer.ts'
import type { Reason } from './reason.ts'

/** One named part of the fit of two peers. A new part is one file like its neighbours and a line in `parts.ts`. */
export interface FitPart {
  /** It counts on top: a pair without it can still fit in everything. */
  isBonus?: true
  /** How well the two fit in this, from 0 to 100 in whole numbers; null where an answer is missing, which counts nothing. */
  level(a: Peer, b: Peer): number | null
  /** What speaks for the two, most important first; empty where nothing does. */
  reasons(a: Peer, b: Peer, numbering: Numbering): Reason[]
}
