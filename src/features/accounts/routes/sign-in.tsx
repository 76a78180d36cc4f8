import { Hono } from 'hono'
import { endSessions } from '../../../platform/sessions/sessions.ts'
import { visitHeaders } from '../../../platform/sessions/visit-headers.ts'
import { record } from '../../../platform/audit/record.ts'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import { paced } from '../../../platform/web/pace.ts'
import { anyone } from '../../../platform/web/policy.ts'
import { staffOf, type Visit } from '../../../platform/web/visit.ts'
import { staff } from '../access.ts'
import { recordSignIn } from '../actions.ts'
import { addressForm, codeForm } from '../form.ts'
import { signInCodeJob } from '../jobs.ts'
import { CodePage, SignInPage } from '../pages/sign-in.tsx'
import { safeReturn } from '../return-path.ts'
import { findPostByEmail } from '../store.ts'
import { words } from '../words.ts'

export const signInRoutes = new Hono<Visit>()

const pace = paced()

signInRoutes.get('/sign-in', anyone, (c) => {
  const { address = '', next } = c.req.query()
  return c.html(<SignInPage c={c} address={address} next={safeReturn(next)} />)
})

signInRoutes.post('/sign-in', anyone, pace, async (c) => {
  const form = readForm(c, addressForm(words(c.var.locale)))
  const next = safeReturn(textOf(c.var.typed.next))
  if (!form.ok) return c.html(<SignInPage c={c} address="" next={next} form={form.state} />, 422)
  const { address } = form.value
  return act(c, async (work) => {
    const requestId = String(c.var.typed._key)
    await work.world.jobs.enqueue(work.db, signInCodeJob, { requestId, email: address, next })
    return `/sign-in/code?${new URLSearchParams({ address, ...(next === '/' ? {} : { next }) })}`
  })
})

signInRoutes.get('/sign-in/code', anyone, (c) => {
  const { address = '', code = '', next } = c.req.query()
  return c.html(<CodePage c={c} address={address} code={code} next={safeReturn(next)} />)
})

signInRoutes.post('/sign-in/code', anyone, pace, async (c) => {
  const { world, locale } = c.var
  const t = words(locale)
  const form = readForm(c, codeForm(t))
  const next = safeReturn(textOf(c.var.typed.next))
  const address = textOf(c.var.typed.address) ?? ''
  if (!form.ok) {
    // An address that cannot be one is asked for again, in a field that shows it.
    return c.html(
      <CodePage c={c} address={form.state.errors.address ? '' : address} code="" next={next} form={form.state} />,
      422,
    )
  }
  let entered: Awaited<ReturnType<typeof world.signIn.enterWithCode>> | undefined
  const answer = await act(
    c,
    async (work) => {
      // Spent outside of this transaction: a wrong try must count although the form comes back.
      entered ??= await world.signIn.enterWithCode(form.value.address, form.value.code, visitHeaders(c))
      const post = entered ? await findPostByEmail(work.db, form.value.address) : undefined
      if (!entered || !post) throw new FormMistake({ code: t.codeWrong })
      await recordSignIn(work, post, 'code')
      return next
    },
    (state) => <CodePage c={c} address={address} code="" next={next} form={{ ...state, values: {} }} />,
  )
  if (answer.status === 303) for (const cookie of entered?.cookies ?? []) answer.headers.append('Set-Cookie', cookie)
  return answer
})

signInRoutes.post('/sign-out', staff, async (c) => {
  const { userId, sessionId, staffId } = staffOf(c)
  const answer = await act(c, async (work) => {
    await endSessions(work, { userId, only: sessionId })
    await record(work, { verb: 'sign-in.stop', subjectKind: 'staff', subjectId: staffId })
    return '/'
  })
  for (const cookie of c.var.world.signIn.forgetCookies()) answer.headers.append('Set-Cookie', cookie)
  return answer
})

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
