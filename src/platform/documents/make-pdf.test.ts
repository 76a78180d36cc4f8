import { describe, expect, it } from 'vitest'
import { bookmarksOf, countPages, isAccessible, openedPdf } from '../../../test/pdf.ts'
import { makePdf } from './make-pdf.ts'

const at = Temporal.Instant.from('2026-11-24T09:00:00Z')
const template = `
#set page(paper: "a4")
#for name in data { heading(level: 1, show-text(name)) }
`
const make = (data: string[], title = 'Cards', lang = 'en') => makePdf({ title, lang, template, data, at })

describe('a document', () => {
  it('is tagged, and says its title, its language and when it was made', () => {
    const pdf = make(['Ana Morales'], 'Cartes de table', 'fr')
    const text = openedPdf(pdf)
    expect(isAccessible(pdf)).toBe(true)
    expect(text).toMatch(/\/Lang\s*\(fr\)/)
    expect(text).toContain('Cartes de table')
    expect(text).toContain('2026-11-24T09:00:00')
    expect(text).toMatch(/MediaBox\s*\[0 0 595\.\d+ 841\.\d+\]/)
    expect(countPages(pdf)).toBe(1)
  })

  it('is the same each time it is made of the same', () => {
    expect(Buffer.from(make(['Ana'])).equals(Buffer.from(make(['Ana'])))).toBe(true)
  })

  it('carries its fonts, for Latin and for Arabic letters', () => {
    const pdf = make(['Łukasz Żółć', 'Ελένη', 'Иван', 'Nguyễn Thị Minh', 'نادية حسن'])
    expect(openedPdf(pdf)).toMatch(/FontName\s*\/\w+\+SourceSerif4/)
    expect(openedPdf(pdf)).toMatch(/FontName\s*\/\w+\+NotoSansArabic/)
    expect(bookmarksOf(pdf)).toEqual(expect.arrayContaining(['نادية حسن', 'Łukasz Żółć']))
    expect(isAccessible(pdf)).toBe(true)
  })

  it.for([
    '#panic("x")',
    '$x$ ] } *b* _i_ @x <l> `r`',
    '#include "/etc/passwd"',
    '= heading',
    '#let show-text = none',
    '"] #eval("1")',
    '\\u{41}',
    '// comment /* more',
    'https://perennial.test/~x',
  ])('shows what looks like markup letter by letter: %j', (text) => {
    expect(bookmarksOf(make([text]))).toContain(text)
    expect(countPages(make([text], text))).toBe(1)
  })

  it('leaves out what cannot be seen, and breaks words that have no end', () => {
    expect(bookmarksOf(make(['a\u0007\u202Eb\nc\u{D800}\ufeff']))).toContain('ab c')
    const long = make(['x'.repeat(3000)])
    expect(isAccessible(long)).toBe(true)
    expect(bookmarksOf(make(['x'.repeat(20)]))[0]).toBe('x'.repeat(20))
  })

  it('is still made where a letter has no font', () => {
    const pdf = make(['Ana', '\u{1E900}\u{16F00}'])
    expect(countPages(pdf)).toBe(1)
    expect(openedPdf(pdf)).toMatch(/\/StructTreeRoot/)
  })

  it('says when a template of ours is wrong', () => {
    expect(() => makePdf({ title: 'x', lang: 'en', template: '#nothing()', data: [], at })).toThrow(
      'The template is wrong: ',
    )
  })
})
