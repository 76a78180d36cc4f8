import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import { paced } from '../../platform/web/pace.ts'
import { anyone } from '../../platform/web/policy.ts'
import { actorOf, linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { PeerPage } from '../accounts/parts.tsx'
import { renewPersonFeed } from '../sessions/calendar/feeding.ts'
import { selfOf, ways } from './access.ts'
import { homeLinkJob } from './asking.ts'
import { contactRoutes } from './contact-routes.tsx'
import { askForm, partForm, pauseForm } from './form.ts'
import { endPause, openWay, pausePart, stopTakingPart } from './my-part.ts'
import { readOwnData } from './own-data.ts'
import { AskPage } from './pages/ask.tsx'
import { HomePage } from './pages/home.tsx'
import { CalendarAddress } from './pages/my-part.tsx'
import { words } from './words.ts'

/** Each peer's own page. */
export const home = new Hono<Visit>()
home.route('/', contactRoutes)

home.get('/my', anyone, (c) => c.html(<AskPage c={c} />))

home.post('/my', anyone, paced(), (c) => {
  const form = readForm(c, askForm(words(c.var.locale)))
  if (!form.ok) return c.html(<AskPage c={c} state={form.state} />, 422)
  return act(c, async (work) => {
    await work.world.jobs.enqueue(work.db, homeLinkJob, { email: form.value.email })
    return '/my?said=sent'
  })
})

home.get('/my/:token', bearer('home'), (c) => c.html(<HomePage c={c} />))

// A fresh address each time: it is handed out, never kept, so pressing twice only makes a second one.
home.post('/my/:token/open', bearer('home'), async (c) => {
  const form = readForm(c, z.object({ way: z.enum(ways), subject: z.uuid() }))
  const asked = orNotHere(form.ok ? form.value : null)
  const { world, viewer } = c.var
  const address = await carryOut(world, actorOf(viewer), (work) =>
    openWay(work, linkOf(c).link, asked.way, asked.subject),
  )
  return c.redirect(address, 303)
})

home.post('/my/:token/pause', bearer('home'), (c) => {
  const t = words(c.var.locale)
  const form = readForm(c, pauseForm(t))
  const again = (state: FormState) => <HomePage c={c} failed={{ kind: 'pause', id: String(c.var.typed.part), state }} />
  if (!form.ok) return c.html(again(form.state), 422)
  return act(
    c,
    async (work) => {
      const { zone, link } = linkOf(c)
      await pausePart(work, link, form.value.part, form.value.until, { zone, wrong: t.pauseWrong })
      return `${pathOf(c)}?said=saidPaused`
    },
    again,
  )
})

home.post('/my/:token/return', bearer('home'), (c) => {
  const { part } = partOf(c)
  return act(c, async (work) => {
    await endPause(work, linkOf(c).link, part)
    return `${pathOf(c)}?said=saidReturned`
  })
})

home.post('/my/:token/leaving', bearer('home'), (c) => {
  const { part } = partOf(c)
  return act(c, async (work) => {
    await stopTakingPart(work, linkOf(c).link, part)
    return `${pathOf(c)}?said=saidLeft`
  })
})

// The address is shown by the answer itself and kept nowhere: pressing again makes a new one and ends this one.
home.post('/my/:token/calendar', bearer('home'), async (c) => {
  const { world, viewer, locale } = c.var
  const address = await carryOut(world, actorOf(viewer), (work) => renewPersonFeed(work, selfOf(linkOf(c).link)))
  return c.html(
    <PeerPage c={c} title={words(locale).calendar}>
      <CalendarAddress locale={locale} path={pathOf(c)} again={c.req.path} address={address} />
    </PeerPage>,
  )
})

home.get('/my/:token/data', bearer('home'), async (c) => {
  const data = await readOwnData(c.var.world.db, selfOf(linkOf(c).link), c.var.world.clock.now())
  c.header('Content-Disposition', 'attachment; filename="my-data.json"')
  c.header('Content-Type', 'application/json; charset=utf-8')
  return c.body(JSON.stringify(data, null, 2))
})

function partOf(c: VisitContext) {
  const form = readForm(c, partForm)
  if (!form.ok) throw new FormMistake(form.state.errors)
  return form.value
}

function pathOf(c: VisitContext): string {
  return `/my/${c.req.param('token') ?? ''}`
}
