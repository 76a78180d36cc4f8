import { z } from 'zod'
import { optional, typedDay, typedNumber } from '../../platform/web/form.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { heaviest, type PartName, partNames, type Weights } from './fit/parts.ts'
import type { askingWords } from './asking-words.ts'
import { leastSuggested, mostSuggested } from './suggest.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

const ticked = z.preprocess((value) => value === 'yes', z.boolean())

/** The weights of the parts, each a field named like its part. */
export function weightsForm(t: Words) {
  const weight = typedNumber(t.weightWrong).pipe(
    z.int(t.weightWrong).min(0, t.weightWrong).max(heaviest, t.weightWrong),
  )
  const fields = Object.fromEntries(partNames.map((name) => [name, weight])) as Record<PartName, typeof weight>
  return z.object(fields).refine((weights: Weights) => partNames.some((name) => weights[name] > 0), t.weightsNone)
}

export function newRoundForm(t: Words) {
  return z
    .object({
      title: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.titleLong),
      allowSameOrganisation: ticked,
      allowAgain: ticked,
      allowConnected: ticked,
    })
    .and(weightsForm(t))
    .transform(({ title, allowSameOrganisation, allowAgain, allowConnected, ...weights }) => {
      return { title, allowSameOrganisation, allowAgain, allowConnected, weights }
    })
}

export const orders = ['weakest', 'best'] as const
export type Order = (typeof orders)[number]

export const orderField = z.enum(orders).catch('weakest')

/** Two or three people as 'id,id': hidden in the form of their proposal. */
export const peopleField = z.string().transform((text, ctx) => {
  const ids = [...new Set(text.split(','))]
  if (ids.length >= 2 && ids.length <= 3 && ids.every(isUuid)) return ids
  ctx.addIssue({ code: 'custom' })
  return z.NEVER
})

export const groupForm = z.object({ people: peopleField, order: orderField })

export const ruleForm = z.object({ people: peopleField, kind: z.enum(['pin', 'forbid']), order: orderField })

export const swapForm = z.object({ person: z.uuid(), with: z.uuid(), order: orderField })

/** Whom to ask until when, before a round is published. */
export const askingForm = (t: ReturnType<typeof askingWords>) =>
  z.object({
    answerBy: typedDay(t.dayWrong),
    many: typedNumber(t.manyWrong).pipe(
      z.int(t.manyWrong).min(leastSuggested, t.manyWrong).max(mostSuggested, t.manyWrong),
    ),
  })

export const publishForm = z.object({ revision: typedNumber('').pipe(z.int()) })

/** What the address of a round's page may say. */
export const viewQuery = z.object({
  order: orderField,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const swapQuery = z.object({
  people: optional(z.string()),
  with: optional(z.uuid()).catch(undefined),
  order: orderField,
})
