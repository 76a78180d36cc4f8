import { z } from 'zod'
import { withDates } from '../../ui/date-field.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { isoDay } from '../clock.ts'
import { webWords } from './words.ts'
import type { VisitContext } from './visit.ts'

export type ReadForm<T> = { ok: true; value: T } | { ok: false; state: FormState }

/** More boxes than any page of ours has. */
const mostValues = 5000

/** Several values of one name (checkboxes): absent is none, one is one. At most 5,000. */
export function several<T extends z.ZodType<unknown, string>>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(mostValues),
  )
}

/** A field that may stay empty. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
}

/** A whole or decimal number as typed, with a comma or a point. */
export function typedNumber(message: string) {
  return z.preprocess(
    (value) =>
      Number(
        String(value ?? '')
          .trim()
          .replace(',', '.') || Number.NaN,
      ),
    z.number(message),
  )
}

/** A calendar day as YYYY-MM-DD. */
export function typedDay(message: string) {
  return z.string(message).transform((value, ctx) => {
    const day = isoDay(value)
    if (day) return day
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** What was typed, as strings, without the form's own fields. */
export function typedValues(c: VisitContext): FormState['values'] {
  const values: FormState['values'] = {}
  for (const [name, value] of Object.entries(c.var.typed)) {
    if (name.startsWith('_')) continue
    const texts = (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string')
    values[name] = Array.isArray(value) ? texts : (texts[0] ?? '')
  }
  return values
}

/** Checks a sent form. Each mistake comes back as one sentence at its field, with all that was typed. */
export function readForm<T extends z.ZodType>(c: VisitContext, schema: T): ReadForm<z.output<T>> {
  const read = schema.safeParse(withDates(c.var.typed), { error: () => webWords(c.var.locale).notUnderstood })
  if (read.success) return { ok: true, value: read.data }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) errors[String(issue.path[0] ?? '_form')] ??= issue.message
  return { ok: false, state: { values: typedValues(c), errors } }
}
