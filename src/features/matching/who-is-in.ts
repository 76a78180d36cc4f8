/** Why somebody is not matched in a round. */
export type NotIn = 'listed' | 'invited' | 'not_now' | 'paused' | 'left' | 'connected'

const notInReasons: readonly NotIn[] = ['listed', 'invited', 'not_now', 'paused', 'connected', 'left']

/**
 * Whether somebody takes part in a round: only who is active, and has no open connection unless the round takes these too.
 * @returns null for somebody who is in
 */
export function whyNotIn(peer: { state: string; isConnected: boolean }, allowConnected: boolean): NotIn | null {
  if (peer.state !== 'active') return notInReasons.find((reason) => reason === peer.state) ?? 'left'
  return peer.isConnected && !allowConnected ? 'connected' : null
}

/** Who does not take part, by the reason. */
export function groupNotIn<Peer extends { state: string; isConnected: boolean }>(
  roster: readonly Peer[],
  allowConnected: boolean,
) {
  return notInReasons
    .map((reason) => ({ reason, peers: roster.filter((peer) => whyNotIn(peer, allowConnected) === reason) }))
    .filter(({ peers }) => peers.length > 0)
}
