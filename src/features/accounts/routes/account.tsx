import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { record } from '../../../platform/audit/record.ts'
import { systemClock } from '../../../platform/clock.ts'
import { freshHours } from '../../../platform/sessions/sign-in.ts'
import { endSessions, listPasskeys, listSessions, removePasskey } from '../../../platform/sessions/sessions.ts'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { NotHere } from '../../../platform/web/mistakes.ts'
import { isUuid } from '../../../platform/web/uuid.ts'
import { staffOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { staff } from '../access.ts'
import { saveAccount } from '../actions.ts'
import { accountForm } from '../form.ts'
import { AccountPage } from '../pages/account.tsx'
import { findAgency } from '../store.ts'
import { words } from '../words.ts'

export const accountRoutes = new Hono<Visit>()

accountRoutes.get('/account', staff, async (c) => c.html(await accountPage(c)))

accountRoutes.post('/account', staff, async (c) => {
  const form = readForm(c, accountForm(words(c.var.locale)))
  if (!form.ok) return c.html(await accountPage(c, form.state), 422)
  // A language chosen in a footer before must not outlive this choice.
  setCookie(c, 'lang', form.value.locale, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
  return act(c, async (work) => {
    await saveAccount(work, staffOf(c), form.value)
    return '/account?said=accountSaved'
  })
})

accountRoutes.post('/account/sessions/:session/end', staff, async (c) => {
  const { userId, sessionId, staffId } = staffOf(c)
  const which = c.req.param('session')
  return act(c, async (work) => {
    if (which === 'others') {
      const count = await endSessions(work, { userId, except: sessionId })
      await record(work, { verb: 'sign-in.end', subjectKind: 'staff', subjectId: staffId, details: { count } })
      return '/account?said=othersEnded'
    }
    if (!isUuid(which) || (await endSessions(work, { userId, only: which })) === 0) throw new NotHere()
    await record(work, { verb: 'sign-in.end', subjectKind: 'staff', subjectId: staffId, details: { count: 1 } })
    return '/account?said=sessionEnded'
  })
})

accountRoutes.post('/account/passkeys/:passkey/removal', staff, async (c) => {
  const { userId, staffId } = staffOf(c)
  const passkeyId = c.req.param('passkey')
  return act(c, async (work) => {
    if (!isUuid(passkeyId) || !(await removePasskey(work, userId, passkeyId))) throw new NotHere()
    await record(work, { verb: 'passkey.remove', subjectKind: 'staff', subjectId: staffId })
    return '/account?said=passkeyRemoved'
  })
})

async function accountPage(c: VisitContext, form?: FormState) {
  const { db } = c.var.world
  const { userId, sessionId, agencyId } = staffOf(c)
  const [agency, sessions, passkeys] = await Promise.all([
    findAgency(db, agencyId),
    listSessions(db, userId),
    listPasskeys(db, userId),
  ])
  const own = sessions.find((session) => session.id === sessionId)
  const fresh = systemClock.now().subtract({ hours: freshHours })
  const isFresh = own !== undefined && Temporal.Instant.compare(own.created_at, fresh) > 0
  return <AccountPage {...{ c, sessions, passkeys, isFresh }} agency={agency.name} {...(form ? { form } : {})} />
}
