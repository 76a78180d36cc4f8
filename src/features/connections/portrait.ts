import { formatTime, zoneLabel } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { countryName, languageName } from '../../platform/i18n/names.ts'

/** What may be said of a person to the other members of a connection. */
export interface Portrait {
  name: string
  zone: string
  country: string | null
  city: string
  organisation: string
  post: string
  languages: { language: string; level: string }[]
}

/** 'Budget officer, Kumasi Metropolitan Assembly, Kumasi, Ghana': what is known, in this order. */
export function portraitLine(
  locale: Locale,
  person: Pick<Portrait, 'post' | 'organisation' | 'city' | 'country'>,
): string {
  const country = person.country ? countryName(locale, person.country) : ''
  return [person.post, person.organisation, person.city, country].filter(Boolean).join(', ')
}

/** The languages two persons can work in together; those only spoken a little when there is no other. */
export function commonLanguages(locale: Locale, one: Portrait, other: Portrait): string[] {
  const common = one.languages.flatMap(({ language, level }) => {
    const theirs = other.languages.find((candidate) => candidate.language === language)
    return theirs ? [{ language, working: level !== 'basic' && theirs.level !== 'basic' }] : []
  })
  const working = common.filter((candidate) => candidate.working)
  return (working.length > 0 ? working : common).map(({ language }) => languageName(locale, language))
}

/** The same moment, two in the afternoon of the first person's day, on both clocks with their zones named. */
export function clocksTogether(locale: Locale, mine: Portrait, theirs: Portrait, now: Temporal.Instant) {
  const at = now.toZonedDateTimeISO(mine.zone).with({ hour: 14, minute: 0, second: 0, millisecond: 0 }).toInstant()
  return {
    here: formatTime(locale, mine.zone, at),
    hereZone: zoneLabel(locale, mine.zone),
    there: formatTime(locale, theirs.zone, at),
    thereZone: zoneLabel(locale, theirs.zone),
    name: theirs.name,
  }
}
