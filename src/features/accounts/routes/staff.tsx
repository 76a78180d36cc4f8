import { Hono } from 'hono'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import type { Work } from '../../../platform/work.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { accessStaff, administrator } from '../access.ts'
import { changeRole, deactivateStaff, inviteAgain, inviteStaff, reactivateStaff } from '../actions.ts'
import { inviteForm, roleForm } from '../form.ts'
import { ColleaguePage, ColleaguesPage } from '../pages/staff.tsx'
import { findAgency, listColleagues } from '../store.ts'
import { words } from '../words.ts'

export const staffRoutes = new Hono<Visit>()

staffRoutes.get('/staff', administrator, async (c) => c.html(await listPage(c)))

staffRoutes.post('/staff', administrator, async (c) => {
  const form = readForm(c, inviteForm(words(c.var.locale)))
  if (!form.ok) return c.html(await listPage(c, form.state), 422)
  return act(
    c,
    async (work) => {
      await inviteStaff(work, { ...form.value, agencyId: staffOf(c).agencyId }, c.var.locale)
      return '/staff?said=invited'
    },
    (state) => listPage(c, state),
  )
})

staffRoutes.get('/staff/:staff', administrator, async (c) => c.html(await colleaguePage(c)))

staffRoutes.post('/staff/:staff/role', administrator, async (c) => {
  const form = readForm(c, roleForm(words(c.var.locale)))
  if (!form.ok) return c.html(await colleaguePage(c, form.state), 422)
  return change(c, 'roleChanged', (work, { agencyId, id }) =>
    changeRole(work, agencyId, id, form.value.role, c.var.locale),
  )
})

staffRoutes.post('/staff/:staff/deactivation', administrator, (c) =>
  change(c, 'deactivated', (work, { agencyId, id }) => deactivateStaff(work, agencyId, id, c.var.locale)),
)

staffRoutes.post('/staff/:staff/reactivation', administrator, (c) =>
  change(c, 'reactivated', (work, { agencyId, id }) => reactivateStaff(work, agencyId, id)),
)

staffRoutes.post('/staff/:staff/invitation', administrator, (c) =>
  change(c, 'invited', (work, { agencyId, id }) => inviteAgain(work, agencyId, id)),
)

async function change(
  c: VisitContext,
  saidKey: string,
  make: (work: Work, colleague: { agencyId: string; id: string }) => Promise<void>,
): Promise<Response> {
  const viewer = staffOf(c)
  const { id, agency_id: agencyId } = await accessStaff(c.var.world.db, viewer, c.req.param('staff') ?? '')
  return act(
    c,
    async (work) => {
      await make(work, { agencyId, id })
      return `/staff/${id}?said=${saidKey}`
    },
    (state) => colleaguePage(c, state),
  )
}

async function listPage(c: VisitContext, form?: FormState) {
  const { db } = c.var.world
  const { agencyId } = staffOf(c)
  const [agency, colleagues] = await Promise.all([findAgency(db, agencyId), listColleagues(db, agencyId)])
  return <ColleaguesPage c={c} agency={agency.name} colleagues={colleagues} {...(form ? { form } : {})} />
}

async function colleaguePage(c: VisitContext, form?: FormState) {
  const colleague = await accessStaff(c.var.world.db, staffOf(c), c.req.param('staff') ?? '')
  return <ColleaguePage c={c} colleague={colleague} {...(form ? { form } : {})} />
}
