import { type Random, seededRandom } from '../../engine/random.ts'

/** Rounds of tables of people by their places in the list of those who take part. */
type NumberedSeats = readonly (readonly (readonly number[])[])[]

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

/** Seats people in rounds so that nobody meets twice, or as few as can be. */
export function seatPeople(task: SeatingTask): number[][][] {
  const { people, rounds, locked, seed } = task
  const random = seededRandom(seed)
  const met = new Uint8Array(people * people)
  const meet = (a: number, b: number) => {
    met[a * people + b]! += 1
    met[b * people + a]! += 1
  }
  for (const [a, b] of task.metBefore) meet(a, b)
  return Array.from({ length: rounds }, (_, round) => {
    const kept = task.keep?.[round]
    const tables = startRound(task, kept, random)
    const cost = (table: number, person: number, without: number) => {
      let sum = kept && !kept[table]?.includes(person) ? 1 : 0
      for (const other of tables[table]!)
        if (other !== person && other !== without) sum += 4 * met[person * people + other]!
      return sum
    }
    for (let turn = 0; turn < 60 * people; turn++) {
      const [from, to] = [random.int(tables.length), random.int(tables.length)]
      const [i, j] = [random.int(tables[from]!.length || 1), random.int(tables[to]!.length || 1)]
      const [a, b] = [tables[from]![i], tables[to]![j]]
      if (from === to || a === undefined || b === undefined || locked.has(a) || locked.has(b)) continue
      const before = cost(from, a, -1) + cost(to, b, -1)
      const after = cost(to, a, b) + cost(from, b, a)
      if (after > before || (kept && after === before)) continue
      tables[from]![i] = b
      tables[to]![j] = a
    }
    for (const table of tables)
      for (const [at, one] of table.entries()) for (const other of table.slice(at + 1)) meet(one, other)
    return tables
  })
}

/** Those locked, then those kept, then everybody else where there is most room; no table over or under its bounds. */
function startRound(task: SeatingTask, kept: NumberedSeats[number] | undefined, random: Random): number[][] {
  const { people, locked, least, most } = task
  const tables = Array.from({ length: task.tables }, (): number[] => [])
  const left = new Set(Array.from({ length: people }, (_, person) => person))
  const sit = (person: number, table: number) => {
    tables[table]?.push(person)
    left.delete(person)
  }
  for (const [person, table] of locked) sit(person, table)
  for (const [table, persons] of (kept ?? []).entries())
    for (const person of persons) if (left.has(person) && (tables[table]?.length ?? most) < most) sit(person, table)
  const bySize = () => tables.map((_, table) => table).toSorted((a, b) => tables[a]!.length - tables[b]!.length)
  for (const person of random.shuffle([...left])) sit(person, bySize()[0] ?? 0)
  for (;;) {
    const order = bySize()
    const [smallest, largest] = [tables[order[0] ?? 0]!, tables[order.at(-1) ?? 0]!]
    const mover = largest.findLastIndex((person) => !locked.has(person))
    if (smallest.length >= least || largest.length <= smallest.length + 1 || mover === -1) return tables
    smallest.push(...largest.splice(mover, 1))
  }
}
