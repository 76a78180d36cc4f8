import { z } from 'zod'
import { locales } from '../../platform/i18n/catalogue.ts'
import { optional } from '../../platform/web/form.ts'
import { countryCodes } from './countries.ts'
import { findLanguage } from './languages.ts'
import { organisationKinds, organisationSizes } from './organisation-kinds.ts'
import { levels, type Level, type PersonValues } from './person-changes.ts'
import { readDay } from './roster/day.ts'
import { isEmailAddress } from './roster/read-row.ts'
import type { words } from './words.ts'
import { zoneNames } from '../../platform/i18n/zone-names.ts'

type Words = ReturnType<typeof words>

function line(t: Words, longest: number) {
  return z
    .string(t.tooLong)
    .default('')
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest, t.tooLong))
}

export interface PersonAnswers extends PersonValues {
  note: string
  languages: { language: string; level: Level }[]
  stopLinks: boolean
}

const isLevel = (text: unknown): text is Level => levels.some((level) => level === text)

/** The form about a person: one `level.<language>` for each language, and one more language in words. */
export function personForm(t: Words) {
  const fields = z.looseObject({
    name: line(t, 200).pipe(z.string().min(1, t.nameMissing)),
    email: line(t, 254)
      .transform((email) => email.toLowerCase())
      .pipe(z.string().refine(isEmailAddress, t.emailWrong)),
    locale: z.enum(locales),
    zone: z.string().refine((zone) => zoneNames.includes(zone), t.zoneWrong),
    country: z
      .string()
      .default('')
      .refine((country) => country === '' || countryCodes.includes(country), t.countryWrong)
      .transform((country) => country || null),
    city: line(t, 120),
    phone: line(t, 60),
    note: z
      .string()
      .default('')
      .transform((note) => note.trim())
      .pipe(z.string().max(4000, t.tooLong)),
    otherLanguage: line(t, 60),
    otherLevel: z.string().default(''),
    stopLinks: z.string().optional(),
  })
  return fields.transform((read, ctx): PersonAnswers => {
    const { name, email, locale, zone, country, city, phone, note } = read
    const languages = new Map<string, Level>()
    for (const [field, level] of Object.entries(read)) {
      const language = /^level\.([a-z]{2,3})$/.exec(field)?.[1]
      if (language && findLanguage(language) && isLevel(level)) languages.set(language, level)
    }
    const other = read.otherLanguage === '' ? null : findLanguage(read.otherLanguage)
    if (read.otherLanguage !== '' && other === null) {
      ctx.addIssue({ code: 'custom', path: ['otherLanguage'], message: t.languageWrong({ text: read.otherLanguage }) })
    }
    if (other !== null && isLevel(read.otherLevel)) languages.set(other, read.otherLevel)
    else if (other !== null) ctx.addIssue({ code: 'custom', path: ['otherLevel'], message: t.levelMissing })
    const spoken = [...languages].map(([language, level]) => ({ language, level }))
    return {
      name,
      email,
      locale,
      zone,
      country,
      city,
      phone,
      note,
      languages: spoken,
      stopLinks: read.stopLinks === 'yes',
    }
  })
}

/** A day in free words: '1 September 2024', '9/2024', '2024'; empty is null. */
function freeDay(t: Words) {
  return line(t, 60).transform((text, ctx) => {
    const day = text === '' ? null : readDay(text)
    if (text !== '' && day === null) ctx.addIssue({ code: 'custom', message: t.dayWrong })
    return day
  })
}

/** The form about a post: where, in what kind of organisation, as what, under whom, since and until when. */
export function postForm(t: Words) {
  return z
    .object({
      organisation: line(t, 300).pipe(z.string().min(1, t.organisationMissing)),
      organisationKind: optional(z.enum(organisationKinds)),
      organisationSize: optional(z.enum(organisationSizes)),
      title: line(t, 300),
      reportsTo: line(t, 320).transform((address) => address.toLowerCase()),
      startsOn: freeDay(t),
      endsOn: freeDay(t),
    })
    .refine(isInOrder, {
      path: ['endsOn'],
      message: t.endsBefore,
    })
}

// Also asked when a day was refused already: then it is still the text.
function isInOrder({ startsOn, endsOn }: { startsOn: unknown; endsOn: unknown }): boolean {
  const areDays = startsOn instanceof Temporal.PlainDate && endsOn instanceof Temporal.PlainDate
  return !areDays || Temporal.PlainDate.compare(startsOn, endsOn) <= 0
}

/** The form that ends a post: its last day, or nothing for today. */
export function endingForm(t: Words) {
  return z.object({ lastDay: optional(freeDay(t)) })
}
