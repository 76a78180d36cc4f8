import type { TextLanguage } from './stop-words.ts'
import { languageOf, termOf, wordsOf } from './words.ts'

/** A text as the weights of its terms. */
export interface TermVector {
  language: TextLanguage
  /** Numbers of its terms in rising order, each once. */
  terms: Int32Array
  /** The weight of each, a whole number from 1. */
  weights: Int32Array
  /** Sum of the squared weights. */
  square: number
}

/** Texts that are compared with each other. */
export interface Texts {
  /** One for each text; null where it has no language or no words of matter. */
  vectors: (TermVector | null)[]
  /** How a term was first written, by its number. */
  words: string[]
}

/**
 * Weighs the terms of texts. A term counts more the fewer texts of its language have it; how often one text has it does
 * not matter, for the texts are short.
 *
 * Method: K. Spärck Jones, 'A statistical interpretation of term specificity and its application in retrieval', Journal
 * of Documentation 28(1), 1972, in its own whole numbers: f(N) - f(n) + 1, where f(x) is the smallest m with 2^m >= x, N
 * counts the texts and n those with the term.
 *
 * @example weighTexts(['The budget is long', 'Nobody reads the budget']).vectors[0]?.weights // Int32Array [1, 2]
 */
export function weighTexts(texts: readonly string[]): Texts {
  const numbers = new Map<string, number>()
  const written: string[] = []
  const inText: number[] = []
  const perLanguage = new Map<TextLanguage, number>()
  const read = texts.map((text) => {
    const words = wordsOf(text)
    const language = languageOf(words)
    if (language === null) return null
    const terms = new Set<number>()
    for (const word of words) {
      const term = termOf(word, language)
      if (term === null) continue
      const key = `${language} ${term}`
      const number = numbers.get(key) ?? numbers.size
      if (number === numbers.size) {
        numbers.set(key, number)
        written.push(word)
        inText.push(0)
      }
      terms.add(number)
    }
    if (terms.size === 0) return null
    for (const number of terms) inText[number]! += 1
    perLanguage.set(language, (perLanguage.get(language) ?? 0) + 1)
    return { language, terms: Int32Array.from(terms).toSorted() }
  })
  const vectors = read.map((one): TermVector | null => {
    if (one === null) return null
    const all = wholeLog(perLanguage.get(one.language) ?? 1)
    const weights = one.terms.map((number) => all - wholeLog(inText[number]!) + 1)
    return { ...one, weights, square: weights.reduce((sum, weight) => sum + weight * weight, 0) }
  })
  return { vectors, words: written }
}

/** The smallest m with 2^m >= x. */
function wholeLog(x: number): number {
  return x <= 1 ? 0 : 32 - Math.clz32(x - 1)
}

/**
 * How alike two texts are, 0 (no term in common, or not the same language) to 100 (the same terms), rounded down.
 *
 * Method: the cosine of the angle between the two, G. Salton, A. Wong & C. S. Yang, 'A vector space model for automatic
 * indexing', Communications of the ACM 18(11), 1975. Whole numbers throughout, so the same on every machine.
 *
 * @param a and `b` from one call of `weighTexts`
 * @example likeness(vectors[0], vectors[1]) // 26
 */
export function likeness(a: TermVector | null, b: TermVector | null): number {
  if (a === null || b === null || a.language !== b.language) return 0
  let product = 0
  for (let left = 0, right = 0; left < a.terms.length && right < b.terms.length;) {
    const difference = a.terms[left]! - b.terms[right]!
    if (difference === 0) product += a.weights[left]! * b.weights[right]!
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  if (product === 0) return 0
  const squares = a.square * b.square
  let percent = Math.floor((100 * product) / Math.sqrt(squares))
  while ((percent + 1) ** 2 * squares <= 10_000 * product * product) percent += 1
  while (percent ** 2 * squares > 10_000 * product * product) percent -= 1
  return percent
}

/**
 * The words two texts share, the weightiest first, as they were first written.
 *
 * @param a and `b` from `texts.vectors`
 * @example sharedWords(texts, texts.vectors[0], texts.vectors[1], 3) // ['budget']
 */
export function sharedWords(texts: Texts, a: TermVector | null, b: TermVector | null, most: number): string[] {
  if (a === null || b === null) return []
  return [...a.terms]
    .map((number, index) => ({ number, weight: a.weights[index]! }))
    .filter(({ number }) => b.terms.includes(number))
    .toSorted((one, other) => other.weight - one.weight || one.number - other.number)
    .slice(0, most)
    .map(({ number }) => texts.words[number] ?? '')
}
