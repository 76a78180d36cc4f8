import { formatDate, zoneCity } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { countryName, languageName } from '../../../platform/i18n/names.ts'
import { levelName } from '../level-names.ts'
import type { RosterChange } from './plan.ts'
import type { Refusal, Remark } from './roster-row.ts'
import { rowWords } from './row-words.ts'

/** Why a line is refused, in one sentence. */
export function refusalSentence(locale: Locale, refusal: Refusal): string {
  const t = rowWords(locale)
  switch (refusal.why) {
    case 'noName':
      return t.refusedNoName
    case 'noEmail':
      return t.refusedNoEmail
    case 'badEmail':
      return t.refusedBadEmail(refusal)
    case 'severalEmails':
      return t.refusedSeveralEmails(refusal)
    case 'unknownCountry':
      return t.refusedUnknownCountry(refusal)
    case 'unknownZone':
      return t.refusedUnknownZone(refusal)
    case 'unknownLanguage':
      return t.refusedUnknownLanguage(refusal)
    case 'doubled':
      return t.refusedDoubled(refusal)
    case 'tooLong':
      return t.refusedTooLong({ field: t[`field ${refusal.field}`] })
  }
}

/** What was decided for a line that did not say it. */
export function remarkSentence(locale: Locale, remark: Remark): string {
  const t = rowWords(locale)
  switch (remark.about) {
    case 'zoneGuessed':
      return t.remarkZoneGuessed({ zone: zoneCity(remark.zone) })
    case 'zoneUnsure':
      return t.remarkZoneUnsure({ zone: zoneCity(remark.zone), country: countryName(locale, remark.country) })
    case 'zoneOfAgency':
      return t.remarkZoneOfAgency({ zone: zoneCity(remark.zone) })
    case 'mailsInOurs':
      return t.remarkMailsInOurs({ text: remark.text, language: languageName(locale, remark.locale) })
    case 'dayNotRead':
      return t.remarkDayNotRead(remark)
  }
}

/** 'Job title: Clerk → Head of budget': what is there now and what would be. */
export function changeSentence(locale: Locale, change: RosterChange): string {
  const t = rowWords(locale)
  if (change.field === 'postSince') {
    const [from, to] = [change.from && formatDate(locale, change.from), formatDate(locale, change.to)]
    return from === null
      ? t.addition({ what: t['field postSince'], to })
      : t.change({ what: t['field postSince'], from, to })
  }
  if (change.field === 'language') {
    const what = languageName(locale, change.language ?? '')
    const to = levelName(locale, change.to)
    return change.from === '' ? t.addition({ what, to }) : t.change({ what, from: levelName(locale, change.from), to })
  }
  const what = t[`field ${change.field}`]
  const [from, to] = [shown(locale, change.field, change.from), shown(locale, change.field, change.to)]
  return from === '' ? t.addition({ what, to }) : t.change({ what, from, to })
}

function shown(locale: Locale, field: string, value: string): string {
  if (value === '') return ''
  if (field === 'country') return countryName(locale, value)
  if (field === 'locale') return languageName(locale, value)
  return field === 'zone' ? zoneCity(value) : value
}
