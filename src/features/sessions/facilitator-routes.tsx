import { Hono } from 'hono'
import { z } from 'zod'
import { isoDay, isZone } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import { actorOf, staffOf, type Visit } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessConnection } from '../connections/access.ts'
import { accessConnectionSession, accessSession } from './access.ts'
import { cancelSession, moveSession } from './actions.ts'
import { renewInitiativeFeed } from './calendar/feeding.ts'
import { CalendarPage } from './pages/calendar.tsx'
import { SessionPage } from './pages/session.tsx'
import { proposeTimes } from './times/asking.ts'
import { words } from './words.ts'

/** What the facilitator does by hand: ask for times, move a session, cancel it. */
export const sessionActs = new Hono<Visit>()

sessionActs.post('/initiatives/:initiative/connections/:connection/times', facilitating, async (c) => {
  const connection = await accessConnection(c.var.world.db, c, c.req.param('connection'))
  return act(c, async (work) => {
    await proposeTimes(work, connection.id, { locale: c.var.locale })
    return `/initiatives/${c.var.initiative.id}/connections/${connection.id}?said=timesAsked`
  })
})

sessionActs.get('/initiatives/:initiative/calendar', facilitating, (c) => c.html(<CalendarPage c={c} />))

// The address is shown by the answer itself and kept nowhere: pressing again makes a new one and ends this one.
sessionActs.post('/initiatives/:initiative/calendar', facilitating, async (c) => {
  const { world, viewer, initiative } = c.var
  const { staffId } = staffOf(c)
  const address = await carryOut(world, actorOf(viewer), (work) => renewInitiativeFeed(work, initiative, staffId))
  return c.html(<CalendarPage c={c} address={address} />)
})

sessionActs.get('/initiatives/:initiative/sessions/:session', facilitating, async (c) => {
  const session = await accessSession(c, c.req.param('session'))
  if (session.activity_id) return c.redirect(`/initiatives/${c.var.initiative.id}/meetings/${session.activity_id}`)
  return c.html(<SessionPage c={c} session={session} state={emptyForm} />)
})

sessionActs.post('/initiatives/:initiative/sessions/:session/cancellation', facilitating, async (c) => {
  const session = await accessConnectionSession(c, c.req.param('session'))
  return act(c, async (work) => {
    await cancelSession(work, session.id, words(c.var.locale))
    return `/initiatives/${c.var.initiative.id}/sessions/${session.id}?said=cancelled`
  })
})

sessionActs.post('/initiatives/:initiative/sessions/:session/time', facilitating, async (c) => {
  const t = words(c.var.locale)
  const session = await accessConnectionSession(c, c.req.param('session'))
  const again = (state: FormState) => <SessionPage c={c} session={session} state={state} />
  const form = readForm(
    c,
    z.object({
      day: z
        .string()
        .transform(isoDay)
        .refine((day) => day !== null, t.moveDayWrong),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, t.moveTimeWrong),
      zone: z.string().refine(isZone, t.moveZoneWrong),
    }),
  )
  if (!form.ok) return c.html(again(form.state), 422)
  return act(
    c,
    async (work) => {
      const startsAt = form.value.day
        .toZonedDateTime({ timeZone: form.value.zone, plainTime: form.value.time })
        .toInstant()
      if (Temporal.Instant.compare(startsAt, work.now) <= 0) throw new FormMistake({ day: t.movePast })
      await moveSession(work, session.id, startsAt, t)
      return `/initiatives/${c.var.initiative.id}/sessions/${session.id}?said=moved`
    },
    again,
  )
})
