import type { PollPerson } from './people-store.ts'
import { type Level, levels } from './ranking.ts'
import type { Poll } from './store.ts'

/** With more answers names are a crowd, and the page too heavy for a telephone. */
export const mostNames = 20

/** How one time stands for those who answered: how many, and who where names are shown to each other. */
export interface TimeStanding {
  id: string
  startsAt: Temporal.Instant
  own: Level | undefined
  counts: Record<Level, number>
  /** Empty where names are not shown. */
  names: Record<Level, string[]>
}

/** What one who answered may see of a poll: never an address, and no name where the organiser keeps them apart. */
export function standingFor(poll: Poll, people: readonly PollPerson[], personId: string): TimeStanding[] {
  const answered = people.filter(({ answered_at }) => answered_at !== null)
  const self = answered.find(({ id }) => id === personId)
  const isNamed = poll.shows_names && answered.length <= mostNames
  return poll.times.map(({ id, startsAt }) => {
    const of = (level: Level) => answered.filter(({ answers }) => answers.get(id) === level)
    const each = <T>(value: (level: Level) => T) =>
      Object.fromEntries(levels.map((level) => [level, value(level)])) as Record<Level, T>
    return {
      id,
      startsAt,
      own: self?.answers.get(id),
      counts: each((level) => of(level).length),
      names: each((level) => (isNamed ? of(level).map(({ name }) => name) : [])),
    }
  })
}
