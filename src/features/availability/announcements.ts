import { announcement } from '../../platform/announcement.ts'

/** Somebody's time is other than it was. */
export interface TimeNews {
  personId: string
  /** They said so themselves, or their calendar shows it. */
  by: 'person' | 'calendar'
  /** The days it is about, by their own clock; null: any. */
  days: { from: string; to: string } | null
}

export const timeChanged = announcement<TimeNews>()
