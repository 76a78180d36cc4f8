/** Where a connection stands. `quiet` is active with too long a silence. */
export const connectionStates = ['proposed', 'active', 'quiet', 'paused', 'declined', 'closed'] as const
export type ConnectionState = (typeof connectionStates)[number]

export const connectionEvents = [
  'all said yes',
  'somebody said no',
  'fell quiet',
  'in touch again',
  'paused',
  'resumed',
  'closed',
  'reopened',
] as const
export type ConnectionEvent = (typeof connectionEvents)[number]

const moves: Record<ConnectionState, Partial<Record<ConnectionEvent, ConnectionState>>> = {
  proposed: { 'all said yes': 'active', 'somebody said no': 'declined', closed: 'closed' },
  active: { 'fell quiet': 'quiet', 'in touch again': 'active', paused: 'paused', closed: 'closed' },
  quiet: { 'fell quiet': 'quiet', 'in touch again': 'active', paused: 'paused', closed: 'closed' },
  paused: { paused: 'paused', resumed: 'active', closed: 'closed' },
  declined: {},
  closed: { reopened: 'active' },
}

/** The state an event leads to, or null where it cannot happen in this state. */
export function stateAfter(state: string, event: ConnectionEvent): ConnectionState | null {
  return isConnectionState(state) ? (moves[state][event] ?? null) : null
}

export function isConnectionState(state: string): state is ConnectionState {
  return connectionStates.some((known) => known === state)
}

/** Whether the connection goes on: it started and has not ended. */
export function isUnderWay(state: string): boolean {
  return state === 'active' || state === 'quiet' || state === 'paused'
}

/** Days within which a close can be taken back. */
export const reopenWithinDays = 14

export const closeReasons = [
  'reached',
  'time_over',
  'no_time',
  'changed_post',
  'no_fit',
  'lost_touch',
  'left',
  'other',
] as const
/** Taken back before anybody said yes, so that others can be proposed; no form offers it. */
export const exchanged = 'exchanged'
export type CloseReason = (typeof closeReasons)[number] | typeof exchanged

export const media = ['video', 'telephone', 'messages', 'face_to_face'] as const
export type Medium = (typeof media)[number]

export function isMedium(name: string): name is Medium {
  return media.some((known) => known === name)
}

/** Rhythms offered by name, in days. */
export const rhythms = [7, 14, 30, 61] as const

/** Whether it is time to look at the connection together. */
export function isReviewDue(
  connection: { state: string; reviewOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  if (!isUnderWay(connection.state) || connection.reviewOn === null) return false
  return Temporal.PlainDate.compare(connection.reviewOn, today) <= 0
}

/** How many of those proposed must be willing: all of two or three, three of a larger group. */
export function fewestMembers(proposed: number): number {
  return Math.min(proposed, 3)
}
