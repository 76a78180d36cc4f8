import { inflateSync } from 'node:zlib'

/** A PDF with its compressed parts opened, as one text of bytes. */
export function openedPdf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const opened = [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map((found) => {
    const from = found.index + found[0].length
    const to = text.indexOf('endstream', from)
    try {
      return inflateSync(bytes.subarray(from, to)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...opened].join('\n')
}

// A text of a PDF in brackets may hold brackets, as long as they pair.
const written = /\/Title\s*(<[0-9A-Fa-f]+>|\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\))/g

/** The title of a PDF and its headings, as its bookmarks say them. */
export function bookmarksOf(pdf: Uint8Array): string[] {
  return [...openedPdf(pdf).matchAll(written)].map(([, title = '']) => readString(title).replaceAll('\u200b', ''))
}

function readString(written: string): string {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(written.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1')
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1')
}

/** How many pages a PDF has. */
export function countPages(pdf: Uint8Array): number {
  return openedPdf(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** Whether a PDF promises to be accessible by PDF/UA-1. */
export function isAccessible(pdf: Uint8Array): boolean {
  const text = openedPdf(pdf)
  return text.includes('<pdfuaid:part>1</pdfuaid:part>') && /\/StructTreeRoot/.test(text) && /\/Marked true/.test(text)
}
