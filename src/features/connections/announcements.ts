import { announcement } from '../../platform/announcement.ts'

/** All members said yes: the connection is active from now on. */
export const connectionStarted = announcement<{ connectionId: string }>()

/** All members accepted the same agreement. */
export const agreementReached = announcement<{ connectionId: string }>()

/** The connection was closed, declined or paused: what was still to come is off. */
export const connectionStopped = announcement<{ connectionId: string; why: 'closed' | 'declined' | 'paused' }>()

/** A member left a connection that goes on without them. */
export const memberLeft = announcement<{ connectionId: string; personId: string }>()
