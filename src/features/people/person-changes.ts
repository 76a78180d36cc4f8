import { closestLocale } from './languages.ts'

export const levels = ['basic', 'working', 'fluent', 'native'] as const
export type Level = (typeof levels)[number]

export interface SpokenLanguage {
  language: string
  /** null where a roster names the language alone: then what is known stays, and 'working' is taken for a new one. */
  level: Level | null
}

/** A person as a roster, a form or the demonstration brings one in. What is empty is not known, and erases nothing. */
export interface IncomingPerson {
  name: string
  email: string
  locale: string
  zone: string
  /** Where nobody said the zone: the one to begin with, or to go on with after a move to another country. */
  likelyZone?: string | undefined
  country: string | null
  city: string
  phone?: string | undefined
  languages: readonly { language: string; level: string | null }[]
}

/** What is kept of a person in words of their own row. */
export interface PersonValues {
  name: string
  email: string
  locale: string
  zone: string
  country: string | null
  city: string
  phone: string
}

export interface KnownPerson extends PersonValues {
  id: string
  languages: { language: string; level: string }[]
  /** Found by the address of a person who was merged into this one. */
  isByMergedAddress: boolean
}

export type ChangedField = 'name' | 'locale' | 'zone' | 'country' | 'city' | 'phone' | 'language'

export interface PersonChange {
  field: ChangedField
  /** Which language, when `field` is 'language'. */
  language?: string
  from: string
  to: string
}

/**
 * What an incoming record changes in a known person. A record that found the person by the address of a merged double
 * fills what is empty and changes nothing else: which of the two values counts was decided at the merge.
 */
export function changesTo(known: KnownPerson, incoming: IncomingPerson): PersonChange[] {
  const fields = ['name', 'locale', 'zone', 'country', 'city', 'phone'] as const
  const changes: PersonChange[] = []
  for (const field of fields) {
    const from = known[field] ?? ''
    const to = incoming[field] ?? ''
    if (to !== '' && to !== from && !(known.isByMergedAddress && from !== '')) changes.push({ field, from, to })
  }
  if (
    incoming.zone === '' &&
    incoming.likelyZone &&
    changes.some(({ field, from }) => field === 'country' && from !== '')
  ) {
    if (incoming.likelyZone !== known.zone) changes.push({ field: 'zone', from: known.zone, to: incoming.likelyZone })
  }
  for (const { language, level } of spokenOnce(incoming.languages)) {
    const from = known.languages.find((spoken) => spoken.language === language)?.level ?? ''
    const to = level ?? (from || 'working')
    if (to !== from && !(known.isByMergedAddress && from !== ''))
      changes.push({ field: 'language', language, from, to })
  }
  return changes
}

/** Each language once, with the last level said. */
export function spokenOnce(languages: IncomingPerson['languages']): { language: string; level: string | null }[] {
  return [...new Map(languages.map((spoken) => [spoken.language, spoken])).values()]
}

/** The language of mails for somebody of whom nobody said it: the best spoken of ours, otherwise the agency's. */
export function mailLocale(languages: IncomingPerson['languages'], agencyLocale: string): string {
  const rank = (level: string | null) => levels.indexOf((level ?? 'working') as Level)
  const ours = languages
    .map(({ language, level }) => ({ locale: closestLocale(language), rank: rank(level) }))
    .filter(({ locale, rank }) => locale !== null && rank > 0)
  if (ours.some(({ locale }) => locale === agencyLocale)) return agencyLocale
  return ours.toSorted((a, b) => b.rank - a.rank)[0]?.locale ?? agencyLocale
}
