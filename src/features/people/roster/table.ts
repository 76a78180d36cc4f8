import Papa from 'papaparse'
import { fieldOf } from './fields.ts'

export interface RosterLine {
  /** As a spreadsheet numbers it: a cell with line breaks is one line. */
  line: number
  cells: string[]
}

export interface RosterTable {
  separator: string
  /** As written; empty where the file begins with people at once. */
  headings: string[]
  lines: RosterLine[]
  /** Columns of the widest line. */
  width: number
}

const separators = [',', ';', '\t']
export const mostLines = 10_000
const mostColumns = 60
/** No cell of a roster is longer; the rest of one that is would only hold everybody up. */
const mostLetters = 2000
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * Cuts a text into headings and lines. The separator is the one under which most headings are understood; headings may
 * follow a title line or be missing. Excel's own first line, 'sep=;', is obeyed.
 */
export function readTable(text: string): RosterTable {
  const whole = text.replace(/\r\n?/g, '\n')
  const told = /^"?sep=(.)"?[ \t]*\n/i.exec(whole)
  const body = told ? whole.slice(told[0].length) : whole
  const separator = told?.[1] ?? bestSeparator(body)
  const all = cut(body, separator)
  const headed = headingIndex(all)
  const before = told ? 1 : 0
  const lines = all
    .map((cells, index) => ({ line: index + 1 + before, cells }))
    .slice(headed + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const width = Math.max(all[headed]?.length ?? 0, ...lines.map(({ cells }) => cells.length).slice(0, 1000))
  const headings = headed < 0 ? [] : (all[headed] ?? [])
  return { separator, headings, lines, width: Math.min(width, mostColumns) }
}

function bestSeparator(text: string): string {
  const rated = separators.map((separator) => {
    const top = cut(text, separator, 12)
    const columns = Math.max(0, ...top.map((cells) => cells.length))
    const even = top.filter((cells) => cells.length === columns).length
    return { separator, rating: columns < 2 ? 0 : 100 * mostUnderstood(top) + 2 * even + Math.min(columns, 50) }
  })
  return rated.reduce((best, one) => (one.rating > best.rating ? one : best)).separator
}

/** Headings stand in one of the first lines; -1 when the first line is a person already. */
function headingIndex(all: readonly string[][]): number {
  const top = all.slice(0, 12)
  const most = mostUnderstood(top)
  if (most > 0) {
    const found = top.findIndex((cells) => understood(cells) === most)
    if (most > 1 || found === 0) return found
  }
  return all[0]?.some((cell) => looksLikeAddress.test(cell)) ? -1 : all.length > 0 ? 0 : -1
}

function mostUnderstood(lines: readonly string[][]): number {
  return Math.max(0, ...lines.map(understood))
}

function understood(cells: readonly string[]): number {
  if (cells.some((cell) => looksLikeAddress.test(cell))) return 0
  return new Set(cells.slice(0, mostColumns).flatMap((cell) => (cell.length < 60 ? (fieldOf(cell)?.field ?? []) : [])))
    .size
}

function cut(text: string, separator: string, preview = mostLines + 12): string[][] {
  const options = { delimiter: separator, preview, newline: '\n' as const, skipEmptyLines: false as const }
  const read = Papa.parse<string[]>(text, options)
  // A quotation mark that never closes swallows the rest of the file: then marks are letters like others.
  const broken = read.errors.some((error) => error.code === 'MissingQuotes')
  const rows = broken ? Papa.parse<string[]>(text, { ...options, quoteChar: '\u0001' }).data : read.data
  return rows.map((cells) =>
    cells.slice(0, mostColumns).map((cell) => tidyCell(broken ? cell.replace(/^"(.*)"$/, '$1') : cell)),
  )
}

/**
 * A cell as people mean it: no invisible marks (but joiners, which Persian needs), no spaces around it, and without the
 * apostrophe that keeps a spreadsheet from running it (our own file of refused lines writes one).
 */
export function tidyCell(cell: string): string {
  return cell
    .slice(0, mostLetters)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\ufffd\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}
