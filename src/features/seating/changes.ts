import { pathOf, type Plan } from './plan.ts'

/** What a plan changes for one person: their tables before and after, by round. */
export interface PersonChange {
  personId: string
  kind: 'moved' | 'joined' | 'gone'
  before: (number | null)[]
  after: (number | null)[]
}

/** For whom a plan differs from the one before it, and how. */
export function changesBetween(before: Plan, after: Plan): PersonChange[] {
  const wasHere = new Set(before.places.filter(({ isHere }) => isHere).map(({ personId }) => personId))
  const isHere = new Set(after.places.filter((place) => place.isHere).map(({ personId }) => personId))
  return [...new Set([...wasHere, ...isHere])].flatMap((personId): PersonChange[] => {
    const paths = { before: pathOf(before.seats, personId), after: pathOf(after.seats, personId) }
    if (!isHere.has(personId)) return [{ personId, kind: 'gone', ...paths }]
    if (!wasHere.has(personId)) return [{ personId, kind: 'joined', ...paths }]
    return paths.before.join() === paths.after.join() ? [] : [{ personId, kind: 'moved', ...paths }]
  })
}

/** The tables whose people a plan changes, as 'round number'. */
export function changedTables(before: Plan, after: Plan): Set<string> {
  const key = (people: readonly string[] | undefined) => (people ?? []).toSorted().join()
  return new Set(
    after.seats.flatMap((tables, round) =>
      tables.flatMap((people, index) =>
        key(people) === key(before.seats[round]?.[index]) ? [] : [`${round + 1} ${index + 1}`],
      ),
    ),
  )
}
