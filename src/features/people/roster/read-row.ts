import { findCountry } from '../countries.ts'
import { closestLocale, findLanguage, readLanguages } from '../languages.ts'
import type { SpokenLanguage } from '../person-changes.ts'
import { findZone, guessZone } from '../zones.ts'
import { readDay } from './day.ts'
import type { RosterField } from './fields.ts'
import type { Refusal, Remark, RosterRow } from './roster-row.ts'
import type { RosterLine } from './table.ts'

export interface RowContext {
  columnOf: ReadonlyMap<RosterField, number>
  dayFirst: boolean
  /** The zone a person chose for everybody of a country with several, by country. */
  zones: Readonly<Record<string, string>>
  agency: { locale: string; zone: string }
}

const address = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/u
const longest: Partial<Record<RosterField, number>> = {
  name: 200,
  email: 254,
  organisation: 300,
  title: 300,
  city: 120,
  phone: 60,
}

/** Whether a text can be the address of one mailbox: names of any script are allowed, comments and lists are not. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && address.test(text)
}

/** Reads one line as a person, or says everything that is wrong with it. Whether an address is doubled is seen later. */
export function readRow({ line, cells }: RosterLine, context: RowContext): RosterRow {
  const cell = (field: RosterField) => cells[context.columnOf.get(field) ?? -1] ?? ''
  const words = (field: RosterField) => cell(field).replace(/\s+/g, ' ')
  const refusals: Refusal[] = []
  const remarks: Remark[] = []
  const name = words('name') || [words('firstName'), words('lastName')].filter(Boolean).join(' ')
  const email = readAddress(cell('email'), refusals)
  if (!/[\p{L}\p{N}]/u.test(name)) refusals.push({ why: 'noName' })
  const country = readCountry(words('country'), refusals)
  const place = readZone(words('zone'), country, words('city'), context, refusals, remarks)
  const languages = readSpoken(cell('languages'), refusals)
  const locale = readLocale(words('locale'), context, refusals, remarks)
  const postSince = readDay(words('postSince'), context.dayFirst)
  if (!postSince && words('postSince') !== '') remarks.push({ about: 'dayNotRead', text: words('postSince') })
  for (const [field, limit] of Object.entries(longest)) {
    const value = field === 'name' ? name : words(field as RosterField)
    if (value.length > limit) refusals.push({ why: 'tooLong', field: field as RosterField })
  }
  const said = {
    organisation: words('organisation'),
    title: words('title'),
    city: words('city'),
    phone: words('phone'),
  }
  const extra = {
    authoriserName: words('authoriserName'),
    authoriserEmail: words('authoriserEmail'),
    authoriserHours: words('authoriserHours'),
    authoriserUntil: words('authoriserUntil'),
  }
  const person =
    refusals.length > 0 ? null : { name, email, country, locale, languages, ...place, ...said, postSince, extra }
  return {
    line,
    cells,
    name,
    email: email || words('email'),
    organisation: said.organisation,
    person,
    refusals,
    remarks,
  }
}

function readAddress(cell: string, refusals: Refusal[]): string {
  const text = (/<([^<>@]*@[^<>@]*)>/.exec(cell)?.[1] ?? cell)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  if (text === '') refusals.push({ why: 'noEmail' })
  else if (text.split(/[\s,;/]+/).filter((part) => address.test(part)).length > 1)
    refusals.push({ why: 'severalEmails', text })
  else if (!isEmailAddress(text)) refusals.push({ why: 'badEmail', text })
  return text
}

function readCountry(text: string, refusals: Refusal[]): string | null {
  const country = text === '' ? null : findCountry(text)
  if (text !== '' && country === null) refusals.push({ why: 'unknownCountry', text })
  return country
}

interface Place {
  zone: string
  likelyZone: string
}

function readZone(
  text: string,
  country: string | null,
  city: string,
  context: RowContext,
  refusals: Refusal[],
  remarks: Remark[],
): Place {
  if (text !== '') {
    const zone = findZone(text, country)
    if (!zone) refusals.push({ why: 'unknownZone', text })
    return { zone: zone ?? '', likelyZone: '' }
  }
  const guess = country === null ? null : guessZone(country, city)
  const chosen = country !== null && guess?.isUnsure ? context.zones[country] : undefined
  const likelyZone = chosen ?? guess?.zone ?? context.agency.zone
  if (guess && !guess.isUnsure) remarks.push({ about: 'zoneGuessed', zone: likelyZone })
  else if (country !== null && guess)
    remarks.push({ about: 'zoneUnsure', zone: likelyZone, country, isChosen: Boolean(chosen) })
  else remarks.push({ about: 'zoneOfAgency', zone: likelyZone })
  return { zone: '', likelyZone }
}

function readSpoken(cell: string, refusals: Refusal[]): SpokenLanguage[] {
  const { spoken, unknown } = readLanguages(cell)
  for (const text of unknown) refusals.push({ why: 'unknownLanguage', text })
  return spoken
}

function readLocale(text: string, context: RowContext, refusals: Refusal[], remarks: Remark[]): string {
  if (text === '') return ''
  const language = findLanguage(text)
  if (!language) refusals.push({ why: 'unknownLanguage', text })
  const locale = language && closestLocale(language)
  if (language && !locale) remarks.push({ about: 'mailsInOurs', text, locale: context.agency.locale })
  return locale ?? ''
}
