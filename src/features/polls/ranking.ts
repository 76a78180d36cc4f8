import { burdenAt } from '../sessions/burden.ts'

/** The three levels of an answer. */
export const levels = ['yes', 'maybe', 'no'] as const
export type Level = (typeof levels)[number]

export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text)
}

export interface Answerer {
  zone: string
  /** By the id of a time; a time that was added later may have no answer yet. */
  answers: ReadonlyMap<string, Level>
}

export interface RankedTime {
  id: string
  startsAt: Temporal.Instant
  yes: number
  maybe: number
  no: number
  /** Points of those who would come, by the clocks they gave. */
  burden: number
  /** For how many of them it lies outside the working day. */
  awkwardFor: number
}

/** The best time first: most who said yes, then fewest who said no, then the easiest hours, then the earliest. */
export function rankTimes(
  times: readonly { id: string; startsAt: Temporal.Instant }[],
  people: readonly Answerer[],
  minutes: number,
): RankedTime[] {
  return times
    .map(({ id, startsAt }) => {
      const count = (level: Level) => people.filter(({ answers }) => answers.get(id) === level).length
      const points = people
        .filter(({ answers }) => answers.has(id) && answers.get(id) !== 'no')
        .map(({ zone }) => burdenAt(startsAt, minutes, zone).points)
      return {
        id,
        startsAt,
        yes: count('yes'),
        maybe: count('maybe'),
        no: count('no'),
        burden: points.reduce((sum, point) => sum + point, 0),
        awkwardFor: points.filter((point) => point > 0).length,
      }
    })
    .toSorted(
      (a, b) => b.yes - a.yes || a.no - b.no || a.burden - b.burden || Temporal.Instant.compare(a.startsAt, b.startsAt),
    )
}
