/** The languages of the interface, the one to fall back on first. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

type Entry = string | ((...args: never[]) => string)
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : T[K] }

/**
 * A feature's messages in every language of the interface. A missing translation is a compile error, and so is a
 * sentence that takes other arguments. Sentences are whole: no caller glues them from parts.
 * @example const words = catalogue({ saved: 'Saved' }, { saved: 'Enregistré' }); words('fr').saved
 */
export function catalogue<T extends Record<string, Entry>>(
  en: T,
  fr: Translated<T>,
): (locale: string) => Translated<T> {
  return (locale) => (locale === 'fr' ? fr : (en as Translated<T>))
}

const pluralRules = new Map<string, Intl.PluralRules>()

/** Chooses the form of a sentence for a count by the rules of the language (CLDR, through Intl.PluralRules). */
export function plural(locale: Locale, count: number, forms: { one: string; other: string }): string {
  let rules = pluralRules.get(locale)
  if (!rules) pluralRules.set(locale, (rules = new Intl.PluralRules(locale)))
  return (rules.select(count) === 'one' ? forms.one : forms.other).replace('#', number(locale, count))
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** A number as the language writes it, with at most one decimal. */
export function number(locale: Locale, value: number): string {
  let format = numberFormats.get(locale)
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })))
  return format.format(value)
}

const listFormats = new Map<string, Intl.ListFormat>()

/** 'Ana, Kofi and Omar' in the manner of the language. */
export function list(locale: Locale, items: readonly string[]): string {
  let format = listFormats.get(locale)
  if (!format) listFormats.set(locale, (format = new Intl.ListFormat(locale, { type: 'conjunction' })))
  return format.format(items)
}

/** The supported language nearest to what somebody asked for; English when none is. */
export function chooseLocale(...wishes: readonly (string | undefined | null)[]): Locale {
  for (const wish of wishes) {
    for (const part of (wish ?? '').split(',')) {
      const base = part.trim().slice(0, 2).toLowerCase()
      const found = locales.find((locale) => locale === base)
      if (found) return found
    }
  }
  return 'en'
}
