export interface TableSizes {
  least: number
  most: number
}

/** How few and how many tables so many people fill when each table has `least` to `most`; null when none does. */
export function possibleTables(people: number, { least, most }: TableSizes): { fewest: number; most: number } | null {
  const fewest = Math.ceil(people / most)
  const highest = Math.floor(people / least)
  return people > 0 && fewest <= highest ? { fewest, most: highest } : null
}

/**
 * How many tables so many people take: as many as there are now where that keeps the sizes, otherwise the nearest number
 * that does; where none does, the one whose tables come closest to the sizes asked. At least `needed`, where somebody is
 * locked to a table of that number.
 */
export function countTables(people: number, sizes: TableSizes, now: number | null, needed = 1): number {
  const possible = possibleTables(people, sizes)
  const nearest = possible
    ? Math.min(Math.max(now ?? possible.fewest, possible.fewest), possible.most)
    : Math.max(1, Math.round(people / sizes.most))
  return Math.max(nearest, needed)
}

/** People a table when they spread as evenly as they can: 'tables of 4 to 5'. */
export function evenSizes(people: number, tables: number): TableSizes {
  return { least: Math.floor(people / tables), most: Math.ceil(people / tables) }
}
