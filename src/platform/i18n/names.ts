import type { Locale } from './catalogue.ts'

interface Names {
  display: Intl.DisplayNames
  /** What was asked for before: a table of peers asks for the same dozen hundreds of times. */
  known: Map<string, string>
}

const namesOf = new Map<string, Names>()

function nameOf(type: 'region' | 'language', locale: Locale, code: string): string {
  const key = `${type}-${locale}`
  let names = namesOf.get(key)
  if (!names) {
    namesOf.set(key, (names = { display: new Intl.DisplayNames(locale, { type, fallback: 'code' }), known: new Map() }))
  }
  let name = names.known.get(code)
  if (name === undefined) {
    name = lookUp(names.display, code)
    if (name !== code) names.known.set(code, name)
  }
  return name
}

function lookUp(display: Intl.DisplayNames, code: string): string {
  try {
    return display.of(code) ?? code
  } catch {
    return code
  }
}

/** The name of an ISO 3166 country in a language of the interface: 'TN' is Tunisia, Tunisie. */
export function countryName(locale: Locale, code: string): string {
  return nameOf('region', locale, code)
}

/** The name of an ISO 639 language in a language of the interface: 'ar' is Arabic, arabe. */
export function languageName(locale: Locale, code: string): string {
  return nameOf('language', locale, code)
}
