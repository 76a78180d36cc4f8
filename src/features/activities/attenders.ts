import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { readAvailability } from '../availability/availability.ts'
import { asSpans, type Availability, freeTime, levelOf, type Window } from '../availability/free-time.ts'
import { type Attender, byLocalHour } from './rank-times.ts'

/**
 * Those who may come to a meeting, each with what is known of their time between two moments: their hours, holidays and
 * busy times. Of who never said their hours the clock on their wall is asked, and what is known besides still counts.
 */
export async function readAttenders(
  db: Db,
  people: readonly { personId: string; zone: string }[],
  { startsAt, endsAt }: Window,
): Promise<Attender[]> {
  const ids = people.map(({ personId }) => personId)
  const known = await readAvailability(db, ids, startsAt, endsAt)
  // Who says nothing and whom nothing hinders is like everybody else of the same zone and days of rest.
  const alike = new Map<string, Attender>()
  return people.map(({ personId, zone }) => {
    const own = known.get(personId)
    if (own && (own.week !== null || own.exceptions.length > 0 || own.busy.length > 0))
      return attenderOf(own, startsAt, endsAt)
    const key = `${zone} ${own?.weekendDays}`
    const one = alike.get(key) ?? byLocalHour(zone, own?.weekendDays)
    alike.set(key, one)
    return one
  })
}

/** Somebody with what is known of their time between two moments. */
export function attenderOf(own: Availability, startsAt: Temporal.Instant, endsAt: Temporal.Instant): Attender {
  const first = dayIn(own.zone, startsAt)
  const days = first.until(dayIn(own.zone, endsAt)).days + 1
  const hasSaid = own.week !== null
  // Days of rest are a guess where no week was drawn: the clock sees to them.
  const spans = asSpans(freeTime(hasSaid ? own : { ...own, weekendDays: [] }, first, days))
  const byClock = byLocalHour(own.zone, own.weekendDays)
  return {
    zone: own.zone,
    suitsAt(from, to) {
      const level = levelOf(spans, from.epochMilliseconds, to.epochMilliseconds)
      if (hasSaid || level === 0) return { level, isKnown: true }
      const guessed = byClock.suitsAt(from, to)
      return { ...guessed, level: guessed.level > level ? level : guessed.level }
    },
  }
}
