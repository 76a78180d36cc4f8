import { Hono } from 'hono'
import { record } from '../../../platform/audit/record.ts'
import { readJsonObject } from '../../../platform/sessions/json-body.ts'
import type { PasskeyCall } from '../../../platform/sessions/sign-in.ts'
import { visitHeaders } from '../../../platform/sessions/visit-headers.ts'
import { anyone } from '../../../platform/web/policy.ts'
import { actorOf, staffOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import { carryOut, theSystem } from '../../../platform/work.ts'
import { staff } from '../access.ts'
import { recordSignIn } from '../actions.ts'
import { deviceWords } from '../pages/account.tsx'
import { findPostByUser } from '../store.ts'

/** What a browser needs to add a passkey and to sign in with one: four calls, passed on to better-auth. */
export const passkeyRoutes = new Hono<Visit>()

passkeyRoutes.get('/api/auth/passkey/generate-register-options', staff, (c) =>
  challenge(c, 'generate-register-options'),
)

passkeyRoutes.post('/api/auth/passkey/verify-registration', staff, async (c) => {
  const { world, locale } = c.var
  const body = await readJsonObject(c)
  if (!body) return notUnderstood(c)
  const name = deviceWords(locale, c.req.header('user-agent') ?? null)
  const answer = await pass(c, 'verify-registration', { response: body.response, name })
  if (!answer.ok) return answer
  await carryOut(world, actorOf(c.var.viewer), (work) =>
    record(work, { verb: 'passkey.add', subjectKind: 'staff', subjectId: staffOf(c).staffId }),
  )
  return done(c, answer)
})

passkeyRoutes.get('/api/auth/passkey/generate-authenticate-options', anyone, (c) =>
  challenge(c, 'generate-authenticate-options'),
)

passkeyRoutes.post('/api/auth/passkey/verify-authentication', anyone, async (c) => {
  const { world } = c.var
  const body = await readJsonObject(c)
  if (!body) return notUnderstood(c)
  const answer = await pass(c, 'verify-authentication', { response: body.response })
  if (!answer.ok) return answer
  const post = await findPostByUser(world.db, userIn(await answer.clone().json()))
  if (post) await carryOut(world, theSystem, (work) => recordSignIn(work, post, 'passkey'))
  return done(c, answer)
})

/** Asks for a challenge. Nothing of the query goes along: the library would let it name a stranger's passkey. */
function challenge(c: VisitContext, call: PasskeyCall): Promise<Response> {
  return c.var.world.signIn.passkeyCall(call, { headers: visitHeaders(c) })
}

function pass(c: VisitContext, call: PasskeyCall, body: object): Promise<Response> {
  return c.var.world.signIn.passkeyCall(call, { headers: visitHeaders(c), body: JSON.stringify(body) })
}

/** The library answers with the session's token; a script has no use for it. */
function done(c: VisitContext, answer: Response): Response {
  const own = c.json({ done: true })
  for (const cookie of answer.headers.getSetCookie()) own.headers.append('Set-Cookie', cookie)
  return own
}

function notUnderstood(c: VisitContext): Response {
  return c.json({ done: false }, 422)
}

function userIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('user' in body)) return ''
  const { user } = body
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : ''
}
