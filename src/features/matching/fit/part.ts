import type { FitContext } from './hard.ts'
import type { Numbering, Peer } from './peer.ts'
import type { Reason } from './reason.ts'

/** What decides whether a part has a say. */
export type Circumstances = Pick<FitContext, 'contact' | 'allowConnected' | 'leftOutLast' | 'askedFor'>

/** One named part of the fit of two peers. A new part is one file like its neighbours and a line in `parts.ts`. */
export interface FitPart {
  /** It counts on top: a pair without it can still fit in everything. */
  isBonus?: true
  /** Whether it has a say in a round at all; always, unless said. Elsewhere it counts nothing and is not shown. */
  isIn?(circumstances: Circumstances): boolean
  /** How well the two fit in this, from 0 to 100 in whole numbers; null where an answer is missing, which counts nothing. */
  level(a: Peer, b: Peer): number | null
  /** What speaks for the two, most important first; empty where nothing does. */
  reasons(a: Peer, b: Peer, numbering: Numbering): Reason[]
}
