const summary: [sentence: string, holds: boolean][] = []

/** One line of a table: a name and its cells, numbers with two places where they have any. */
export function row(name: string, cells: readonly (string | number)[]): string {
  const text = (cell: string | number) =>
    typeof cell === 'string' || Number.isInteger(cell) ? String(cell) : cell.toFixed(cell < 100 ? 2 : 0)
  return name.padEnd(26) + cells.map((cell) => text(cell).padStart(10)).join('')
}

/** Notes a yardstick, reached or not; the summary prints them all. */
export function judge(sentence: string, holds: boolean): void {
  summary.push([sentence, holds])
}

/** Prints what was noted, and ends with 1 where a yardstick was not reached. */
export function printSummary(): void {
  console.log('Summary')
  for (const [sentence, holds] of summary) console.log(`${holds ? 'reached    ' : 'NOT REACHED'}  ${sentence}`)
  if (summary.some(([, holds]) => !holds)) process.exitCode = 1
}

/** A total, and behind it how many sessions have no place. */
export function outOf({ total, unplaced }: { total: number; unplaced: number }): string {
  return unplaced > 0 ? `${total} -${unplaced}` : String(total)
}
