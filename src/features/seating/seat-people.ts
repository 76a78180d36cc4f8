import { seededRandom } from '../../engine/random.ts'
import { reseat } from '../../engine/rotation/reseat.ts'
import { rotate } from '../../engine/rotation/rotate.ts'
import type { Meeting } from '../../engine/rotation/rotation-request.ts'
import { bringToTables, tablesOfGroups } from './kept-tables.ts'
import { tradePlaces } from './trade-places.ts'

/** Rounds of tables of people by their places in the list of those who take part. */
export type NumberedSeats = readonly (readonly (readonly number[])[])[]

export interface SeatingTask {
  /** How many people take part, numbered from 0. */
  people: number
  rounds: number
  tables: number
  /** How few and how many sit at a table. */
  least: number
  most: number
  /** People who stay at one table, from 0. */
  locked: ReadonlyMap<number, number>
  /** Pairs who met before. */
  metBefore: readonly (readonly [number, number])[]
  /** The rounds as they were, to be changed as little as can be; null to seat everybody anew. */
  keep: NumberedSeats | null
  seed: number
}

/** Trades tried when people are seated anew: a quarter of a second at most. */
const effort = 500_000

/** How often two who are kept at different tables count as having met: they never can. */
const never = 100

/** Seats people in rounds so that nobody meets twice, or as few as can be. */
export function seatPeople(task: SeatingTask): number[][][] {
  return task.keep === null ? seatAnew(task) : seatAgain(task, task.keep)
}

/** Chance decides who is who in the rotation, so that another seed gives other tables. */
function seatAnew({ people, rounds, tables, locked, metBefore, seed }: SeatingTask): number[][][] {
  const person = seededRandom(seed).shuffle(Array.from({ length: people }, (_, index) => index))
  const player = new Map(person.map((index, place) => [index, place]))
  const meetings = [...metBefore, ...keptApart(locked)].map(([a, b, times = 1]: Meeting): Meeting => [
    player.get(a) ?? 0,
    player.get(b) ?? 0,
    times,
  ])
  const rotation = rotate({ players: people, rounds, groups: tables, metBefore: meetings }, { seed, effort })
  const seats = rotation.rounds.map((groups) =>
    tablesOfGroups(
      groups.map((group) => group.map((place) => person[place] ?? 0)),
      locked,
    ),
  )
  for (const tables of seats) bringToTables(tables, locked, metBefore)
  if (new Set(locked.values()).size < locked.size) tradePlaces(seats, people, locked, metBefore, seed)
  return seats
}

function seatAgain({ people, least, most, locked, metBefore }: SeatingTask, keep: NumberedSeats): number[][][] {
  const met: Meeting[] = [...metBefore]
  return keep.map((tables) => {
    const seated = new Set(tables.flat())
    const arrived = Array.from({ length: people }, (_, index) => index).filter((index) => !seated.has(index))
    const { groups } = reseat({
      players: people,
      groups: tables,
      arrived,
      leastSize: least,
      mostSize: most,
      metBefore: met,
    })
    bringToTables(groups, locked, met)
    met.push(...pairsOf(groups))
    return groups
  })
}

function keptApart(locked: SeatingTask['locked']): Meeting[] {
  const kept = [...locked]
  return kept.flatMap(([one, table], at) =>
    kept
      .slice(at + 1)
      .filter(([, other]) => other !== table)
      .map(([other]): Meeting => [one, other, never]),
  )
}

function pairsOf(tables: readonly (readonly number[])[]): Meeting[] {
  return tables.flatMap((people) =>
    people.flatMap((one, at) => people.slice(at + 1).map((other): Meeting => [one, other])),
  )
}
