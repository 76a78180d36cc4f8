import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { type Locale, locales } from '../../platform/i18n/catalogue.ts'
import { typedDay } from '../../platform/web/form.ts'
import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import { closeReasons } from '../connections/connection-state.ts'
import type { Thanks } from '../connections/thanks.ts'
import { nudgeWords } from './actions.ts'
import { type Words, words } from './words.ts'

/** Days a row rests that is put aside without a date. */
export const asideDays = 7

/** The forms of the desk's acts, in the language of the visit. */
export function deskForms(c: VisitContext) {
  const t = words(c.var.locale)
  const today = dayIn(staffOf(c).zone, c.var.world.clock.now())
  const later = typedDay(t.dayWrong).refine((day) => Temporal.PlainDate.compare(day, today) > 0, t.dayWrong)
  const withinYear = later.refine((day) => today.until(day).days <= 366, t.dayFar)
  const text = z.string().trim().max(2000, t.textLong).default('')
  return {
    nudge: z.object({ text_en: text, text_fr: text, word: z.enum(nudgeWords).optional() }),
    call: z.object({ note: z.string().trim().min(1, t.callEmpty).max(2000, t.textLong) }),
    pause: z.object({ until: withinYear }),
    close: closing(t),
    aside: z.object({ row: z.string(), until: withinYear.default(today.add({ days: asideDays })) }),
    rematch: z.object({ person: z.uuid(), with: z.uuid() }),
  }
}

/** Why a connection ends, and the thank-you in each language that is on the form. */
function closing(t: Words) {
  const line = z.string().trim().min(1, t.thanksMissing).max(200, t.thanksMissing).optional()
  const text = z.string().trim().min(1, t.thanksMissing).max(4000, t.thanksMissing).optional()
  const reason = z.enum(closeReasons, t.closeMissing)
  return z
    .object({ reason, subject_en: line, text_en: text, subject_fr: line, text_fr: text })
    .transform(({ reason: why, ...typed }) => {
      const thanksIn: Partial<Record<Locale, Thanks>> = {}
      for (const locale of locales) {
        const [subject, body] = [typed[`subject_${locale}`], typed[`text_${locale}`]]
        if (subject && body) thanksIn[locale] = { subject, text: body }
      }
      return { reason: why, thanksIn }
    })
}
