import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { typedDay } from '../../platform/web/form.ts'
import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import { closeReasons } from '../connections/connection-state.ts'
import { words } from './words.ts'

// The key of a row: its kind, then ids and days. It goes onto the trail, where nobody's words belong.
const row = z.string().regex(/^[A-Za-z]+( [\da-f-]{10,36}){0,2}$/)

/** The forms of the desk's acts, in the language of the visit. */
export function deskForms(c: VisitContext) {
  const t = words(c.var.locale)
  const today = dayIn(staffOf(c).zone, c.var.world.clock.now())
  const later = typedDay(t.dayWrong).refine((day) => Temporal.PlainDate.compare(day, today) > 0, t.dayWrong)
  const text = z.string().trim().max(2000, t.textLong).default('')
  return {
    nudge: z.object({ text_en: text, text_fr: text, word: z.enum(['nudge', 'ask']).default('nudge') }),
    call: z.object({ note: z.string().trim().min(1, t.callEmpty).max(2000, t.textLong) }),
    pause: z.object({ until: later }),
    close: z.object({ reason: z.enum(closeReasons, t.closeMissing) }),
    aside: z.object({ row, until: later.optional() }),
    row: z.object({ row }),
    rematch: z.object({ person: z.uuid(), with: z.uuid() }),
  }
}
