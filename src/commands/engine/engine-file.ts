import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { z } from 'zod'
import { FileFault } from './verb.ts'

const deepest = 64
const largestUnpacked = 512 * 1024 * 1024

/**
 * Reads a file as text; a gzipped one is unpacked.
 *
 * @throws FileFault where it cannot be read, is empty or is no text
 */
export function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown fault'
    throw new FileFault(`The file '${path}' cannot be read (${code}).`)
  }
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { maxOutputLength: largestUnpacked })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.trim() !== '') return text
  } catch {
    throw new FileFault(`The file '${path}' is no text.`)
  }
  throw new FileFault(`The file '${path}' is empty.`)
}

/** Whether a text is JSON rather than one of the plain formats, which never begin with a brace. */
export function isJson(text: string): boolean {
  return text.trimStart().startsWith('{')
}

/**
 * Reads JSON of a certain form.
 *
 * @throws FileFault that names the place of the first fault
 */
export function readJson<T>(schema: z.ZodType<T>, text: string): T {
  const read = schema.safeParse(parseJson(text))
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = first?.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  throw new FileFault(place ? `At ${place.replace(/^\./, '')}: ${first?.message}.` : `${first?.message}.`)
}

/**
 * Parses JSON that may be nested so deep and no deeper.
 *
 * @throws FileFault with the line
 */
export function parseJson(text: string): unknown {
  let [depth, line, isText] = [0, 1, false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') line++
    if (isText && sign === '\\') at++
    else if (sign === '"') isText = !isText
    else if (!isText && (sign === '[' || sign === '{') && ++depth > deepest) {
      throw new FileFault(`The JSON is nested deeper than ${deepest}.`, line)
    } else if (!isText && (sign === ']' || sign === '}')) depth--
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = /line (\d+)/.exec(String(error)) ?? /position (\d+)/.exec(String(error))
    const isLine = place?.[0].startsWith('line') === true
    const found = isLine ? Number(place[1]) : text.slice(0, Number(place?.[1] ?? text.length)).split('\n').length
    throw new FileFault('This is no JSON.', found)
  }
}
