import { describe, expect, it } from 'vitest'
import { catalogue, chooseLocale, list, number, plural } from './catalogue.ts'
import { countryName, languageName } from './names.ts'

describe('words in several languages', () => {
  it('come from one catalogue', () => {
    const words = catalogue(
      { hello: 'Hello', to: (a: { name: string }) => `To ${a.name}` },
      { hello: 'Bonjour', to: (a) => `À ${a.name}` },
    )
    expect(words('fr').to({ name: 'Ana' })).toBe('À Ana')
    expect(words('de').hello).toBe('Hello')
  })

  it('count by the rules of the language: nothing is plural in English, singular in French', () => {
    const forms = { one: '# jour', other: '# jours' }
    expect([0, 1, 2].map((count) => plural('fr', count, forms))).toEqual(['0 jour', '1 jour', '2 jours'])
    expect(plural('en', 0, { one: '# day', other: '# days' })).toBe('0 days')
  })

  it('write numbers and lists as the language does', () => {
    expect([number('en', 1234.56), number('fr', 2.5)]).toEqual(['1,234.6', '2,5'])
    expect(list('fr', ['Ana', 'Kofi', 'Luc'])).toBe('Ana, Kofi et Luc')
  })

  it('choose the first wish that is spoken here', () => {
    expect(chooseLocale(undefined, 'de-AT,fr;q=0.8')).toBe('fr')
    expect(chooseLocale('zz', null)).toBe('en')
  })

  it('name countries and languages', () => {
    expect([countryName('fr', 'TN'), languageName('en', 'ar'), countryName('en', '??')]).toEqual([
      'Tunisie',
      'Arabic',
      '??',
    ])
  })
})
