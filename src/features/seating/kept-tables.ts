import type { Meeting } from '../../engine/rotation/rotation-request.ts'

type Locked = ReadonlyMap<number, number>

/** Gives groups their table numbers: where somebody is locked to a table, a group with them in it sits there. */
export function tablesOfGroups(groups: readonly (readonly number[])[], locked: Locked): number[][] {
  const left = groups.map((group) => [...group])
  const tables = Array.from({ length: groups.length }, (): number[] | undefined => undefined)
  const take = (table: number, wanted: (group: number[]) => boolean) => {
    const at = left.findIndex(wanted)
    if (at !== -1 && tables[table] === undefined) tables[table] = left.splice(at, 1)[0]
  }
  for (const [person, table] of locked) take(table, (group) => group.includes(person))
  return tables.map((group) => group ?? left.shift() ?? [])
}

/**
 * Brings everybody who is locked to a table there, by trading places with the one at it who leaves fewest to meet again.
 * Most sit there already; it is two locked to one table who are kept together by this.
 */
export function bringToTables(tables: number[][], locked: Locked, met: readonly Meeting[]): void {
  const times = new Map<string, number>()
  for (const [a, b, count = 1] of met) {
    const key = keyOf(a, b)
    times.set(key, (times.get(key) ?? 0) + count)
  }
  const meetings = (person: number, people: readonly number[], without: number) =>
    people.reduce((sum, other) => (other === without ? sum : sum + (times.get(keyOf(person, other)) ?? 0)), 0)
  for (const [person, table] of locked) {
    const from = tables.find((people) => people.includes(person))
    const to = tables[table]
    if (!from || !to || from === to) continue
    const free = to.filter((other) => locked.get(other) !== table)
    const price = (other: number) => meetings(other, from, person) + meetings(person, to, other)
    const partner = free.toSorted((one, other) => price(one) - price(other))[0]
    from.splice(from.indexOf(person), 1)
    to.push(person)
    if (partner === undefined) continue
    to.splice(to.indexOf(partner), 1)
    from.push(partner)
  }
}

const keyOf = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)
