import { fold } from '../folding.ts'
import { fieldOf, type RosterField, rosterFields } from './fields.ts'
import type { RosterTable } from './table.ts'

/** For each column the field it holds, or null: left out. */
export type Columns = (RosterField | null)[]

const addressInside = /[^\s@<>]@[^\s@<>]+\.[^\s@<>]/
const salutation = /^(mr|mrs|ms|miss|mx|dr|prof|m|mme|mlle|madame|monsieur|sr|sra|sir|hon|eng)$/

/** What each column seems to hold: headings in words we know first, then likely ones, then what the cells look like. */
export function guessColumns(table: RosterTable): Columns {
  const read = Array.from({ length: table.width }, (_, column) => fieldOf(table.headings[column] ?? ''))
  const columns: Columns = read.map(() => null)
  for (const isSure of [true, false]) {
    read.forEach((one, column) => {
      if (one?.isSure === isSure && !columns.includes(one.field) && !isOtherwise(one.field, table, column))
        columns[column] = one.field
    })
  }
  if (!columns.includes('email')) {
    const found = columns.findIndex(
      (field, column) => field === null && mostCells(table, column, (cell) => addressInside.test(cell)),
    )
    if (found >= 0) columns[found] = 'email'
  }
  // 'Nom' alone is the whole name; beside 'Prénom' it is the family name.
  if (!columns.includes('name') && !columns.includes('firstName')) {
    const last = columns.indexOf('lastName')
    if (last >= 0) columns[last] = 'name'
  }
  return columns
}

// A heading 'Title' over Mr and Ms is no job; 'Contact' over telephone numbers is no name.
function isOtherwise(field: RosterField, table: RosterTable, column: number): boolean {
  if (field === 'title') return mostCells(table, column, (cell) => salutation.test(fold(cell)))
  return field === 'name' && mostCells(table, column, (cell) => !/\p{L}/u.test(cell) || addressInside.test(cell))
}

function mostCells(table: RosterTable, column: number, test: (cell: string) => boolean): boolean {
  const cells = table.lines.slice(0, 50).flatMap(({ cells }) => cells[column] || [])
  return cells.length > 0 && cells.filter(test).length > cells.length / 2
}

/** Columns chosen by a person, one select each; unknown words count as left out. */
export function chosenColumns(chosen: readonly string[]): Columns {
  return chosen.map((text) => rosterFields.find((field) => field === text) ?? null)
}

/** The fields that more than one column claims. */
export function doubledFields(columns: Columns): RosterField[] {
  return rosterFields.filter((field) => columns.filter((one) => one === field).length > 1)
}

/** Whether the columns say enough to know anybody: a name and an address. */
export function missingFields(columns: Columns): ('name' | 'email')[] {
  const hasName = columns.some((field) => field === 'name' || field === 'firstName' || field === 'lastName')
  return [...(hasName ? [] : ['name' as const]), ...(columns.includes('email') ? [] : ['email' as const])]
}
