import type { Locale } from './catalogue.ts'

const displayNames = new Map<string, Intl.DisplayNames>()

function nameOf(type: 'region' | 'language', locale: Locale, code: string): string {
  const key = `${type}-${locale}`
  let names = displayNames.get(key)
  if (!names) displayNames.set(key, (names = new Intl.DisplayNames(locale, { type, fallback: 'code' })))
  try {
    return names.of(code) ?? code
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
