import type { Place, Seats } from './plan.ts'

/** Two people as one word, whichever is named first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** Every two who share a table in these rounds, with how often they do. */
export function meetingsIn(seats: Seats): Map<string, number> {
  const times = new Map<string, number>()
  for (const people of seats.flat())
    for (const [at, one] of people.entries())
      for (const other of people.slice(at + 1)) {
        const key = pairKey(one, other)
        times.set(key, (times.get(key) ?? 0) + 1)
      }
  return times
}

/** Pairs who are kept at one table. */
export function keptTogether(places: readonly Place[]): Set<string> {
  const kept = places.filter(({ tableNumber, isHere }) => tableNumber !== null && isHere)
  return new Set(
    kept.flatMap((one, at) =>
      kept
        .slice(at + 1)
        .filter(({ tableNumber }) => tableNumber === one.tableNumber)
        .map(({ personId }) => pairKey(one.personId, personId)),
    ),
  )
}

export interface Meetings {
  /** How many pairs share a table at least once. */
  pairs: number
  /** Pairs who share one more than once, or who met before, the most often first. */
  again: { people: [string, string]; times: number; metBefore: boolean }[]
  /** How many each person meets, and whom of those here they have not met by the end, before or now. */
  met: Map<string, number>
  unmet: Map<string, string[]>
}

/**
 * What a plan does for its people.
 * @param personIds those who are here, by name
 * @param metBefore pairs who knew each other before, by `pairKey`
 * @param kept pairs who sit together on purpose: they do not count as meeting again
 */
export function readMeetings(
  seats: Seats,
  personIds: readonly string[],
  metBefore: ReadonlySet<string>,
  kept: ReadonlySet<string> = new Set(),
): Meetings {
  const times = meetingsIn(seats)
  const byName = (one: string, other: string) => personIds.indexOf(one) - personIds.indexOf(other)
  const again = [...times]
    .filter(([key, count]) => !kept.has(key) && (count > 1 || metBefore.has(key)))
    .map(([key, count]) => ({
      people: key.split(' ').toSorted(byName) as [string, string],
      times: count,
      metBefore: metBefore.has(key),
    }))
    .toSorted((one, other) => Number(other.metBefore) + other.times - (Number(one.metBefore) + one.times))
  const unmetBy = (personId: string) =>
    personIds.filter((other) => {
      const key = pairKey(personId, other)
      return other !== personId && !times.has(key) && !metBefore.has(key)
    })
  const metBy = (personId: string) =>
    personIds.filter((other) => other !== personId && times.has(pairKey(personId, other))).length
  return {
    pairs: times.size,
    again,
    met: new Map(personIds.map((personId) => [personId, metBy(personId)])),
    unmet: new Map(personIds.map((personId) => [personId, unmetBy(personId)])),
  }
}
