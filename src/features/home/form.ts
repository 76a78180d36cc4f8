import { z } from 'zod'
import { typedDay } from '../../platform/web/form.ts'
import { joinDate } from '../../ui/date-field.tsx'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

export const askForm = (t: Words) =>
  z.object({ email: z.string(t.emailWrong).trim().max(254, t.emailWrong).pipe(z.email(t.emailWrong)) })

export const partForm = z.object({ part: z.uuid() })

export const pauseForm = (t: Words) =>
  z.preprocess(
    (typed) => ({ ...Object(typed), until: joinDate(Object(typed), 'until') }),
    z.object({ part: z.uuid(), until: typedDay(t.dayMissing) }),
  )
