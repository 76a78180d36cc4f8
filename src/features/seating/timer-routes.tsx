import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { actorOf, linkOf, type Visit } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessProjected, accessSeating } from './access.ts'
import { pressClock } from './actions.ts'
import { clockForm } from './form.ts'
import { ProjectorPage } from './pages/projector.tsx'
import { renewProjector } from './projector.ts'
import { timerPage } from './showing.tsx'
import { readView } from './view.ts'

/** The timer of a seating, and the page on the wall. */
export const timing = new Hono<Visit>()

const one = '/initiatives/:initiative/seatings/:seating'

timing.get('/projector/:token', bearer('projector'), async (c) => {
  const { db, clock } = c.var.world
  const { seating, plan } = await accessProjected(db, linkOf(c).link)
  const { guests, moment } = await readView(db, seating, plan, clock.now())
  return c.html(
    <ProjectorPage locale={c.var.locale} title={seating.title} src={c.req.path} {...{ plan, guests, moment }} />,
  )
})

timing.get(`${one}/timer`, facilitating, async (c) => c.html(await timerPage(c, c.req.param('seating'))))

timing.post(`${one}/clock`, facilitating, async (c) => {
  const form = readForm(c, clockForm)
  if (!form.ok) return c.html(await timerPage(c, c.req.param('seating'), form.state), 422)
  return act(
    c,
    async (work) => {
      const { seating } = await accessSeating(work.db, c, c.req.param('seating'))
      await pressClock(work, seating.id, form.value.act)
      return `/initiatives/${c.var.initiative.id}/seatings/${seating.id}/timer`
    },
    (state) => timerPage(c, c.req.param('seating'), state),
  )
})

// The address is shown by the answer itself and kept nowhere: pressing again makes a new one and ends this one.
timing.post(`${one}/projector`, facilitating, async (c) => {
  const { world, viewer } = c.var
  const { seating } = await accessSeating(world.db, c, c.req.param('seating'))
  const address = await carryOut(world, actorOf(viewer), (work) => renewProjector(work, seating))
  return c.html(await timerPage(c, seating.id, undefined, address))
})
