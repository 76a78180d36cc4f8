import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seatPeople, type SeatingTask } from './seat-people.ts'

const twelve: SeatingTask = {
  people: 12,
  rounds: 3,
  tables: 4,
  least: 3,
  most: 3,
  locked: new Map(),
  metBefore: [],
  keep: null,
  seed: 1,
}

/** How often two of these meet again. */
function repeatsIn(rounds: number[][][]): number {
  const met = new Map<string, number>()
  for (const people of rounds.flat())
    for (const one of people)
      for (const other of people) if (one < other) met.set(`${one} ${other}`, (met.get(`${one} ${other}`) ?? 0) + 1)
  return [...met.values()].reduce((sum, times) => sum + times - 1, 0)
}

describe('seated anew', () => {
  it('nobody meets twice, and another seed gives other tables', () => {
    expect(repeatsIn(seatPeople(twelve))).toBe(0)
    expect(seatPeople(twelve)).toEqual(seatPeople(twelve))
    expect(seatPeople({ ...twelve, seed: 2 })).not.toEqual(seatPeople(twelve))
  })

  it('nobody meets who met before, where that can be', () => {
    const metBefore = [0, 2, 4, 6, 8, 10].map((one): [number, number] => [one, one + 1])
    for (const people of seatPeople({ ...twelve, metBefore }).flat())
      for (const [one, other] of metBefore) expect(people.includes(one) && people.includes(other)).toBe(false)
  })

  it('whoever is kept at a table is there in every round, alone or with somebody else', () => {
    const locked = new Map([
      [3, 1],
      [7, 1],
      [5, 3],
    ])
    for (const tables of seatPeople({ ...twelve, locked })) {
      expect(tables[1]).toEqual(expect.arrayContaining([3, 7]))
      expect(tables[3]).toContain(5)
      expect(tables.map(({ length }) => length)).toEqual([3, 3, 3, 3])
    }
    expect(repeatsIn(seatPeople({ ...twelve, locked: new Map([[3, 1]]) }))).toBe(0)
  })

  it('two kept at one table meet in every round, and nobody else meets twice', () => {
    const asked = { ...twelve, people: 24, tables: 6, rounds: 4, least: 4, most: 4 }
    const seated = seatPeople({
      ...asked,
      locked: new Map([
        [3, 2],
        [8, 2],
      ]),
    })
    // The two themselves meet again three times.
    expect(repeatsIn(seated)).toBe(3)
  })

  it('everybody has one seat in every round, whatever is asked', () => {
    const asked = fc.record({
      people: fc.integer({ min: 2, max: 30 }),
      rounds: fc.integer({ min: 1, max: 4 }),
      tables: fc.integer({ min: 1, max: 6 }),
      kept: fc.array(fc.tuple(fc.nat(29), fc.nat(5)), { maxLength: 4 }),
      seed: fc.nat(1000),
    })
    fc.assert(
      fc.property(asked, ({ people, rounds, tables, kept, seed }) => {
        fc.pre(people >= 2 * tables)
        const size = Math.floor(people / tables)
        const locked = new Map(kept.filter(([person, table]) => person < people && table < tables))
        const perTable = Map.groupBy(locked.values(), (table) => table)
        fc.pre([...perTable.values()].every(({ length }) => length <= size))
        const task = { ...twelve, people, rounds, tables, least: size, most: size + 1, locked, seed }
        const seated = seatPeople(task)
        expect(seated).toHaveLength(rounds)
        for (const round of seated) {
          expect(round.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, index) => index))
          for (const [person, table] of locked) expect(round[table]).toContain(person)
        }
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

describe('seated again', () => {
  const before = seatPeople(twelve)

  it('nobody moves for somebody who is missing, nor for somebody who fills the gap', () => {
    const keep = before.map((tables) => tables.map((people) => people.filter((person) => person !== 11)))
    const without = seatPeople({ ...twelve, people: 11, least: 2, keep })
    expect(without.map(sorted)).toEqual(keep.map(sorted))
    const again = seatPeople({ ...twelve, keep: without })
    expect(again.map(sorted)).toEqual(before.map(sorted))
  })

  it('a table that became too small gets somebody, and the others stay', () => {
    const gone = new Set([9, 10, 11])
    const keep = before.map((tables) => tables.map((people) => people.filter((person) => !gone.has(person))))
    const after = seatPeople({ ...twelve, people: 9, most: 4, keep })
    for (const [round, tables] of after.entries()) {
      expect(tables.flat()).toHaveLength(9)
      for (const people of tables) expect([0, 3, 4]).toContain(people.length)
      const moved = tables.flatMap((people, table) => people.filter((one) => !keep[round]?.[table]?.includes(one)))
      expect(moved.length).toBeLessThanOrEqual(3)
    }
  })

  it('whoever is kept at a table stays there', () => {
    const locked = new Map([[before[0]?.[2]?.[0] ?? 0, 2]])
    const kept = seatPeople({ ...twelve, locked })
    const keep = kept.map((tables) => tables.map((people) => people.filter((person) => person < 10)))
    const again = seatPeople({ ...twelve, people: 10, least: 2, keep, locked })
    for (const tables of again) for (const [person] of locked) if (person < 10) expect(tables[2]).toContain(person)
  })
})

const sorted = (tables: readonly (readonly number[])[]) => tables.map((people) => people.toSorted((a, b) => a - b))
