import { Hono } from 'hono'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { staffOf, type Visit } from '../../../platform/web/visit.ts'
import { administrator } from '../access.ts'
import { changeAgency } from '../actions.ts'
import { agencyForm } from '../form.ts'
import { AgencyPage } from '../pages/agency.tsx'
import { findAgency } from '../store.ts'
import { words } from '../words.ts'

export const agencyRoutes = new Hono<Visit>()

agencyRoutes.get('/agency', administrator, async (c) => {
  const agency = await findAgency(c.var.world.db, staffOf(c).agencyId)
  return c.html(<AgencyPage c={c} agency={agency} />)
})

agencyRoutes.post('/agency', administrator, async (c) => {
  const { agencyId } = staffOf(c)
  const form = readForm(c, agencyForm(words(c.var.locale)))
  if (!form.ok) {
    const agency = await findAgency(c.var.world.db, agencyId)
    return c.html(<AgencyPage c={c} agency={agency} form={form.state} />, 422)
  }
  return act(c, async (work) => {
    await changeAgency(work, agencyId, form.value)
    return '/agency?said=agencySaved'
  })
})
