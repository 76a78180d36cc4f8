import { fold } from '../folding.ts'

const months = [
  'jan january janvier janv enero ene',
  'feb february fevrier fevr fev febrero',
  'mar march mars marzo',
  'apr april avril avr abril abr',
  'may mai mayo',
  'jun june juin junio',
  'jul july juillet juil julio',
  'aug august aout agosto ago',
  'sep sept september septembre septiembre',
  'oct october octobre octubre',
  'nov november novembre noviembre',
  'dec december decembre diciembre dic',
].map((names) => names.split(' '))

/** Whether dates like 03/04/2025 in these cells put the day first: they do unless one of them cannot. */
export function isDayFirst(cells: readonly string[]): boolean {
  return !cells.some((cell) => Number(/^\s*\d{1,2}[/.-](\d{1,2})[/.-]\d{2,4}\s*$/.exec(cell)?.[1]) > 12)
}

/**
 * The day a cell names: 2024-09-01, 1/9/2024, 9/2024, 2024, '1 September 2024', 'sept. 2024' or a spreadsheet's number.
 * Where the day or month is missing, the first. null when it names none.
 */
export function readDay(cell: string, dayFirst = true): Temporal.PlainDate | null {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text)
  if (short) return dayFirst ? day(short[3], short[2], short[1]) : day(short[3], short[1], short[2])
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (month) return day(month[2], month[1])
  if (/^(19|20)\d{2}$/.test(text)) return day(text)
  if (/^\d{5}$/.test(text)) return Temporal.PlainDate.from('1899-12-30').add({ days: Number(text) })
  return readWords(text)
}

function readWords(text: string): Temporal.PlainDate | null {
  const words = fold(text).split(' ')
  const named = months.findIndex((names) => words.some((word) => names.includes(word)))
  const year = words.find((word) => /^\d{4}$/.test(word))
  if (named < 0 || !year) return null
  const inMonth = words.map((word) => /^(\d{1,2})(st|nd|rd|th|er)?$/.exec(word)?.[1]).find((word) => word !== undefined)
  return day(year, String(named + 1), inMonth)
}

function day(year = '', month = '1', dayOfMonth = '1'): Temporal.PlainDate | null {
  try {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year)
    if (full < 1940 || full > 2100) return null
    return Temporal.PlainDate.from(
      { year: full, month: Number(month), day: Number(dayOfMonth) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
