import { announcement } from '../../platform/announcement.ts'

/** An initiative judges silence by other factors from now on. */
export const rhythmChanged = announcement<{ initiativeId: string }>()
