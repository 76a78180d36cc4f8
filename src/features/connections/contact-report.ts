import { z } from 'zod'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { typedDay } from '../../platform/web/form.ts'
import { joinDate } from '../../ui/date-field.tsx'
import { contactKinds, contactMoment, type ContactReport } from './contacts.ts'
import { words } from './words.ts'

/** A contact as it is typed: a day, how, and if one likes how long and a note. */
export const contactForm = (locale: Locale) => {
  const t = words(locale)
  return z.preprocess(
    (typed) => ({ ...Object(typed), day: joinDate(Object(typed), 'day') }),
    z.object({
      day: typedDay(t.dayMissing),
      kind: z.enum(contactKinds, t.kindMissing),
      minutes: z
        .string(t.minutesMissing)
        .trim()
        .regex(/^\d{0,4}$/, t.minutesMissing)
        .default('')
        .transform(Number),
      note: z.string(t.noteLong).trim().max(500, t.noteLong).default(''),
    }),
  )
}

/** What was typed as a report; the day is one in the zone of whoever typed it. */
export function reportOf(
  typed: z.output<ReturnType<typeof contactForm>>,
  zone: string,
  now: Temporal.Instant,
): ContactReport {
  const { day, kind, minutes, note } = typed
  return { happenedAt: contactMoment(day, zone, now), kind, minutes, note }
}
