import { z } from 'zod'
import { isoDay } from '../../platform/clock.ts'
import { optional, typedDay } from '../../platform/web/form.ts'
import { boardFilters } from './board.ts'
import { mostSessionsEach, type PlanSettings } from './plan-settings.ts'
import type { Words } from './words.ts'

/** How a season is to be planned, as it was typed. */
export function settingsForm(t: Words) {
  return z
    .object({
      minutes: whole(15, 480, t.minutesWrong),
      sessionsEach: optional(whole(1, mostSessionsEach, t.sessionsEachWrong)),
      leastGapDays: optional(whole(1, 366, t.gapWrong)),
      greatestGapDays: optional(whole(1, 366, t.gapWrong)),
      earliestHour: whole(6, 12, t.hoursHint),
      latestHour: whole(15, 22, t.hoursHint),
      sharing: z.enum(['total first', 'worst first']),
      answerBy: typedDay(t.answerByWrong),
    })
    .refine(
      ({ leastGapDays: least, greatestGapDays: most }) => least === undefined || most === undefined || least <= most,
      { path: ['greatestGapDays'], message: t.gapsWrong },
    )
    .transform(
      ({ answerBy, sessionsEach = null, leastGapDays = null, greatestGapDays = null, ...rest }): PlanSettings => ({
        ...rest,
        sessionsEach,
        leastGapDays,
        greatestGapDays,
        answerByOn: answerBy,
      }),
    )
}

function whole(least: number, most: number, message: string) {
  return z.preprocess(
    (value) => (/^\s*\d{1,4}\s*$/.test(String(value ?? '')) ? Number(value) : Number.NaN),
    z.number(message).min(least, message).max(most, message),
  )
}

export const seasonForm = z.object({ season: z.uuid() })

const revision = z.coerce.number().int().min(0).max(1e9)

export const revisionForm = z.object({ revision })

export const stepForm = z.object({ step: revision })

export const planningForm = z.object({ revision, how: z.enum(['plan', 'repair']) })

/** A moment as our own pages send it. */
export const moment = z.string().transform((text, ctx) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    ctx.addIssue({ code: 'custom' })
    return z.NEVER
  }
})

const place = { series: z.uuid(), number: z.coerce.number().int().min(0).max(1000) }

export const pinForm = z.object({ ...place, pinned: z.enum(['yes', 'no']), revision })

export const moveForm = z.object({
  ...place,
  at: moment,
  revision,
})

const monday = z.string().transform((text, ctx) => {
  const day = isoDay(text)
  if (day?.dayOfWeek === 1) return day
  ctx.addIssue({ code: 'custom' })
  return z.NEVER
})

export const weekForm = z.object({ week: monday, closed: z.enum(['yes', 'no']), revision })

/** `back`: where it was asked from. */
export const askForm = z.object({ person: z.uuid(), back: z.literal('desk').optional().catch(undefined) })

export const weekQuery = z.object({ week: monday })

export const cellQuery = z.object({
  ...place,
  week: z.preprocess((value) => (value === '' ? undefined : value), monday.optional().catch(undefined)),
})

export const boardQuery = z.object({
  from: z.coerce.number().int().min(0).max(100_000).catch(0),
  show: z.enum(boardFilters).catch('all'),
})
