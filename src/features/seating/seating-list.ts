import type { Seating } from './store.ts'

/** Where the seatings beside this one are found: at its event, or on the page of its group meeting. */
export function listOf(seating: Pick<Seating, 'initiative_id' | 'engagement_id' | 'activity_id'>): string {
  const home = `/initiatives/${seating.initiative_id}`
  return seating.engagement_id === null
    ? `${home}/meetings/${seating.activity_id}`
    : `${home}/engagements/${seating.engagement_id}/seatings`
}
