import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessConnection, ownContact } from './access.ts'
import { closeConnection, reopenConnection } from './closing.ts'
import { correctContact, recordContact, removeContact } from './contacts.ts'
import { ConnectionPage, ContactPage, ListPage } from './facilitator-pages.tsx'
import { contactForm, reportOf } from './contact-report.ts'
import { closeForm, pauseForm, reviewForm } from './form.ts'
import type { ActName } from './pages/acts.tsx'
import { pauseConnection, resumeConnection } from './pausing.ts'
import { noteTouch, reviewConnection } from './reviewing.ts'
import { words } from './words.ts'

/** The facilitator's list of connections, the page of one, and what can be done there. */
export const facilitatorRoutes = new Hono<Visit>()

const connectionPath = '/initiatives/:initiative/connections/:connection'
const nothing = z.object({})

facilitatorRoutes.get('/initiatives/:initiative/connections', facilitating, (c) => c.html(<ListPage c={c} />))

facilitatorRoutes.get(connectionPath, facilitating, async (c) =>
  c.html(<ConnectionPage c={c} connection={await connectionOf(c)} />),
)

facilitatorRoutes.post(`${connectionPath}/contacts`, facilitating, (c) =>
  actOn(c, 'log', contactForm(c.var.locale), 'logged', (work, connectionId, typed) =>
    recordContact(work, { connectionId, ...reportOf(typed, staffOf(c).zone, work.now) }),
  ),
)

facilitatorRoutes.post(`${connectionPath}/pause`, facilitating, (c) =>
  actOn(c, 'pause', pauseForm(words(c.var.locale)), 'paused', (work, id, { until }) =>
    pauseConnection(work, id, until),
  ),
)

facilitatorRoutes.post(`${connectionPath}/resumption`, facilitating, (c) =>
  actOn(c, 'pause', nothing, 'resumed', (work, id) => resumeConnection(work, id)),
)

facilitatorRoutes.post(`${connectionPath}/review`, facilitating, (c) =>
  actOn(c, 'review', reviewForm(words(c.var.locale)), 'reviewed', (work, id, { review }) =>
    reviewConnection(work, id, review),
  ),
)

facilitatorRoutes.post(`${connectionPath}/closing`, facilitating, (c) =>
  actOn(c, 'close', closeForm(words(c.var.locale)), 'closed', (work, id, close) => closeConnection(work, id, close)),
)

facilitatorRoutes.post(`${connectionPath}/reopening`, facilitating, (c) =>
  actOn(c, 'close', nothing, 'reopened', (work, id) => reopenConnection(work, id)),
)

facilitatorRoutes.get(`${connectionPath}/contacts/:contact`, facilitating, async (c) => {
  const connection = await connectionOf(c)
  return c.html(<ContactPage c={c} connection={connection} contact={await contactOf(c, connection.id)} />)
})

facilitatorRoutes.post(`${connectionPath}/contacts/:contact`, facilitating, async (c) => {
  const connection = await connectionOf(c)
  const contact = await contactOf(c, connection.id)
  const typed = readForm(c, contactForm(c.var.locale))
  const again = (state: FormState) => <ContactPage c={c} connection={connection} contact={contact} state={state} />
  if (!typed.ok) return c.html(again(typed.state), 422)
  return act(
    c,
    async (work) => {
      const report = reportOf(typed.value, staffOf(c).zone, work.now)
      await correctContact(work, { connectionId: connection.id, contactId: contact.id }, report)
      return pathOf(c, connection.id, 'corrected')
    },
    again,
  )
})

facilitatorRoutes.post(`${connectionPath}/contacts/:contact/removal`, facilitating, async (c) => {
  const connection = await connectionOf(c)
  return act(c, async (work) => {
    await removeContact(work, { connectionId: connection.id, contactId: c.req.param('contact') })
    return pathOf(c, connection.id, 'removed')
  })
})

/** One act of the page: checks the form, carries it out, counts as a touch, and comes back to say so. */
async function actOn<T>(
  c: VisitContext,
  name: ActName,
  form: z.ZodType<T>,
  said: string,
  change: (work: Work, id: string, typed: T) => Promise<unknown>,
) {
  const connection = await connectionOf(c)
  const typed = readForm(c, form)
  const again = (state: FormState) => <ConnectionPage c={c} connection={connection} failed={{ act: name, state }} />
  if (!typed.ok) return c.html(again(typed.state), 422)
  return act(
    c,
    async (work) => {
      await change(work, connection.id, typed.value)
      await noteTouch(work, connection.id)
      return pathOf(c, connection.id, said)
    },
    again,
  )
}

function connectionOf(c: VisitContext) {
  return accessConnection(c.var.world.db, c, c.req.param('connection') ?? '')
}

function contactOf(c: VisitContext, connectionId: string) {
  const by = { kind: 'staff', id: staffOf(c).staffId } as const
  return ownContact(c.var.world.db, { connectionId, contactId: c.req.param('contact') ?? '' }, by)
}

function pathOf(c: VisitContext, connectionId: string, said: string): string {
  return `/initiatives/${c.var.initiative.id}/connections/${connectionId}?said=${said}`
}
