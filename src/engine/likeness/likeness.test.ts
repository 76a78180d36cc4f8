import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, sharedWords, weighTexts } from './likeness.ts'
import { stopWords } from './stop-words.ts'
import { languageOf, termOf, wordsOf } from './words.ts'

const problems = [
  'Nobody in the hillside districts reads our participatory budget.',
  'The participatory budgets of our districts are read by nobody.',
  'Contracts are published after the work is finished.',
  'Le budget participatif existe, mais les quartiers ne viennent pas.',
  'Au budget participatif, les quartiers éloignés ne viennent pas.',
  'La gente no entiende el presupuesto de la ciudad.',
  'El presupuesto de la ciudad no se entiende en los barrios.',
  'الموازنة التي لا يقرأها الناس في المدينة',
  'لا أحد يقرأ موازنة المدينة في الأحياء',
  '42',
]
const texts = weighTexts(problems)
const alike = (a: number, b: number) => likeness(texts.vectors[a] ?? null, texts.vectors[b] ?? null)

describe('the language of a text', () => {
  it.each([
    ['Open data that only four people download.', 'en'],
    ['Des cartes de dépenses que seuls les ingénieurs comprennent.', 'fr'],
    ['Nadie lee el presupuesto y no sabemos por qué.', 'es'],
    ['الموازنة لا تصل إلى الناس', 'ar'],
    ['Budget', null],
    ['', null],
  ])('%s', (text, language) => {
    expect(languageOf(wordsOf(text))).toBe(language)
  })

  it('knows its little words as texts are folded', () => {
    for (const [language, words] of Object.entries(stopWords))
      for (const word of words) expect(wordsOf(word), `${word} in ${language}`).toEqual([word])
  })
})

describe('terms', () => {
  it('are one for a word and its plural, and none for little words and numbers', () => {
    expect([termOf('budgets', 'en'), termOf('budget', 'en')]).toEqual(['budget', 'budget'])
    expect([termOf('the', 'en'), termOf('2026', 'en'), termOf('x', 'en')]).toEqual([null, null, null])
    expect(termOf(wordsOf('المدينة')[0] ?? '', 'ar')).toBe(termOf(wordsOf('مدينة')[0] ?? '', 'ar'))
  })
})

describe('likeness', () => {
  it('is high for one matter, within a language, and 0 across languages', () => {
    for (const [a, b] of [
      [0, 1],
      [3, 4],
      [5, 6],
      [7, 8],
    ] as const)
      expect(alike(a, b), problems[a]).toBeGreaterThan(15)
    expect(alike(0, 2)).toBe(0)
    expect(alike(0, 3)).toBe(0)
    expect(alike(0, 9)).toBe(0)
    expect(alike(9, 9)).toBe(0)
  })

  it('weighs what few texts have more than what all have', () => {
    const said = [
      'the budget and the harbour',
      'the budget and the harbour wall',
      'the budget and the market',
      'the budget',
    ]
    const { vectors } = weighTexts(said)
    const [harbour, wall, market] = vectors as [(typeof vectors)[0], (typeof vectors)[0], (typeof vectors)[0]]
    expect(likeness(harbour, wall)).toBeGreaterThan(likeness(harbour, market))
  })

  it('is worked out by hand: weights 1 and 2, one shared term of weight 1', () => {
    const { vectors } = weighTexts(['The budget is long', 'Nobody reads the budget'])
    expect([...(vectors[0]?.weights ?? [])]).toEqual([1, 2])
    expect([...(vectors[1]?.weights ?? [])]).toEqual([1, 2])
    expect(likeness(vectors[0] ?? null, vectors[1] ?? null)).toBe(20)
  })

  it('names the words in common, the rarest first', () => {
    expect(sharedWords(texts, texts.vectors[3] ?? null, texts.vectors[4] ?? null, 2)).toHaveLength(2)
    expect(sharedWords(texts, texts.vectors[0] ?? null, texts.vectors[2] ?? null, 2)).toEqual([])
    expect(sharedWords(texts, texts.vectors[0] ?? null, null, 2)).toEqual([])
  })

  it('is whole, symmetric, from 0 to 100, and 100 for a text and itself', () => {
    const word = fc.constantFrom('the', 'budget', 'ward', 'audit', 'radio', 'of', 'and', 'maps', 'budgets', 'reading')
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (all) => {
        const { vectors } = weighTexts(all)
        for (const a of vectors) {
          expect(likeness(a, a)).toBe(a === null ? 0 : 100)
          for (const b of vectors) {
            const level = likeness(a, b)
            expect(Number.isInteger(level) && level >= 0 && level <= 100).toBe(true)
            expect(likeness(b, a)).toBe(level)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
