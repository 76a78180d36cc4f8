import { getCookie } from 'hono/cookie'
import type { Db } from '../../platform/database/database.ts'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { missingPage, refusedPage } from '../../platform/web/answers.tsx'
import { preferLocale } from '../../platform/web/middleware.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isSessionOpen } from '../../platform/sessions/sessions.ts'
import { policy } from '../../platform/web/policy.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { Guard, StaffViewer, VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { findColleague, isEmptyInstallation, wasAnswered } from './store.ts'
import { words } from './words.ts'

/** The member of staff whose session the request carries, in the agency they chose; null when there is none. */
export async function readStaff(c: VisitContext): Promise<StaffViewer | null> {
  const { world } = c.var
  const session = await world.signIn.whoIs(c.req.raw.headers)
  if (!session) return null
  const rows = await world.db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .innerJoin('agencies', 'agencies.id', 'staff.agency_id')
    .select([
      'staff.id',
      'staff.agency_id',
      'staff.role',
      'staff.locale',
      'staff.zone',
      'auth_users.name',
      'auth_users.email',
      'agencies.is_demonstration',
    ])
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
    isDemonstration: row.is_demonstration,
    role: row.role as StaffViewer['role'],
    name: row.name,
    email: row.email,
    locale: chooseLocale(row.locale),
    zone: row.zone,
  }
}

/** Whether a member of staff may still work with peers: their session holds, their post and role too. */
export async function stillFacilitates(db: Db, { sessionId, staffId, agencyId }: StaffViewer): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('staff.role')
    .where('staff.id', '=', staffId)
    .where('staff.agency_id', '=', agencyId)
    .where('staff.deactivated_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined && row.role !== 'funder' && (await isSessionOpen(db, sessionId))
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

/** Anyone, while the installation has no agency of its own yet; afterwards a page that is not here. */
export const firstRun = policy('first run', async (c, next) => {
  const { world, typed } = c.var
  if (await isEmptyInstallation(world)) return next()
  // The form that made the agency, sent again because its answer was lost, gets that answer again.
  if (typeof typed._key === 'string' && (await wasAnswered(world.db, typed._key, c.req.path))) return next()
  return c.req.method === 'GET' ? missingPage(c) : refusedPage(c, words(c.var.locale).setUpAlready)
})

/** A member of staff of the viewer's agency, active or not: the row, or 'not here'. */
export async function accessStaff(db: Db | Tx, viewer: StaffViewer, id: string) {
  return orNotHere(isUuid(id) ? await findColleague(db, viewer.agencyId, id) : null)
}
