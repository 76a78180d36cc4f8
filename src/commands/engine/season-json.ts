import { z } from 'zod'
import { usualCurve } from '../../engine/planning/usual-curve.ts'

const name = z.string().min(1).max(200)
const day = z.iso.date()
const moment = z.iso.datetime({ offset: true })
const points = z.int().min(0).max(50)
const minutes = z.int().min(1).max(1440)
const count = z.int().min(0).max(100_000)

const curve = z.strictObject({
  halfHours: z.array(points.nullable()).length(48),
  ifNeedBe: points,
  weekend: points,
  missing: z.int().min(0).max(200),
})

const person = z.strictObject({
  id: name,
  zone: name,
  week: z
    .string()
    .regex(/^[012]{336}$/, { message: 'Invalid string: must be 336 marks 0, 1 or 2, a half-hour each' })
    .exactOptional(),
  exceptions: z.array(z.strictObject({ from: day, to: day, level: z.enum(['0', '1', '2']) })).exactOptional(),
  busy: z.array(z.strictObject({ startsAt: moment, endsAt: moment })).exactOptional(),
  sessionsPerWeek: count.exactOptional(),
  minutesPerMonth: count.exactOptional(),
  weekendDays: z.array(z.int().min(1).max(7)).exactOptional(),
  borne: count.exactOptional(),
})

const series = z.strictObject({
  id: name,
  members: z.array(z.strictObject({ personId: name, required: z.boolean() })).min(1),
  sessions: z.int().min(1).max(500),
  minutes,
  leastGapDays: z.int().min(1).max(1000),
  greatestGapDays: z.int().min(1).max(1000),
  notBefore: day.exactOptional(),
  notAfter: day.exactOptional(),
  medium: name,
  travelMinutes: z.int().min(0).max(1440).exactOptional(),
  pinned: z.array(z.strictObject({ index: z.int().min(0), startsAt: moment })).exactOptional(),
})

const fixed = z.strictObject({
  id: name,
  startsAt: moment,
  minutes,
  personIds: z.array(name),
  seriesId: name.exactOptional(),
  place: name.exactOptional(),
})

/** What `engine plan FILE` reads; what is left out is as usual. */
export const seasonFile = z.strictObject({
  startsOn: day,
  endsOn: day,
  slotMinutes: z.literal([15, 30, 60]).default(30),
  curve: curve.default({ ...usualCurve, halfHours: [...usualCurve.halfHours] }),
  people: z.array(person).min(1),
  series: z.array(series),
  fixed: z.array(fixed).default([]),
  sharing: z.enum(['total first', 'worst first']).default('total first'),
})

const whole = z.int()
const burdens = z.array(z.object({ personId: z.string(), points: whole }))
const sessionRef = z.union([z.object({ seriesId: z.string(), index: whole }), z.object({ fixedId: z.string() })])
const barKind = z.enum(['already booked', 'weekly limit', 'monthly limit', 'place taken'])
const bar = z.object({
  kind: barKind,
  personId: z.string().exactOptional(),
  place: z.string().exactOptional(),
  by: sessionRef.exactOptional(),
  from: z.string().exactOptional(),
  starts: whole,
})
const reason = z.object({
  kind: z.union([z.enum(['nobody free together', 'gap']), barKind]),
  people: z.array(z.string()),
  sessions: z.array(sessionRef),
  place: z.string().exactOptional(),
  bars: z.array(bar),
})

/** What it prints. */
export const planResult = z.object({
  sessions: z.array(
    z.object({
      seriesId: z.string(),
      index: whole,
      startsAt: z.string().nullable(),
      burdens,
      missing: z.array(z.string()),
      reason: reason.exactOptional(),
    }),
  ),
  total: whole,
  burdens,
  worst: whole,
  certificate: z.object({
    leastTotal: whole,
    isTotalProved: z.boolean(),
    leastWorst: whole,
    isWorstProved: z.boolean(),
    isPlacingProved: z.boolean(),
    method: z.enum(['each alone', 'prices']),
  }),
  iterations: whole,
  moved: z
    .array(z.object({ seriesId: z.string(), index: whole, from: z.string(), to: z.string().nullable() }))
    .exactOptional(),
  seed: whole.exactOptional(),
})
