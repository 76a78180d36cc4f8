import { z } from 'zod'
import { isZone } from '../../platform/clock.ts'
import { locales } from '../../platform/i18n/catalogue.ts'
import { codeDigits } from '../../platform/sessions/sign-in.ts'
import { roles } from './actions.ts'
import { safeReturn } from './return-path.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

const name = (message: string) => z.string(message).trim().min(1, message).max(120, message)
const email = (t: Words) =>
  z.string(t.emailWrong).trim().toLowerCase().max(254, t.emailWrong).pipe(z.email(t.emailWrong))
const locale = (t: Words) => z.enum(locales, t.localeWrong)
const zone = (t: Words) => z.string(t.zoneWrong).min(1, t.zoneWrong).refine(isZone, t.zoneWrong)
const next = z.string().optional().transform(safeReturn)

export const firstRunForm = (t: Words) =>
  z.object({
    agency: name(t.agencyMissing),
    name: name(t.nameMissing),
    email: email(t),
    locale: locale(t),
    zone: zone(t),
  })

export const agencyForm = (t: Words) => z.object({ name: name(t.agencyMissing), locale: locale(t), zone: zone(t) })

export const addressForm = (t: Words) => z.object({ address: email(t), next })

export const codeForm = (t: Words) =>
  z.object({
    address: email(t),
    code: z
      .string(t.codeMissing)
      .transform((typed) => typed.replace(/[\s-]/g, ''))
      .pipe(z.string().regex(new RegExp(`^\\d{${codeDigits}}$`), t.codeMissing)),
    next,
  })

export const accountForm = (t: Words) => z.object({ name: name(t.nameMissing), locale: locale(t), zone: zone(t) })

export const roleForm = (t: Words) => z.object({ role: z.enum(roles, t.roleMissing) })

export const inviteForm = (t: Words) =>
  z.object({ name: name(t.nameMissingTheirs), email: email(t), role: z.enum(roles, t.roleMissing) })
