import { z } from 'zod'
import { type Locale, locales } from '../../platform/i18n/catalogue.ts'
import { dayIn, isZone, isoDay } from '../../platform/clock.ts'
import { typedValues } from '../../platform/web/form.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { joinDate } from '../../ui/date-field.tsx'
import { type FormState, valueOf, valuesOf } from '../../ui/form-state.ts'
import { halfDaysOf, isHalfDay } from '../availability/half-days.ts'
import { findLanguage, languageCodes } from '../people/languages.ts'
import { capacities, isChannel, languageLevels } from './participation.ts'
import type { PeerProfile } from './peer-profile.ts'
import type { ProfileAnswers } from './profile-answers.ts'
import { profileWords } from './profile-words.ts'

type Values = FormState['values']

/** What the field of the zone says when none of those near fits. */
export const otherZone = 'other'

/** Fields with one value, and fields with several; besides them one `level.<language>` for each language. */
const single = [
  'problem',
  'problemTopic',
  'offersOther',
  'wantsOther',
  'otherLanguage',
  'otherLevel',
  'hours',
  'pairs',
  'zone',
  'months',
  'report',
  'locale',
  'standing',
  'pausedUntil.d',
  'pausedUntil.m',
  'pausedUntil.y',
] as const
const multiple = ['offers', 'wants', 'free', 'channels', 'wishes'] as const

/** What the form holds for a peer: their saved answers as field values. */
export function valuesOfProfile(peer: PeerProfile, reportConsent: boolean): Values {
  const levels = peer.languages.map(({ language, level }) => [`level.${language}`, level])
  const [year, month, day] = (peer.state === 'paused' ? (peer.pausedUntilOn?.toString() ?? '') : '').split('-')
  return complete({
    problem: peer.problem,
    problemTopic: peer.problemTopicId ?? '',
    offers: peer.offers,
    wants: peer.wants,
    ...Object.fromEntries(levels),
    hours: peer.hoursPerMonth === null ? '' : String(peer.hoursPerMonth),
    pairs: String(peer.capacity),
    zone: peer.zone,
    free: halfDaysOf(peer.week).map((code) => code.replace('-', '/')),
    channels: peer.channels,
    wishes: peer.wishes,
    months: peer.expectedMonths === null ? '' : String(peer.expectedMonths),
    report: reportConsent ? 'yes' : '',
    locale: peer.locale,
    standing: peer.state === 'not_now' || peer.state === 'paused' ? peer.state : 'active',
    'pausedUntil.d': day ?? '',
    'pausedUntil.m': month ?? '',
    'pausedUntil.y': year ?? '',
  })
}

/** What was typed, with every field present (a box that is not ticked sends nothing) and nothing that is not a field. */
export function typedProfile(c: VisitContext): Values {
  return complete(typedValues(c))
}

/** A draft as it was kept, back as field values. */
export function draftValues(typed: unknown): Values {
  const read = z.record(z.string(), z.union([z.string(), z.array(z.string())])).safeParse(typed)
  return complete(read.success ? read.data : {})
}

function complete(values: Values): Values {
  const whole: Values = {}
  const read = { values, errors: {} }
  for (const name of single) whole[name] = cut(valueOf(read, name), 4000)
  for (const name of multiple)
    whole[name] = valuesOf(read, name)
      .filter((value) => value.length <= 40)
      .slice(0, 1000)
  for (const code of languageCodes)
    if (`level.${code}` in values) whole[`level.${code}`] = cut(valueOf(read, `level.${code}`), 40)
  return whole
}

// Half an emoji would be no text, which the database refuses.
const cut = (text: string, longest: number) => text.slice(0, longest).toWellFormed()

export type ReadProfile = { ok: true; answers: ProfileAnswers } | { ok: false; errors: Record<string, string> }

/**
 * Reads the one-minute form. Who takes part says what they work on, how long and in which language; who says 'not now'
 * or pauses need not.
 */
export function readProfile(values: Values, locale: Locale, now: Temporal.Instant): ReadProfile {
  const t = profileWords(locale)
  const form = { values, errors: {} }
  const text = (name: string) => valueOf(form, name).trim()
  const errors: Record<string, string> = {}
  const standing = (['not_now', 'paused'] as const).find((name) => name === text('standing')) ?? 'active'
  const active = standing === 'active'

  const problem = text('problem')
  const problemTopicId = isUuid(text('problemTopic')) ? text('problemTopic') : null
  if (problem.length > 1000) errors.problem = t.problemTooLong
  else if (active && problem === '' && !problemTopicId) errors.problem = t.problemMissing
  for (const name of ['offersOther', 'wantsOther']) if (text(name).length > 80) errors[name] = t.topicTooLong

  const spoken = readLanguages(values, text, t, errors)
  if (active && spoken.length === 0 && !errors.otherLanguage && !errors.otherLevel) errors.languages = t.languageMissing

  const hours = Number(text('hours').replace(',', '.'))
  const hoursPerMonth = text('hours') === '' ? null : hours
  if ((hoursPerMonth === null && active) || (hoursPerMonth !== null && !(hours >= 0.5 && hours <= 40)))
    errors.hours = t.hoursWrong
  const zone = text('zone')
  if (!isZone(zone)) errors.zone = t.zoneWrong

  const pausedUntilOn = standing === 'paused' ? readPause(values, isZone(zone) ? zone : 'UTC', now, t, errors) : null
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const months = Number(text('months'))
  return {
    ok: true,
    answers: {
      problem,
      problemTopicId,
      offers: valuesOf(form, 'offers').filter(isUuid),
      wants: valuesOf(form, 'wants').filter(isUuid),
      newOffers: text('offersOther') ? [text('offersOther')] : [],
      newWants: text('wantsOther') ? [text('wantsOther')] : [],
      languages: spoken,
      hoursPerMonth,
      capacity: capacities.find((count) => String(count) === text('pairs')) ?? 1,
      freeHalfDays: valuesOf(form, 'free')
        .map((box) => box.replace('/', '-'))
        .filter(isHalfDay),
      zone,
      channels: valuesOf(form, 'channels').filter(isChannel),
      wishes: valuesOf(form, 'wishes').filter(isUuid),
      expectedMonths: Number.isInteger(months) && months > 0 && months <= 60 ? months : null,
      reportConsent: text('report') === 'yes',
      locale: locales.find((own) => own === text('locale')) ?? locale,
      standing,
      pausedUntilOn,
    },
  }
}

type Words = ReturnType<typeof profileWords>

function readLanguages(
  values: Values,
  text: (name: string) => string,
  t: Words,
  errors: Record<string, string>,
): PeerProfile['languages'] {
  const spoken = new Map<string, PeerProfile['languages'][number]['level']>()
  const levelIn = (name: string) => languageLevels.find((level) => level === text(name))
  for (const name of Object.keys(values)) {
    const level = name.startsWith('level.') ? levelIn(name) : undefined
    if (level) spoken.set(name.slice('level.'.length), level)
  }
  if (text('otherLanguage') !== '') {
    const code = findLanguage(text('otherLanguage'))
    const level = levelIn('otherLevel')
    if (!code) errors.otherLanguage = t.languageUnknown({ name: text('otherLanguage').slice(0, 40) })
    else if (!level) errors.otherLevel = t.levelMissing
    else spoken.set(code, level)
  }
  return [...spoken].map(([language, level]) => ({ language, level }))
}

function readPause(values: Values, zone: string, now: Temporal.Instant, t: Words, errors: Record<string, string>) {
  const today = dayIn(zone, now)
  const until = isoDay(joinDate(values, 'pausedUntil'))
  const isComing =
    until &&
    Temporal.PlainDate.compare(until, today) > 0 &&
    Temporal.PlainDate.compare(until, today.add({ years: 2 })) <= 0
  if (isComing) return until
  errors.pausedUntil = until ? t.pausePast : t.pauseWrong
  return null
}
