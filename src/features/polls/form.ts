import { z } from 'zod'
import { typedDay, typedNumber } from '../../platform/web/form.ts'
import { zoneNames } from '../../platform/i18n/zone-names.ts'
import type { AnswerWords } from './answer-words.ts'
import { isLevel, type Level } from './ranking.ts'
import type { Words } from './words.ts'

const text = (most: number, message: string) =>
  z.preprocess((value) => value ?? '', z.string(message).trim().max(most, message))
const address = (message: string) => z.string(message).trim().toLowerCase().max(254, message).pipe(z.email(message))
const zone = (message: string) => z.string(message).refine((name) => zoneNames.includes(name), message)

/** What the organiser says of a poll, apart from its times. */
export function pollForm(t: Words) {
  return z
    .object({
      title: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.titleLong),
      note: text(1000, t.noteLong),
      minutes: typedNumber(t.minutesWrong).pipe(z.int(t.minutesWrong).min(10, t.minutesWrong).max(480, t.minutesWrong)),
      place: text(300, t.placeLong),
      zone: zone(t.zoneWrong),
      answerBy: typedDay(t.answerByWrong),
      showsNames: z.preprocess((value) => value === 'yes', z.boolean()),
    })
    .transform(({ answerBy, ...rest }) => ({ ...rest, answerByOn: answerBy }))
}

/** Addresses to invite, one a line or parted by commas: 'ana@city.example' or 'Ana Ruiz <ana@city.example>'. */
export function invitationForm(t: Words) {
  return z.object({
    addresses: z
      .string(t.addressesMissing)
      .max(20_000, t.addressesMissing)
      .transform((typed, ctx) => {
        const guests: { name: string; email: string }[] = []
        for (const part of typed.split(/[\n,;]+/)) {
          if (part.trim() === '') continue
          const [, name = '', own = part] = /^\s*"?([^"<]*?)"?\s*<([^<>]*)>\s*$/.exec(part) ?? []
          const email = address('').safeParse(own)
          if (!email.success || name.length > 120) {
            ctx.addIssue({ code: 'custom', message: t.addressWrong({ typed: part.trim().slice(0, 80) }) })
            return z.NEVER
          }
          guests.push({ name, email: email.data })
        }
        if (guests.length > 0) return guests
        ctx.addIssue({ code: 'custom', message: t.addressesMissing })
        return z.NEVER
      }),
  })
}

export const decisionForm = (t: Words) => z.object({ time: z.uuid(t.decideChoose) })

/**
 * An answer: a level for each time that was on the page, which `times` names; what is left open is a no. A time that came
 * to the poll since is not answered by it.
 */
export function answerForm(t: AnswerWords) {
  return z
    .object({
      name: z.string(t.nameMissing).trim().min(1, t.nameMissing).max(120, t.nameMissing),
      email: z.union([z.literal(''), address(t.emailWrong)], t.emailWrong).default(''),
      zone: zone(t.zoneWrong),
      times: z.string(t.timesChanged).regex(/^\d{1,9}( \d{1,9}){0,19}$/, t.timesChanged),
      none: z.string().optional(),
    })
    .loose()
    .transform(({ name, email, zone: own, times, none, ...rest }, ctx) => {
      const levels = new Map<string, Level>()
      const keys = times.split(' ')
      for (const key of keys) {
        const typed = rest[`answer.${key}`]
        levels.set(key, none === undefined && typeof typed === 'string' && isLevel(typed) ? typed : 'no')
      }
      if (none === undefined && keys.every((key) => rest[`answer.${key}`] === undefined))
        ctx.addIssue({ code: 'custom', message: t.pickOne, path: [`answer.${keys[0]}`] })
      return { name, email, zone: own, levels }
    })
}
