import { Hono } from 'hono'
import { carryOut } from '../../../platform/work.ts'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { orNotHere } from '../../../platform/web/mistakes.ts'
import { anyone } from '../../../platform/web/policy.ts'
import { visitHeaders } from '../../../platform/sessions/visit-headers.ts'
import { theSystem } from '../../../platform/work.ts'
import type { FormState } from '../../../ui/form-state.ts'
import type { Visit, VisitContext } from '../../../platform/web/visit.ts'
import { firstRun, readStaff } from '../access.ts'
import { foundAgency, recordSignIn } from '../actions.ts'
import { demonstrationProgress, demonstrationStarter, demonstrationState, playDemonstration } from '../demonstration.ts'
import { firstRunForm } from '../form.ts'
import { DemonstrationPage, FirstRunPage } from '../pages/first-run.tsx'
import { WelcomePage } from '../pages/welcome.tsx'
import { findDemonstrator, findPostByEmail, isEmptyInstallation } from '../store.ts'
import { words } from '../words.ts'

export const firstRunRoutes = new Hono<Visit>()

firstRunRoutes.get('/', anyone, async (c) => {
  const viewer = await readStaff(c)
  if (viewer) return c.redirect(viewer.role === 'funder' ? '/account' : '/initiatives', 303)
  if (await isEmptyInstallation(c.var.world)) return c.html(<FirstRun c={c} />)
  return c.html(<WelcomePage c={c} />)
})

firstRunRoutes.get('/start', firstRun, (c) => c.html(<FirstRun c={c} />))

firstRunRoutes.post('/start', firstRun, async (c) => {
  const { world, locale } = c.var
  const form = readForm(c, firstRunForm(words(locale)))
  if (!form.ok) return c.html(<FirstRun c={c} form={form.state} />, 422)
  const { agency, name, email, locale: own, zone } = form.value
  const answer = await act(
    c,
    async (work) => {
      await foundAgency(work, { name: agency, locale: own, zone, administrator: { name, email } }, locale)
      return '/initiatives/new'
    },
    (state) => <FirstRun c={c} form={state} />,
  )
  // The session comes after the commit, also when a lost answer is asked for again, but not long after.
  const founder = answer.status === 303 ? await findPostByEmail(world.db, email) : undefined
  const young = world.clock.now().subtract({ minutes: 10 })
  if (founder && Temporal.Instant.compare(founder.agency_made_at, young) > 0) {
    await enter(c, answer, founder.user_id)
    await carryOut(world, theSystem, (work) => recordSignIn(work, founder, 'first run'))
  }
  return answer
})

firstRunRoutes.get('/demonstration', firstRun, (c) => {
  const state = demonstrationState(c.var.world)
  if (state === 'none') return c.redirect('/', 303)
  if (state === 'playing') c.header('Refresh', '3')
  return c.html(<DemonstrationPage c={c} state={state} progress={demonstrationProgress(c.var.world)} />)
})

firstRunRoutes.post('/demonstration', firstRun, async (c) => {
  orNotHere(demonstrationStarter.start)
  if ((await playDemonstration(c.var.world)) !== 'ready') return c.redirect('/demonstration', 303)
  const { user_id } = orNotHere(await findDemonstrator(c.var.world.db))
  const answer = c.redirect('/initiatives', 303)
  await enter(c, answer, user_id)
  return answer
})

async function enter(c: VisitContext, answer: Response, userId: string): Promise<void> {
  for (const cookie of await c.var.world.signIn.startSession(userId, visitHeaders(c)))
    answer.headers.append('Set-Cookie', cookie)
}

const FirstRun = ({ c, form }: { c: VisitContext; form?: FormState }) => (
  <FirstRunPage c={c} offersDemonstration={demonstrationStarter.start !== null} {...(form ? { form } : {})} />
)
