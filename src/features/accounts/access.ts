import { getCookie } from 'hono/cookie'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { missingPage } from '../../platform/web/answers.tsx'
import { preferLocale } from '../../platform/web/middleware.ts'
import { policy } from '../../platform/web/policy.ts'
import type { Guard, StaffViewer, VisitContext } from '../../platform/web/visit.ts'

/** The member of staff whose session the request carries, in the agency they chose; null when there is none. */
export async function readStaff(c: VisitContext): Promise<StaffViewer | null> {
  const { world } = c.var
  const session = await world.signIn.whoIs(c.req.raw.headers)
  if (!session) return null
  const rows = await world.db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .innerJoin('agencies', 'agencies.id', 'staff.agency_id')
    .select(['staff.id', 'staff.agency_id', 'staff.role', 'staff.locale', 'staff.zone', 'auth_users.name', 'auth_users.email'])
    .where('staff.user_id', '=', session.userId)
    .where('staff.deactivated_at', 'is', null)
    .orderBy('agencies.is_demonstration')
    .orderBy('staff.created_at')
    .execute()
  const chosen = getCookie(c, 'agency')
  const row = rows.find((candidate) => candidate.agency_id === chosen) ?? rows[0]
  if (!row) return null
  return {
    kind: 'staff',
    staffId: row.id,
    userId: session.userId,
    sessionId: session.sessionId,
    agencyId: row.agency_id,
    role: row.role as StaffViewer['role'],
    name: row.name,
    email: row.email,
    locale: chooseLocale(row.locale),
    zone: row.zone,
  }
}

function staffWith(roles: readonly StaffViewer['role'][]): Guard {
  return async (c, next) => {
    const viewer = await readStaff(c)
    if (!viewer) {
      const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(c.req.path)}` : ''
      return c.redirect(`/sign-in${back}`, 303)
    }
    if (!roles.includes(viewer.role)) return missingPage(c)
    preferLocale(c, viewer.locale)
    c.set('viewer', viewer)
    await next()
  }
}

/** Any member of staff of any agency, funders included. */
export const staff = policy('staff', staffWith(['administrator', 'facilitator', 'funder']))

/** Those who work with peers. Rows must still be reached through an access door that checks the agency. */
export const facilitator = policy('facilitator', staffWith(['administrator', 'facilitator']))

export const administrator = policy('administrator', staffWith(['administrator']))
