import { announcement } from '../../platform/announcement.ts'

/** An initiative judges silence by other factors from now on. */
export const rhythmChanged = announcement<{ initiativeId: string }>()

/** A person takes no part in an initiative: until a moment, or any more (null). */
export const partStopped = announcement<{ personId: string; initiativeId: string; until: Temporal.Instant | null }>()
