import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessConnection } from '../connections/access.ts'
import { membersOf } from '../connections/members.ts'
import { connectionsOf } from '../connections/overview.ts'
import { readExchanges } from '../matching/exchanging.ts'
import { nextBest } from '../matching/rematching.ts'
import { ExchangePage, type Helped } from './pages/exchange.tsx'
import { rematch } from './rematching.ts'

/** Every way to give somebody a partner whom a proposal left with nobody, and what each costs the others. */
export const exchangeRoutes = new Hono<Visit>()

const path = '/initiatives/:initiative/desk/:connection/exchange'

async function showExchange(c: VisitContext, error?: FormState) {
  const { world, initiative, locale } = c.var
  const { db } = world
  const now = world.clock.now()
  const connection = await accessConnection(db, c, c.req.param('connection') ?? '')
  const members = await membersOf(db, connection.id)
  const exclude = members.map(({ personId }) => personId)
  const helped: Helped[] = []
  for (const { personId, name, answer } of members) {
    const isHelped =
      connection.state === 'declined' ? answer !== 'no' : connection.state === 'proposed' && answer === 'yes'
    const ties = await connectionsOf(db, { personId, agencyId: initiative.agencyId, initiativeId: initiative.id }, now)
    const isTied = ties.some(
      ({ connection: { id, state } }) => id !== connection.id && state !== 'declined' && state !== 'closed',
    )
    if (!isHelped || isTied) continue
    helped.push({
      personId,
      name,
      free: await nextBest(db, initiative.id, personId, { now, locale, exclude }),
      exchanges: await readExchanges(db, initiative.id, personId, { now, exclude }),
    })
  }
  return <ExchangePage c={c} helped={helped} error={error} />
}

exchangeRoutes.get(path, facilitating, async (c) => c.html(await showExchange(c)))

const exchangeForm = z.object({ person: z.uuid(), with: z.uuid(), key: z.string().max(20_000).default('') })

exchangeRoutes.post(path, facilitating, async (c) => {
  const { id } = await accessConnection(c.var.world.db, c, c.req.param('connection'))
  const form = readForm(c, exchangeForm)
  if (!form.ok) return c.html(await showExchange(c, form.state), 422)
  const { person, with: partner, key } = form.value
  return act(
    c,
    async (work) => {
      await rematch(work, id, { personId: person, withPersonId: partner, ...(key ? { key } : {}) }, c.var.locale)
      return `/initiatives/${c.var.initiative.id}?said=rematched`
    },
    (state) => showExchange(c, state),
  )
})
