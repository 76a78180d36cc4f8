import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessMeeting } from './access.ts'
import * as actions from './actions.ts'
import { tickAttendance } from './attendance.ts'
import * as forms from './form.ts'
import { formWords } from './form-words.ts'
import { isTimed } from './meeting.ts'
import { saveOutcome, sendOutcome } from './outcome.ts'
import { places } from './peer-routes.tsx'
import { printing } from './print-routes.ts'
import * as pages from './showing.tsx'
import { listPeers } from './overview.ts'
import { type Meeting } from './store.ts'
import { fillTables } from './tables.ts'
import { timesWords } from './times-words.ts'
import { words } from './words.ts'

export const activities = new Hono<Visit>()

activities.route('/', places)
activities.route('/', printing)

const all = '/initiatives/:initiative/meetings'
const one = `${all}/:meeting`

activities.get(all, facilitating, async (c) => c.html(await pages.meetingsPage(c)))

activities.get(`${all}/new`, facilitating, async (c) => c.html(await pages.newMeetingPage(c, emptyForm)))

activities.post(all, facilitating, async (c) => {
  const t = formWords(c.var.locale)
  const again = (state: FormState) => pages.newMeetingPage(c, state)
  const form = readForm(c, forms.meetingForm(t))
  if (!form.ok) return c.html(await again(form.state), 422)
  const { id: initiativeId, agencyId } = c.var.initiative
  return act(
    c,
    async (work) => {
      forms.mustLieAhead(form.value, work.now, t)
      const id = await actions.makeMeeting(work, { agencyId, initiativeId }, form.value, c.var.locale)
      return `/initiatives/${initiativeId}/meetings/${id}?said=saidMade`
    },
    again,
  )
})

activities.get(one, facilitating, async (c) => c.html(await pages.meetingPage(c)))

activities.get(`${one}/settings`, facilitating, async (c) => c.html(await pages.settingsPage(c, emptyForm)))

activities.post(`${one}/settings`, facilitating, async (c) => {
  const t = formWords(c.var.locale)
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const again = (state: FormState) => pages.settingsPage(c, state)
  const form = readForm(c, forms.meetingForm(t))
  if (!form.ok) return c.html(await again(form.state), 422)
  return actOn(
    c,
    '?said=saidChanged',
    (work, { id }) => {
      forms.mustLieAhead(form.value, work.now, t)
      return actions.changeMeeting(work, id, form.value, c.var.locale)
    },
    again,
  )
})

activities.get(`${one}/times`, facilitating, async (c) => c.html(await pages.timesPage(c, emptyForm)))

activities.post(`${one}/time`, facilitating, async (c) => {
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const again = (state: FormState) => pages.timesPage(c, state)
  const form = readForm(c, forms.timeForm(timesWords(c.var.locale).timeWrong))
  if (!form.ok) return c.html(await again(form.state), 422)
  return actOn(
    c,
    '?said=saidChanged',
    async (work, meeting) => {
      const { startsAt } = form.value
      if (Temporal.Instant.compare(startsAt, work.now) <= 0)
        throw new FormMistake({ startsAt: timesWords(c.var.locale).timeWrong })
      await actions.moveTo(work, orNotHere(isTimed(meeting) ? meeting : null), startsAt, c.var.locale)
    },
    again,
  )
})

activities.get(`${one}/agenda`, facilitating, async (c) => c.html(await pages.agendaPage(c, emptyForm)))

activities.post(`${one}/agenda`, facilitating, (c) =>
  actOn(
    c,
    '/agenda?said=saidAgenda',
    (work, { id }) => actions.saveAgenda(work, id, forms.readAgendaRows(c.var.typed, formWords(c.var.locale))),
    (state) => pages.agendaPage(c, state),
  ),
)

activities.post(`${one}/invitations`, facilitating, async (c) => {
  const t = words(c.var.locale)
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const form = readForm(c, forms.inviteForm(t))
  if (!form.ok) return c.html(await pages.meetingPage(c, form.state), 422)
  const { whom, people } = form.value
  return actOn(c, '?said=saidInvited', async (work, meeting) => {
    const everybody = async () => (await listPeers(work.db, meeting.initiative_id)).map(({ id }) => id)
    await actions.invitePeople(work, meeting.id, whom === 'everybody' ? await everybody() : people, t)
  })
})

activities.post(`${one}/answers`, facilitating, async (c) => {
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const form = readForm(c, z.object({ taken: z.enum(['yes', 'no']) }))
  if (!form.ok) return c.html(await pages.meetingPage(c, form.state), 422)
  const isOpen = form.value.taken === 'yes'
  return actOn(c, isOpen ? '?said=saidOpened' : '?said=saidClosed', (work, { id }) =>
    actions.setAnswering(work, id, isOpen, words(c.var.locale)),
  )
})

activities.post(`${one}/cancellation`, facilitating, (c) =>
  actOn(c, '?said=saidCancelled', (work, { id }) => actions.cancelMeeting(work, id, words(c.var.locale))),
)

activities.post(`${one}/removal`, facilitating, (c) =>
  act(
    c,
    async (work) => {
      const { id } = await accessMeeting(work.db, c, c.req.param('meeting'))
      await actions.removeDraft(work, id, words(c.var.locale))
      return `/initiatives/${c.var.initiative.id}/meetings?said=saidRemoved`
    },
    (state) => pages.meetingPage(c, state),
  ),
)

activities.post(`${one}/tables`, facilitating, async (c) => {
  const meeting = await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const again = (state: FormState) => pages.meetingPage(c, state)
  const form = readForm(c, forms.tablesForm(formWords(c.var.locale)))
  if (!form.ok) return c.html(await again(form.state), 422)
  const { tablesTitle: title, roundMinutes: minutes, rounds, size } = form.value
  return act(
    c,
    async (work) => {
      const timed = orNotHere(isTimed(meeting) ? meeting : null)
      const id = await fillTables(work, timed, { title, rounds, size, minutes }, words(c.var.locale))
      return `/initiatives/${c.var.initiative.id}/seatings/${id}?said=saidMade`
    },
    again,
  )
})

activities.get(`${one}/attendance`, facilitating, async (c) => c.html(await pages.attendancePage(c, emptyForm)))

activities.post(`${one}/attendance`, facilitating, async (c) => {
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const form = readForm(c, forms.presentForm)
  if (!form.ok) return c.html(await pages.attendancePage(c, form.state), 422)
  return actOn(c, '?said=saidTicked', (work, { id }) => tickAttendance(work, id, form.value))
})

activities.get(`${one}/outcome`, facilitating, async (c) => c.html(await pages.outcomePage(c, emptyForm)))

activities.post(`${one}/outcome`, facilitating, async (c) => {
  const t = formWords(c.var.locale)
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const again = (state: FormState) => pages.outcomePage(c, state)
  const form = readForm(c, forms.notesForm(t))
  if (!form.ok) return c.html(await again(form.state), 422)
  return actOn(
    c,
    '/outcome?said=saidOutcome',
    (work, { id }) => {
      const decisions = forms.readDecisionRows(c.var.typed, t)
      const { notes, shown } = form.value
      return saveOutcome(work, id, { notes, decisions }, { shown, t })
    },
    again,
  )
})

activities.post(`${one}/outcome/sending`, facilitating, async (c) => {
  await accessMeeting(c.var.world.db, c, c.req.param('meeting'))
  const again = (state: FormState) => pages.outcomePage(c, state)
  const form = readForm(c, forms.sendForm(formWords(c.var.locale)))
  if (!form.ok) return c.html(await again(form.state), 422)
  return actOn(
    c,
    '?said=saidSent',
    async (work, { id }) => void (await sendOutcome(work, id, form.value.to, words(c.var.locale))),
    again,
  )
})

/** An act on a meeting, which leads back to its page. */
function actOn(
  c: VisitContext,
  next: string,
  change: (work: Work, meeting: Meeting) => Promise<void>,
  again = (state: FormState) => pages.meetingPage(c, state),
): Promise<Response> {
  return act(
    c,
    async (work) => {
      const meeting = await accessMeeting(work.db, c, c.req.param('meeting') ?? '')
      await change(work, meeting)
      return `/initiatives/${c.var.initiative.id}/meetings/${meeting.id}${next}`
    },
    again,
  )
}
