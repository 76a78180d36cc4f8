import { Hono } from 'hono'
import type { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessConnection } from '../connections/access.ts'
import { closeConnection } from '../connections/closing.ts'
import { pauseConnection } from '../connections/pausing.ts'
import { noteTouch, reviewConnection } from '../connections/reviewing.ts'
import { membersOf } from '../connections/members.ts'
import { type NextBest, nextBestOfEach, rematchPerson } from '../matching/rematching.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { proposeTimes } from '../sessions/actions.ts'
import { bringBack, noteCall, nudge, snooze } from './actions.ts'
import { deskForms } from './form.ts'
import { TodayPage } from './pages/today.tsx'
import { readToday, type Today } from './today.ts'

export const desk = new Hono<Visit>()

const homeOf = (c: VisitContext) => `/initiatives/${c.var.initiative.id}`
/** Candidates are looked for in as many declined rows as one page can bear. */
const mostCandidates = 4
/** Rows at first: a morning's work. The others are one click away, and move up as these are done. */
const rowsAtFirst = 12

async function showToday(c: VisitContext, failed?: { id: string; state: FormState }) {
  const { world, initiative } = c.var
  const now = world.clock.now()
  const most = c.req.query('rows') === 'all' ? Infinity : rowsAtFirst
  const today = await readToday(world.db, initiative, now, dayIn(staffOf(c).zone, now), {
    most,
    also: failed?.id || c.req.query('open'),
  })
  return <TodayPage c={c} today={today} candidates={await candidatesFor(c, today)} failed={failed} />
}

/** The next best for each member of a declined proposal who said yes, or nothing yet, and is without a tie. */
async function candidatesFor(c: VisitContext, today: Today): Promise<Map<string, NextBest[]>> {
  const { world, initiative, locale } = c.var
  const members = today.rows
    .filter((row) => row.kind === 'declined')
    .flatMap((row) => row.overview?.members.filter((member) => member.answer !== 'no') ?? [])
  const alone = members.slice(0, mostCandidates).map(({ personId }) => personId)
  return nextBestOfEach(world.db, initiative.id, alone, { now: world.clock.now(), locale, limit: 2 })
}

desk.get('/initiatives/:initiative', facilitating, async (c) => c.html(await showToday(c)))

/** An act on one connection: its form is read, the connection is reached through its door, the row is gone afterwards. */
function onConnection<T extends z.ZodType>(
  said: string,
  formOf: (forms: ReturnType<typeof deskForms>) => T | null,
  change: (work: Work, connectionId: string, value: z.output<T>, c: VisitContext) => Promise<unknown>,
) {
  return async (c: VisitContext) => {
    const { id } = await accessConnection(c.var.world.db, c, c.req.param('connection') ?? '')
    const again = (state: FormState) => showToday(c, { id, state })
    const schema = formOf(deskForms(c))
    const form = schema ? readForm(c, schema) : null
    if (form && !form.ok) return c.html(await again(form.state), 422)
    return act(
      c,
      async (work) => {
        // A form without fields has no value, and its change asks for none.
        await change(work, id, form?.value as z.output<T>, c)
        return `${homeOf(c)}?said=${said}`
      },
      again,
    )
  }
}

const path = '/initiatives/:initiative/desk/:connection'

desk.post(
  `${path}/nudge`,
  facilitating,
  onConnection(
    'nudged',
    (forms) => forms.nudge,
    (work, id, texts) => nudge(work, id, { en: texts.text_en, fr: texts.text_fr }, texts.word),
  ),
)

desk.post(
  `${path}/call`,
  facilitating,
  onConnection(
    'called',
    (forms) => forms.call,
    (work, id, { note }) => noteCall(work, id, note),
  ),
)

desk.post(
  `${path}/times`,
  facilitating,
  onConnection(
    'timesAsked',
    () => null,
    async (work, id, _, c) => {
      await proposeTimes(work, id, { locale: c.var.locale })
      await noteTouch(work, id)
    },
  ),
)

desk.post(
  `${path}/pause`,
  facilitating,
  onConnection(
    'paused',
    (forms) => forms.pause,
    (work, id, { until }) => pauseConnection(work, id, until),
  ),
)

desk.post(
  `${path}/closing`,
  facilitating,
  onConnection(
    'closed',
    (forms) => forms.close,
    (work, id, { reason }) => closeConnection(work, id, { reason }),
  ),
)

desk.post(
  `${path}/review`,
  facilitating,
  onConnection(
    'reviewed',
    () => null,
    (work, id) => reviewConnection(work, id),
  ),
)

desk.post(
  `${path}/rematch`,
  facilitating,
  onConnection(
    'rematched',
    (forms) => forms.rematch,
    async (work, id, asked, c) => {
      // The one to be helped must come from the proposal the row is about.
      const members = await membersOf(work.db, id, { leftToo: true })
      orNotHere(members.find((member) => member.personId === asked.person))
      await rematchPerson(work, c.var.initiative.id, asked.person, asked.with)
    },
  ),
)

desk.post('/initiatives/:initiative/desk/aside', facilitating, async (c) => {
  const form = readForm(c, deskForms(c).aside)
  if (!form.ok) return c.html(await showToday(c, { id: '', state: form.state }), 422)
  const { row, until } = form.value
  const { id: initiativeId, agencyId } = c.var.initiative
  return act(c, async (work) => {
    const moment = until ? until.toZonedDateTime(staffOf(c).zone).toInstant() : work.now.add({ hours: 24 * 7 })
    await snooze(work, { agencyId, initiativeId }, row, moment)
    return `${homeOf(c)}?said=putAside&row=${encodeURIComponent(row)}`
  })
})

desk.post('/initiatives/:initiative/desk/back', facilitating, async (c) => {
  const form = readForm(c, deskForms(c).row)
  if (!form.ok) return c.html(await showToday(c, { id: '', state: form.state }), 422)
  return act(c, async (work) => {
    await bringBack(work, c.var.initiative.id, form.value.row)
    return `${homeOf(c)}?said=back`
  })
})
