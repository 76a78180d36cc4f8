import Papa from 'papaparse'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import { partNames } from './fit/parts.ts'
import { measures, type Results } from './results.ts'
import { resultsWords } from './results-words.ts'
import { words } from './words.ts'

/**
 * What became of each proposal as CSV for a spreadsheet, one line each: with a byte order mark, which Excel needs, and
 * with every cell that could pass for a formula disarmed.
 */
export function resultsCsv(locale: Locale, { results }: Results): string {
  const [t, labels] = [resultsWords(locale), words(locale)]
  const lines = results.map(({ names, fit, levels, became }) => ({
    [t.members]: list(locale, names),
    [labels.fit]: fit,
    ...Object.fromEntries(partNames.map((name) => [labels[`part ${name}`], levels.get(name) ?? ''])),
    ...Object.fromEntries(measures.map((measure) => [t[measure], t[`verdict ${became[measure]}`]])),
  }))
  return `\uFEFF${Papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
