import { z } from 'zod'
import { optional, several, typedDay, typedNumber } from '../../platform/web/form.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { type Need, needKinds } from './fit/need.ts'
import { heaviest, type PartName, partNames, type Weights } from './fit/parts.ts'
import type { askingWords } from './asking-words.ts'
import { leastSuggested, mostSuggested } from './suggest.ts'
import { contacts, groupBounds, roundKinds, type RoundSettings, usualSettings } from './round-settings.ts'
import type { roundWords } from './round-words.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>
type RoundWords = ReturnType<typeof roundWords>

/** More pairs at once nobody takes. */
export const mostPairs = 3

const ticked = z.preprocess((value) => value === 'yes', z.boolean())

/** The weights of parts, each a field named like its part; a part that is not in the form stays as it is. */
export function weightsForm(t: Words) {
  const weight = typedNumber(t.weightWrong).pipe(
    z.int(t.weightWrong).min(0, t.weightWrong).max(heaviest, t.weightWrong),
  )
  const field = z.preprocess((value) => value, weight.optional())
  const fields = Object.fromEntries(partNames.map((name) => [name, field])) as Record<PartName, typeof field>
  return z
    .object(fields)
    .refine((weights) => partNames.some((name) => (weights[name] ?? 0) > 0), t.weightsNone)
    .transform((weights): Partial<Weights> => weights as Partial<Weights>)
}

/** How a round is meant: the form that makes one, and its settings later. */
export function settingsForm(t: Words, r: RoundWords) {
  const size = typedNumber(r.groupWrong)
    .pipe(z.int(r.groupWrong).min(groupBounds.least, r.groupWrong).max(groupBounds.most, r.groupWrong))
    .optional()
  return z
    .object({
      title: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.titleLong),
      purpose: z.string().trim().max(500, r.purposeLong).default(''),
      kind: z.enum(roundKinds).default(usualSettings.kind),
      groupLeast: size,
      groupMost: size,
      startsOn: optional(typedDay(r.startsOnWrong)).transform((day) => day ?? null),
      who: z.enum(['all', 'chosen']).default('all'),
      contact: z.enum(contacts).default(usualSettings.contact),
      allowSameOrganisation: ticked,
      allowReportingLine: ticked,
      allowConnected: ticked,
    })
    .transform(({ who, groupLeast, groupMost, ...settings }): RoundSettings => ({
      ...settings,
      groupLeast: groupLeast ?? usualSettings.groupLeast,
      groupMost: groupMost ?? usualSettings.groupMost,
      takesEverybody: who === 'all',
    }))
    .refine(({ groupLeast, groupMost }) => groupLeast <= groupMost, { path: ['groupMost'], message: r.groupWrong })
}

/** What is said of people in a round: of those ticked, or of all whom the filter finds. */
export const peopleForm = z.object({
  chosen: several(z.uuid()),
  whom: z.enum(['chosen', 'all']).catch('chosen'),
  say: z.enum(['in', 'out', 'usual', 'pairs']),
  pairs: optional(z.coerce.number().int().min(0).max(mostPairs)),
})

/** The filter over the people of a round, as the address or a form says it. */
export const peopleFilter = z.object({
  find: z.string().trim().max(100).catch(''),
  show: z.enum(['everybody', 'in', 'out']).catch('everybody'),
  country: z.string().max(2).catch(''),
  language: z.string().max(3).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type PeopleFilter = z.output<typeof peopleFilter>

/** Who must be with somebody who has something: 'language:fr', 'offer:<topic>', 'country:CO'. */
export function needForm(r: RoundWords) {
  return z.object({
    person: z.uuid(r.needMissing),
    need: z.string(r.needMissing).transform((text, ctx): Need => {
      const [kind, value = ''] = text.split(':')
      const known = needKinds.find((name) => name === kind)
      if (known && value !== '' && (known !== 'offer' || isUuid(value))) return { kind: known, value }
      ctx.addIssue({ code: 'custom', message: r.needMissing })
      return z.NEVER
    }),
  })
}

export const orders = ['weakest', 'best'] as const
export type Order = (typeof orders)[number]

export const orderField = z.enum(orders).catch('weakest')

/** Two to eight people as 'id,id': hidden in the form of their proposal. */
export const peopleField = z.string().transform((text, ctx) => {
  const ids = [...new Set(text.split(','))]
  if (ids.length >= 2 && ids.length <= groupBounds.most && ids.every(isUuid)) return ids
  ctx.addIssue({ code: 'custom' })
  return z.NEVER
})

export const groupForm = z.object({ people: peopleField, order: orderField })

export const ruleForm = z.object({ people: peopleField, kind: z.enum(['pin', 'forbid']), order: orderField })

export const swapForm = z.object({ person: z.uuid(), with: z.uuid(), order: orderField })

export const stepForm = z.object({ step: typedNumber('').pipe(z.int()) })
/** Whom to ask until when, before a round is published. */
export const askingForm = (t: ReturnType<typeof askingWords>) =>
  z.object({
    answerBy: typedDay(t.dayWrong),
    many: typedNumber(t.manyWrong).pipe(
      z.int(t.manyWrong).min(leastSuggested, t.manyWrong).max(mostSuggested, t.manyWrong),
    ),
  })

export const publishForm = z.object({ revision: typedNumber('').pipe(z.int()) })

/** The revision the viewer had before their eyes. */
export const seenField = optional(typedNumber('').pipe(z.int())).catch(undefined)

/** What the address of a round's page may say. */
export const viewQuery = z.object({
  order: orderField,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  one: optional(z.string().max(200)).catch(undefined),
  other: optional(z.string().max(200)).catch(undefined),
  since: optional(z.coerce.number().int().min(0)).catch(undefined),
})

export const swapQuery = z.object({
  people: optional(z.string()),
  with: optional(z.uuid()).catch(undefined),
  order: orderField,
})
