/** Longer runs of letters than this may be broken anywhere, so that no name leaves its sheet. */
const longestRun = 18

const breakHere = '\u200b'

/**
 * Text as a document can show it: what no font draws and no reader should hear (control characters, marks of byte order,
 * halves of characters, overrides of direction) is left out, every run of blanks is one, and very long words may break.
 * @example printable('Ana\u0007\nMorales') // 'Ana Morales'
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\ufeff\ufffc-\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .replace(new RegExp(`\\S{${longestRun}}(?=\\S)`, 'gu'), `$&${breakHere}`)
}

/** The same for every text in data of any shape. */
export function printableData<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T
  if (Array.isArray(data)) return data.map(printableData) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableData(value)])) as T
}
