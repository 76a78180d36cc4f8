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
  it('is tagged, and says its title, its language and when it was made', async () => {
    const pdf = await make(['Ana Morales'], 'Cartes de table', 'fr')
    const text = openedPdf(pdf)
    expect(isAccessible(pdf)).toBe(true)
    expect(text).toMatch(/\/Lang\s*\(fr\)/)
    expect(text).toContain('Cartes de table')
    expect(text).toContain('2026-11-24T09:00:00')
    expect(text).toMatch(/MediaBox\s*\[0 0 595\.\d+ 841\.\d+\]/)
    expect(countPages(pdf)).toBe(1)
  })

  it('is the same each time it is made of the same', async () => {
    expect(Buffer.from(await make(['Ana'])).equals(Buffer.from(await make(['Ana'])))).toBe(true)
  })

  it('carries its fonts, for Latin and for Arabic letters', async () => {
    const pdf = await make(['Łukasz Żółć', 'Ελένη', 'Иван', 'Nguyễn Thị Minh', 'نادية حسن'])
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
  ])('shows what looks like markup letter by letter: %j', async (text) => {
    expect(bookmarksOf(await make([text]))).toContain(text)
    expect(countPages(await make([text], text))).toBe(1)
  })

  it('leaves out what cannot be seen, and breaks words that have no end', async () => {
    expect(bookmarksOf(await make(['a\u0007\u202Eb\nc\u{D800}\ufeff']))).toContain('ab c')
    const long = await make(['x'.repeat(3000)])
    expect(isAccessible(long)).toBe(true)
    expect(bookmarksOf(await make(['x'.repeat(20)]))[0]).toBe('x'.repeat(20))
  })

  it('is still made where a letter has no font', async () => {
    const pdf = await make(['Ana', '\u{1E900}\u{16F00}'])
    expect(countPages(pdf)).toBe(1)
    expect(openedPdf(pdf)).toMatch(/\/StructTreeRoot/)
  })

  it('says when a template of ours is wrong', async () => {
    await expect(makePdf({ title: 'x', lang: 'en', template: '#nothing()', data: [], at })).rejects.toThrow(
      'The template is wrong: ',
    )
  })
})
