import type { VisitContext } from './visit.ts'

/** What the last act did, after its redirect: the sentence of a catalogue that ?said= names; anything else says nothing. */
export function said(c: VisitContext, sentences: object, key = c.req.query('said')): string | undefined {
  if (key === undefined || !Object.hasOwn(sentences, key)) return undefined
  const sentence: unknown = Reflect.get(sentences, key)
  return typeof sentence === 'string' ? sentence : undefined
}
