import { z } from 'zod'
import { optional, several, typedDay, typedNumber } from '../../platform/web/form.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

const ticked = z.preprocess((value) => value === 'yes', z.boolean())

const between = (least: number, most: number, message: string) =>
  typedNumber(message).pipe(z.int(message).min(least, message).max(most, message))

/** '9:05' or '09:05', also with 'h' as French writes it. */
const timeOfDay = (message: string) =>
  z.string(message).transform((text, ctx) => {
    const [, hour = '', minute = ''] = /^\s*([01]?\d|2[0-3])\s*[:.hH]\s*([0-5]\d)\s*$/.exec(text) ?? []
    if (hour !== '') return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** The settings of a seating; times are wall-clock times of `zone`. */
export function settingsForm(t: Words, zone: string) {
  return z
    .object({
      title: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.titleLong),
      startsOn: typedDay(t.dayWrong),
      startsAt: timeOfDay(t.timeWrong),
      rounds: between(1, 20, t.roundsWrong),
      least: between(2, 30, t.sizeWrong),
      most: between(2, 30, t.sizeWrong),
      minutes: between(1, 240, t.minutesWrong),
      changeMinutes: between(0, 60, t.changeWrong),
      countsTables: ticked,
      countsConnections: ticked,
      countsOrganisations: ticked,
    })
    .refine(({ least, most }) => least <= most, { error: t.sizesWrong, path: ['most'] })
    .transform(({ startsOn, startsAt, ...rest }) => ({
      ...rest,
      zone,
      startsAt: startsOn.toZonedDateTime({ timeZone: zone, plainTime: startsAt }).toInstant(),
    }))
}

export const peopleForm = z.object({ people: several(z.uuid()) })

export const attendanceForm = z.object({ here: several(z.uuid()), late: several(z.uuid()) })

export function lockForm(t: Words) {
  return z.object({ person: z.uuid(t.choosePerson), table: between(1, 500, t.chooseTable) })
}

export const freeForm = z.object({ person: z.uuid() })

export const clockForm = z.object({ act: z.enum(['start', 'pause', 'next', 'back']) })

export const sinceQuery = z.object({ since: optional(z.uuid()).catch(undefined) })
