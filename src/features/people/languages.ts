import { locales } from '../../platform/i18n/catalogue.ts'

/** The language of our interface nearest to a spoken language, or null. */
export function closestLocale(language: string): string | null {
  return locales.find((locale) => locale === language) ?? null
}
