import type { Db } from '../../platform/database/database.ts'
import { everyPairOf, type MetBefore, readMetBefore } from './met-before.ts'
import { keptTogether, type Meetings, readMeetings } from './meetings.ts'
import type { Plan } from './plan.ts'
import { type Guest, guestsOf, type Seating } from './store.ts'
import { type Moment, momentOf } from './timer.ts'

/** A plan with what the pages say about it. */
export interface PlanView {
  guests: Map<string, Guest>
  /** Who is here, by name. */
  here: Guest[]
  meetings: Meetings
  /** Who met before, as far as the settings count it. */
  metBefore: MetBefore
  moment: Moment
}

export async function readView(db: Db, seating: Seating, plan: Plan, now: Temporal.Instant): Promise<PlanView> {
  const guests = await guestsOf(db, seating)
  const metBefore = await readMetBefore(db, seating, plan, guests, now)
  const hereIds = new Set(plan.places.filter(({ isHere }) => isHere).map(({ personId }) => personId))
  const here = guests.filter(({ id }) => hereIds.has(id))
  return {
    guests: new Map(guests.map((guest) => [guest.id, guest])),
    here,
    meetings: readMeetings(
      plan.seats,
      here.map(({ id }) => id),
      everyPairOf(metBefore),
      keptTogether(plan.places),
    ),
    metBefore,
    moment: momentOf(plan, { seconds: seating.clock_seconds, since: seating.clock_since }, now),
  }
}

/** How many pairs of a plan meet though they met before, or more than once. */
export function countAgain({ seats, places }: Plan, metBefore: MetBefore): number {
  return readMeetings(seats, [], everyPairOf(metBefore), keptTogether(places)).again.length
}
