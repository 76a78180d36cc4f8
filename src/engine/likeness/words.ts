import { stopWords, type TextLanguage } from './stop-words.ts'

/** Longer words are told apart by these letters alone, so that 'budget' and 'budgets' are one. */
const lettersKept = 6

/**
 * The words of a text in lower case, without accents; of Arabic without vowel signs, and with one form of alef, ya and ta.
 *
 * @example wordsOf('Où va l’Été?') // ['ou', 'va', 'l', 'ete']
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * The language of a text by the little words in it, or null where none of the four has any.
 *
 * Method: G. Grefenstette, 'Comparing two language identification schemes', JADT 1995: the language most of whose small
 * words occur. Of two that tell the same the one named first in `stopWords` is taken.
 *
 * @example languageOf(wordsOf('Open data that nobody reads')) // 'en'
 */
export function languageOf(words: readonly string[]): TextLanguage | null {
  let best: TextLanguage | null = null
  let most = 0
  for (const language of Object.keys(stopWords) as TextLanguage[]) {
    const count = words.reduce((sum, word) => sum + (stopWords[language].has(word) ? 1 : 0), 0)
    if (count <= most) continue
    best = language
    most = count
  }
  return best
}

/**
 * What a word counts as: its first six letters; of Arabic words the article and what is written with it fall away. Null for
 * little words, single letters and numbers, which count nothing.
 *
 * Method: truncation as in P. McNamee, C. Nicholas & J. Mayfield, 'Addressing morphological variation in alphabetic
 * languages', SIGIR 2009; prefixes as in L. Larkey, L. Ballesteros & M. Connell, 'Improving stemming for Arabic information
 * retrieval', SIGIR 2002.
 *
 * @example termOf('budgets', 'en') // 'budget'
 */
export function termOf(word: string, language: TextLanguage): string | null {
  if (word.length < 2 || /^\p{N}+$/u.test(word) || stopWords[language].has(word)) return null
  if (language !== 'ar') return word.slice(0, lettersKept)
  const bare = word.replace(/^(?:وال|بال|كال|فال|ال|لل)(?=...)/u, '')
  return stopWords.ar.has(bare) ? null : bare.slice(0, lettersKept)
}
