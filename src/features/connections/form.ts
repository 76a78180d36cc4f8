import { z } from 'zod'
import { type Locale, locales } from '../../platform/i18n/catalogue.ts'
import { typedDay } from '../../platform/web/form.ts'
import { joinDate } from '../../ui/date-field.tsx'
import { closeReasons } from './connection-state.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

export const pauseForm = (t: Words) =>
  z.preprocess((typed) => ({ until: joinDate(Object(typed), 'until') }), z.object({ until: typedDay(t.dayMissing) }))

export const reviewForm = (t: Words) =>
  z.preprocess((typed) => ({ review: joinDate(Object(typed), 'review') }), z.object({ review: typedDay(t.dayMissing) }))

const shown = (text: string, longest: number) => z.string(text).trim().min(1, text).max(longest, text)

/** Why a connection ends, and the thank-you in each language that is on the form. */
export const closeForm = (t: Words) =>
  z
    .object({
      reason: z.enum(closeReasons, t.closeReasonMissing),
      words: z.string(t.noteLong).trim().max(1000, t.noteLong).default(''),
    })
    .extend(
      Object.fromEntries(
        locales.flatMap((locale) => [
          [`subject.${locale}`, shown(t.thanksMissing, 200).optional()],
          [`text.${locale}`, shown(t.thanksMissing, 4000).optional()],
        ]),
      ) as Record<`subject.${Locale}` | `text.${Locale}`, z.ZodOptional<z.ZodString>>,
    )
    .transform(({ reason, words: own, ...typed }) => {
      const thanksIn: Partial<Record<Locale, { subject: string; text: string }>> = {}
      for (const locale of locales) {
        const [subject, text] = [typed[`subject.${locale}`], typed[`text.${locale}`]]
        if (subject && text) thanksIn[locale] = { subject, text }
      }
      return { reason, words: own, thanksIn }
    })
