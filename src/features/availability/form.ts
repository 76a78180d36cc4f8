import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { several, typedDay } from '../../platform/web/form.ts'
import { daytime, isWeek, keptWeek, marks, slotsOfDay, slotsOfTime, slotsPerDay, withSlots } from './week.ts'
import { readHalfHour } from './day-names.ts'
import type { Words } from './words.ts'

const times = several(z.string().max(5)).transform((texts) => texts.flatMap((text) => readHalfHour(text) ?? []))
const days = [0, 1, 2, 3, 4, 5, 6] as const

/**
 * A drawn week, or ticked half-hours (`s0` of Monday to `s6` of Sunday), days and hours with what they are.
 * @returns what makes the new week of the known one, null where it then says nothing
 */
export function weekForm(t: Words) {
  return z
    .object({
      week: z.string().optional(),
      level: z.enum(marks, t.chooseLevel).optional(),
      s0: times,
      s1: times,
      s2: times,
      s3: times,
      s4: times,
      s5: times,
      s6: times,
      d: several(z.string().regex(/^[0-6]$/)),
      h: times,
    })
    .transform((typed, ctx) => {
      const { week, level, d, h } = typed
      if (week && isWeek(week)) return () => keptWeek(week)
      const slots = [
        ...days.flatMap((day) => typed[`s${day}`].map((half) => day * slotsPerDay + half)),
        ...d.flatMap((day) => slotsOfDay(Number(day), daytime)),
        ...h.flatMap(slotsOfTime),
      ]
      if (slots.length > 0 && level) return (known: string | null) => keptWeek(withSlots(known, slots, level))
      ctx.addIssue({ code: 'custom', message: slots.length === 0 ? t.tickSome : t.chooseLevel })
      return z.NEVER
    })
}

/** Days on which the usual week does not hold, a year of them at most. */
export function daysForm(t: Words, zone: string, now: Temporal.Instant) {
  const today = dayIn(zone, now)
  return z
    .object({
      from: typedDay(t.dayWrong),
      to: z.string().optional(),
      dayLevel: z.enum(['0', '1', '2'], t.levelMissing),
    })
    .transform((typed, ctx) => {
      const { from } = typed
      const last = typed.to ? typedDay(t.dayWrong).safeParse(typed.to) : { success: true as const, data: from }
      const fail = (message: string) => {
        ctx.addIssue({ code: 'custom', path: ['to'], message })
        return z.NEVER
      }
      if (!last.success) return fail(t.dayWrong)
      const to = last.data
      if (Temporal.PlainDate.compare(to, from) < 0) return fail(t.dayOrder)
      const isComing =
        Temporal.PlainDate.compare(to, today) >= 0 && Temporal.PlainDate.compare(to, today.add({ years: 2 })) <= 0
      if (!isComing) return fail(t.dayPast)
      if (from.until(to).days > 366) return fail(t.dayLong)
      return { from, to, level: Number(typed.dayLevel) as 0 | 1 | 2 }
    })
}

const wholeNumber = (from: number, to: number, message: string) =>
  z.preprocess(
    (value) => (String(value ?? '').trim() === '' ? null : Number(value)),
    z.number(message).int(message).min(from, message).max(to, message).nullable(),
  )

/** Limits, holidays and days of rest. */
export function limitsForm(t: Words) {
  return z.object({
    perWeek: wholeNumber(1, 20, t.perWeekWrong),
    perMonth: wholeNumber(15, 6000, t.perMonthWrong),
    holidays: z.string().optional(),
    weekend: several(z.string().regex(/^[1-7]$/))
      .transform((days) => [...new Set(days)].map(Number).toSorted((a, b) => a - b))
      .refine((days) => days.length < 7, t.weekendWrong),
  })
}

/** A person's own calendar: an address, and for CalDAV a user and a password. */
export function calendarForm(t: Words) {
  return z
    .object({
      kind: z.enum(['ics', 'caldav']),
      address: z.string().trim().min(1, t.addressWrong).max(2000, t.addressWrong),
      user: z.string().trim().max(200).default(''),
      password: z.string().max(500).default(''),
    })
    .transform(({ kind, address, user, password }, ctx) => {
      if (kind === 'ics') return { kind, address }
      if (user !== '' && password !== '') return { kind, address, user, password }
      ctx.addIssue({ code: 'custom', path: ['user'], message: t.userMissing })
      return z.NEVER
    })
}
