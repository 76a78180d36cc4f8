import { hasSeveralClocks, zonesOf } from '../people/zones.ts'

/**
 * The zone of somebody whose browser asks for the language of a country with one clock: 'fr-SN' is Dakar's. Null where
 * that says nothing; it is a guess and shown as one.
 */
export function guessClock(acceptLanguage: string | undefined): string | null {
  const country = /^[a-z]{2,3}-([A-Z]{2})\b/.exec(acceptLanguage?.trim() ?? '')?.[1]
  if (country === undefined || hasSeveralClocks(country)) return null
  return zonesOf(country)[0] ?? null
}
