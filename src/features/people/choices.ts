import type { Locale } from '../../platform/i18n/catalogue.ts'
import { countryName } from '../../platform/i18n/names.ts'
import { countryCodes } from './countries.ts'
import { zoneNames } from '../../platform/i18n/zone-names.ts'
import { zonesOf } from './zones.ts'

export interface NamedChoice {
  value: string
  label: string
}

const countries = new Map<Locale, NamedChoice[]>()

/** Every country by its name in a language of the interface, in the order of that language. */
export function countryChoices(locale: Locale): NamedChoice[] {
  const known = countries.get(locale)
  if (known) return known
  const collator = new Intl.Collator(locale)
  const made = countryCodes
    .map((value) => ({ value, label: countryName(locale, value) }))
    .toSorted((a, b) => collator.compare(a.label, b.label))
  countries.set(locale, made)
  return made
}

/** Every time zone, those of a country first. */
export function zoneChoices(country: string | null): NamedChoice[] {
  const near = country === null ? [] : zonesOf(country)
  const others = zoneNames.filter((zone) => !near.includes(zone))
  return [...near, ...others].map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
