import { z } from 'zod'
import { isoDay } from '../../../platform/clock.ts'
import { optional } from '../../../platform/web/form.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import { replies } from './reply.ts'
import type { ReplyWords } from './words.ts'

export const replyForm = (t: ReplyWords) => z.object({ reply: z.enum(replies, t.replyChoose) })

export const counterAnswerForm = (t: ReplyWords) =>
  z.object({ id: z.uuid(), works: z.enum(['yes', 'no'], t.counterChoose) })

/** Ten characters of a day, or a time of the list as the moment it stands for. */
export const counterForm = (t: ReplyWords) =>
  z.object({
    option: optional(z.string().regex(/^\d{13}$/, t.timeChoose)),
    day: optional(z.string().refine((text) => isoDay(text) !== null, t.timeDayWrong)),
    time: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, t.timeClockWrong)),
  })

/**
 * The moment that was chosen: a day and time of one's own go before a time of the list.
 * @throws FormMistake where neither was given, or half of a day and time
 */
export function chosenTime(
  form: z.output<ReturnType<typeof counterForm>>,
  zone: string,
  t: ReplyWords,
): Temporal.Instant {
  const day = form.day ? isoDay(form.day) : null
  if (day && form.time) return day.toZonedDateTime({ timeZone: zone, plainTime: form.time }).toInstant()
  if (day) throw new FormMistake({ time: t.timeClockWrong })
  if (form.option) return Temporal.Instant.fromEpochMilliseconds(Number(form.option))
  throw new FormMistake(form.time ? { day: t.timeDayWrong } : { option: t.timeChoose })
}
