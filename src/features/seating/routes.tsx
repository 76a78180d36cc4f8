import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessEngagement, accessPlan, accessSeating } from './access.ts'
import { listOf } from './seating-list.ts'
import {
  adoptPlan,
  changeSettings,
  lockToTable,
  makeSeating,
  planAgain,
  proposeAttendance,
  removeSeating,
  takeBack,
} from './actions.ts'
import { attendanceForm, freeForm, lockForm, peopleForm, settingsForm } from './form.ts'
import { printing } from './print-routes.ts'
import { attendancePage, planPage, previewPage, seatingsPage, settingsPage } from './showing.tsx'
import { timing } from './timer-routes.tsx'
import { words } from './words.ts'

export const seating = new Hono<Visit>()

seating.route('/', printing)
seating.route('/', timing)

const ofEvent = '/initiatives/:initiative/engagements/:engagement/seatings'
const one = '/initiatives/:initiative/seatings/:seating'

seating.get(ofEvent, facilitating, async (c) => c.html(await seatingsPage(c, c.req.param('engagement'))))

seating.post(ofEvent, facilitating, async (c) => {
  const again = (state: FormState) => seatingsPage(c, c.req.param('engagement'), state)
  const { id: engagementId } = await accessEngagement(c.var.world.db, c, c.req.param('engagement'))
  const form = readForm(c, settingsForm(words(c.var.locale), staffOf(c).zone))
  if (!form.ok) return c.html(await again(form.state), 422)
  const people = readForm(c, peopleForm)
  if (!people.ok) return c.html(await again(people.state), 422)
  const where = { agencyId: c.var.initiative.agencyId, initiativeId: c.var.initiative.id, of: { engagementId } }
  return act(
    c,
    async (work) => {
      const id = await makeSeating(work, where, { ...form.value, ...people.value })
      return `/initiatives/${c.var.initiative.id}/seatings/${id}?said=saidMade`
    },
    again,
  )
})

seating.get(one, facilitating, async (c) => c.html(await planPage(c, c.req.param('seating'))))

seating.post(`${one}/plans`, facilitating, (c) => actOn(c, '?said=saidAgain', planAgain))

seating.post(`${one}/locks`, facilitating, async (c) => {
  const form = readForm(c, lockForm(words(c.var.locale)))
  if (!form.ok) return c.html(await planPage(c, c.req.param('seating'), form.state), 422)
  const { person, table } = form.value
  return actOn(c, '?said=saidLocked#kept', (work, id) => lockToTable(work, id, person, table))
})

seating.post(`${one}/locks/removal`, facilitating, async (c) => {
  const form = readForm(c, freeForm)
  if (!form.ok) return c.html(await planPage(c, c.req.param('seating'), form.state), 422)
  return actOn(c, '?said=saidUnlocked#kept', (work, id) => lockToTable(work, id, form.value.person, null))
})

seating.post(`${one}/reversal`, facilitating, (c) => actOn(c, '?said=saidBack', takeBack))

seating.post(`${one}/removal`, facilitating, (c) =>
  act(
    c,
    async (work) => {
      const { seating: row } = await accessSeating(work.db, c, c.req.param('seating'))
      await removeSeating(work, row.id)
      return `${listOf(row)}?said=saidRemoved`
    },
    (state) => planPage(c, c.req.param('seating'), state),
  ),
)

seating.get(`${one}/settings`, facilitating, async (c) => c.html(await settingsPage(c, c.req.param('seating'))))

seating.post(`${one}/settings`, facilitating, async (c) => {
  const { plan } = await accessSeating(c.var.world.db, c, c.req.param('seating'))
  const form = readForm(c, settingsForm(words(c.var.locale), plan.zone))
  if (!form.ok) return c.html(await settingsPage(c, c.req.param('seating'), form.state), 422)
  return actOn(
    c,
    '?said=saidChanged',
    (work, id) => changeSettings(work, id, form.value),
    (state) => settingsPage(c, c.req.param('seating') ?? '', state),
  )
})

seating.get(`${one}/attendance`, facilitating, async (c) => c.html(await attendancePage(c, c.req.param('seating'))))

seating.post(`${one}/attendance`, facilitating, async (c) => {
  const form = readForm(c, attendanceForm)
  if (!form.ok) return c.html(await attendancePage(c, c.req.param('seating'), form.state), 422)
  const { here, late } = form.value
  return act(
    c,
    async (work) => {
      const { seating: row } = await accessSeating(work.db, c, c.req.param('seating'))
      const planId = await proposeAttendance(work, row.id, [...here, ...late])
      return planId === null ? `${hereOf(c)}/attendance?said=saidNothing` : `${hereOf(c)}/plans/${planId}`
    },
    (state) => attendancePage(c, c.req.param('seating'), state),
  )
})

seating.get(`${one}/plans/:plan`, facilitating, async (c) =>
  c.html(await previewPage(c, c.req.param('seating'), c.req.param('plan'))),
)

seating.post(`${one}/plans/:plan/adoption`, facilitating, async (c) => {
  const again = (state: FormState) => previewPage(c, c.req.param('seating'), c.req.param('plan'), state)
  return act(
    c,
    async (work) => {
      const { seating: row } = await accessSeating(work.db, c, c.req.param('seating'))
      const { id: planId } = await accessPlan(work.db, row, c.req.param('plan'))
      await adoptPlan(work, row.id, planId)
      return `${hereOf(c)}?said=saidAdopted`
    },
    again,
  )
})

/** An act on a seating, which leads back to its plan. */
function actOn(
  c: VisitContext,
  next: string,
  change: (work: Work, seatingId: string) => Promise<void>,
  again = (state: FormState) => planPage(c, c.req.param('seating') ?? '', state),
): Promise<Response> {
  return act(
    c,
    async (work) => {
      const { seating: row } = await accessSeating(work.db, c, c.req.param('seating') ?? '')
      await change(work, row.id)
      return `${hereOf(c)}${next}`
    },
    again,
  )
}

function hereOf(c: VisitContext): string {
  return `/initiatives/${c.var.initiative.id}/seatings/${c.req.param('seating')}`
}
