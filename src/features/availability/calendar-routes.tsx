import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { accessOwnTime } from './access.ts'
import { addCalendar, removeCalendar } from './calendars.ts'
import { readCalendars } from './calendar-store.ts'
import { calendarForm } from './form.ts'
import { CalendarsPage } from './pages/calendars.tsx'
import { words } from './words.ts'

/** A person's own calendars, by their link; nobody fills these in for them. */
export const calendarRoutes = new Hono<Visit>()

calendarRoutes.get('/availability/:token/calendars', bearer('availability'), async (c) => c.html(await page(c)))

calendarRoutes.post('/availability/:token/calendars', bearer('availability'), async (c) => {
  const person = await ownPerson(c)
  const t = words(c.var.locale)
  const form = readForm(c, calendarForm(t))
  if (!form.ok) return c.html(await page(c, form.state), 422)
  return act(
    c,
    async (work) => {
      await addCalendar(work, person, form.value, t)
      return `${pathOf(c)}/calendars?said=calendarAdded`
    },
    (state) => page(c, state),
  )
})

calendarRoutes.post('/availability/:token/calendars/removal', bearer('availability'), async (c) => {
  const person = await ownPerson(c)
  const form = readForm(c, z.object({ calendar: z.uuid() }))
  const { calendar } = orNotHere(form.ok ? form.value : null)
  return act(c, async (work) => {
    await removeCalendar(work, person, calendar)
    return `${pathOf(c)}/calendars?said=calendarRemoved`
  })
})

async function page(c: VisitContext, state?: FormState) {
  const { personId } = await ownPerson(c)
  const calendars = await readCalendars(c.var.world.db, personId)
  return <CalendarsPage c={c} calendars={calendars} path={pathOf(c)} {...(state ? { state } : {})} />
}

async function ownPerson(c: VisitContext) {
  return { personId: await accessOwnTime(c.var.world.db, c), agencyId: linkOf(c).link.agencyId }
}

function pathOf(c: VisitContext): string {
  return `/availability/${c.req.param('token') ?? ''}`
}
