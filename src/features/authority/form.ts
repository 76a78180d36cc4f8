import { z } from 'zod'
import { locales } from '../../platform/i18n/catalogue.ts'
import { typedDay, typedNumber } from '../../platform/web/form.ts'
import type { Words } from './words.ts'

const hours = (t: Words) => typedNumber(t.hoursWrong).pipe(z.number().min(0.5, t.hoursWrong).max(160, t.hoursWrong))

/** Who lends a peer's time, how much and until when. */
export function grantForm(t: Words) {
  return z
    .object({
      authoriserName: z.string().trim().min(1, t.nameMissing).max(200, t.nameMissing),
      authoriserEmail: z.string().trim().pipe(z.email(t.emailWrong)),
      authoriserTitle: z.string().trim().max(200).default(''),
      locale: z.enum(locales),
      hoursPerMonth: hours(t),
      startsOn: typedDay(t.dayWrong),
      endsOn: typedDay(t.dayWrong),
    })
    .refine((grant) => Temporal.PlainDate.compare(grant.startsOn, grant.endsOn) <= 0, {
      path: ['endsOn'],
      message: t.endsBefore,
    })
}

const note = (t: Words) => z.string().trim().max(600, t.noteLong).default('')

export function sendForm(t: Words) {
  return z.object({ note: note(t) })
}

/** The authoriser's answer: renew as it stands, renew with changes, or ask for a call. */
export function answerForm(t: Words, today: Temporal.PlainDate) {
  const until = typedDay(t.dayWrong).refine((day) => Temporal.PlainDate.compare(day, today) > 0, t.endsPast)
  return z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('renew'), hours: hours(t), until, note: note(t) }),
    z.object({ answer: z.literal('change'), hours: hours(t), until, note: note(t) }),
    z.object({ answer: z.literal('call'), note: note(t) }),
  ])
}
