import type { RoundSettings } from './round-settings.ts'

/** Why somebody is not matched in a round. */
export type NotIn =
  | 'listed'
  | 'invited'
  | 'not_now'
  | 'paused'
  | 'connected'
  | 'taken out'
  | 'not taken in'
  | 'no capacity'
  | 'left'

const notInReasons: readonly NotIn[] = [
  'listed',
  'invited',
  'not_now',
  'paused',
  'connected',
  'taken out',
  'not taken in',
  'no capacity',
  'left',
]

/** Where somebody stands to a round. */
export interface Standing {
  state: string
  pausedUntilOn: Temporal.PlainDate | null
  isConnected: boolean
  /** What the facilitator said of them in this round; null is nothing. */
  takesPart: boolean | null
  /** How many pairs they take in it. */
  capacity: number
}

/**
 * Whether somebody takes part in a round: who is active or will be when it starts, and was not taken out. Who has an open
 * connection is in where the round takes these, or where the facilitator took them in.
 * @returns null for somebody who is in
 */
export function whyNotIn(
  peer: Standing,
  round: Pick<RoundSettings, 'allowConnected' | 'takesEverybody' | 'startsOn'>,
): NotIn | null {
  if (peer.state !== 'active' && !isBackBy(peer, round.startsOn))
    return notInReasons.find((reason) => reason === peer.state) ?? 'left'
  if (peer.takesPart === false) return 'taken out'
  if (peer.takesPart === null && peer.isConnected && !round.allowConnected) return 'connected'
  if (peer.takesPart === null && !round.takesEverybody) return 'not taken in'
  return peer.capacity === 0 ? 'no capacity' : null
}

function isBackBy({ state, pausedUntilOn }: Standing, startsOn: Temporal.PlainDate | null): boolean {
  if (state !== 'paused' || pausedUntilOn === null || startsOn === null) return false
  return Temporal.PlainDate.compare(pausedUntilOn, startsOn) <= 0
}

/** Who does not take part, by the reason. */
export function groupNotIn<Peer extends Standing>(
  roster: readonly Peer[],
  round: Pick<RoundSettings, 'allowConnected' | 'takesEverybody' | 'startsOn'>,
) {
  return notInReasons
    .map((reason) => ({ reason, peers: roster.filter((peer) => whyNotIn(peer, round) === reason) }))
    .filter(({ peers }) => peers.length > 0)
}
