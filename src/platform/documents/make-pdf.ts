import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from './fonts.ts'
import { printableData } from './printable.ts'

export interface PdfOrder {
  /** Title of the document, as its reader and its window say it. */
  title: string
  /** The language of its words: 'en', 'fr'. */
  lang: string
  /** Typst markup of our own. It finds `data` and `show-text(text)`; what people typed never becomes part of it. */
  template: string
  /** Numbers, texts, lists and records. */
  data: unknown
  /** When it was made. */
  at: Temporal.Instant
}

// `data` is read as JSON into values: a text in it is shown letter by letter, whatever it looks like.
const preamble = `
#let order = json(bytes(sys.inputs.order))
#let data = order.data
#set document(title: order.title, date: auto)
#set text(lang: order.lang, font: ("Source Sans 3", "Noto Sans Arabic"), size: 11pt, fill: rgb("#1d2a24"))
#show heading: set text(font: ("Source Serif 4", "Noto Sans Arabic"), weight: 600)
#let is-rtl(words) = words.contains(regex("^[^\\p{L}]*[\\p{Hebrew}\\p{Arabic}\\p{Syriac}\\p{Thaana}\\p{Nko}]"))
#let show-text(words) = if is-rtl(words) { text(dir: rtl, words) } else { text(words) }
`

let opened: Promise<NodeCompiler> | undefined

/** Typst and the fonts, when somebody first prints: a start needs neither their time nor their memory. */
async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: readFonts() }] })
}

/**
 * Makes a PDF: tagged for screen readers, with title and language, in fonts it carries itself. It is PDF/UA-1 unless a
 * text holds letters that none of our fonts has; then it is the same tagged document without that promise, and those
 * letters are drawn as boxes.
 * @throws Error when the template is wrong; what people typed cannot make it so
 * @example await makePdf({ title: 'Cards', lang: 'en', template: '= Cards\n#for name in data [- #show-text(name)]', data: ['Ana'], at })
 */
export async function makePdf({ title, lang, template, data, at }: PdfOrder): Promise<Uint8Array<ArrayBuffer>> {
  const compiler = await (opened ??= openCompiler())
  const order = JSON.stringify(printableData({ title, lang, data }))
  const compiled = compiler.compile({ mainFileContent: `${preamble}${template}`, inputs: { order } })
  const document = compiled.result
  if (!document) {
    const error = compiled.takeError()
    throw new Error(`The template is wrong: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`)
  }
  const creationTimestamp = Math.floor(at.epochMilliseconds / 1000)
  try {
    return Uint8Array.from(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp }))
  } catch (error) {
    if (!/could not be displayed|disallowed codepoint/.test(String(error))) throw error
    return Uint8Array.from(compiler.pdf(document, { creationTimestamp }))
  } finally {
    // What it remembers of this document would stay for good.
    compiler.evictCache(0)
  }
}
