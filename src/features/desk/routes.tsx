import { Hono } from 'hono'
import type { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessMeeting } from '../activities/access.ts'
import { accessAuthority } from '../authority/access.ts'
import { accessConnection } from '../connections/access.ts'
import { closeConnection, reopenConnection } from '../connections/closing.ts'
import { pauseConnection } from '../connections/pausing.ts'
import { noteTouch, reviewConnection } from '../connections/reviewing.ts'
import { nextBestOfEach } from '../matching/rematching.ts'
import { proposeTimes } from '../sessions/times/asking.ts'
import { bringBack, noteCall, nudge, snooze } from './actions.ts'
import { exchangeRoutes } from './exchange-routes.tsx'
import { deskForms } from './form.ts'
import type { ActName, Failed } from './pages/acting.ts'
import { toBeHelped } from './pages/acts.tsx'
import { TodayPage } from './pages/today.tsx'
import { rematch } from './rematching.ts'
import { readKey } from './row.ts'
import { readStrips } from './tie-store.ts'
import { readToday } from './today.ts'
import { words } from './words.ts'

export const desk = new Hono<Visit>()
desk.route('/', exchangeRoutes)

const homeOf = (c: VisitContext) => `/initiatives/${c.var.initiative.id}`

/** Rows at first: a morning's work. The others are one click away, and move up as these are done. */
const rowsAtFirst = 20

async function showToday(c: VisitContext, failed?: Failed) {
  const { world, initiative, locale } = c.var
  const now = world.clock.now()
  const today = await readToday(world.db, initiative, now, dayIn(staffOf(c).zone, now))
  const most = c.req.query('rows') === 'all' ? Infinity : rowsAtFirst
  const open = failed?.about || c.req.query('open')
  const shown = today.rows.filter((row, place) => place < most || row.about === open)
  const helped = shown.flatMap(toBeHelped).map(({ personId }) => personId)
  const candidates = await nextBestOfEach(world.db, initiative.id, helped, { now, locale, limit: 2 })
  const ids = shown.flatMap(({ overview }) => (overview ? [overview.connection.id] : []))
  const strips = await readStrips(world.db, ids, now)
  return <TodayPage c={c} today={today} shown={shown} strips={strips} candidates={candidates} failed={failed} />
}

desk.get('/initiatives/:initiative', facilitating, async (c) => c.html(await showToday(c)))

type Forms = ReturnType<typeof deskForms>
type Target = Awaited<ReturnType<typeof accessConnection>>

/**
 * An act on one connection: it is reached through its door, the form is read, and the desk says what was done.
 * @param form reads what was typed; null for an act that is a button alone
 * @param change returns the key of the sentence, with more of the address where the sentence offers a way back
 */
function onConnection<T extends z.ZodType>(
  name: ActName | null,
  form: ((forms: Forms) => T) | null,
  change: (work: Work, target: Target, value: z.output<T>, c: VisitContext) => Promise<string>,
) {
  return async (c: VisitContext) => {
    const target = await accessConnection(c.var.world.db, c, c.req.param('connection') ?? '')
    const again = (state: FormState) => showToday(c, { about: target.id, act: name, state })
    const read = form ? readForm(c, form(deskForms(c))) : null
    if (read && !read.ok) return c.html(await again(read.state), 422)
    // An act without a form has no value, and its change asks for none.
    const value = read?.value as z.output<T>
    return act(c, async (work) => `${homeOf(c)}?said=${await change(work, target, value, c)}`, again)
  }
}

const path = '/initiatives/:initiative/desk/:connection'

desk.post(
  `${path}/nudge`,
  facilitating,
  onConnection(
    'nudge',
    (forms) => forms.nudge,
    async (work, { id }, typed, c) => {
      const texts = { en: typed.text_en, fr: typed.text_fr }
      await nudge(work, id, texts, { word: typed.word, locale: c.var.locale })
      return 'nudged'
    },
  ),
)

desk.post(
  `${path}/call`,
  facilitating,
  onConnection(
    'call',
    (forms) => forms.call,
    async (work, { id }, { note }) => {
      await noteCall(work, id, note)
      return 'called'
    },
  ),
)

desk.post(
  `${path}/times`,
  facilitating,
  onConnection(null, null, async (work, { id }, _, c) => {
    await proposeTimes(work, id, { locale: c.var.locale })
    await noteTouch(work, id)
    return 'timesAsked'
  }),
)

desk.post(
  `${path}/pause`,
  facilitating,
  onConnection(
    'pause',
    (forms) => forms.pause,
    async (work, { id }, { until }) => {
      await pauseConnection(work, id, until)
      await noteTouch(work, id)
      return 'paused'
    },
  ),
)

desk.post(
  `${path}/closing`,
  facilitating,
  onConnection(
    'close',
    (forms) => forms.close,
    async (work, { id, started_at: startedAt }, close) => {
      await closeConnection(work, id, close)
      return startedAt ? `closed&connection=${id}` : 'withdrawn'
    },
  ),
)

desk.post(
  `${path}/reopening`,
  facilitating,
  onConnection(null, null, async (work, { id }) => {
    await reopenConnection(work, id)
    return 'reopened'
  }),
)

desk.post(
  `${path}/review`,
  facilitating,
  onConnection(null, null, async (work, { id }) => {
    await reviewConnection(work, id)
    return 'reviewed'
  }),
)

desk.post(
  `${path}/rematch`,
  facilitating,
  onConnection(
    null,
    (forms) => forms.rematch,
    async (work, { id }, asked, c) => {
      await rematch(work, id, { personId: asked.person, withPersonId: asked.with }, c.var.locale)
      return 'rematched'
    },
  ),
)

/** What a row put aside is about must be of this initiative: a second id is checked like the first. */
async function reachRow(c: VisitContext, key: string): Promise<void> {
  const read = readKey(key)
  if (!read) throw new FormMistake(words(c.var.locale).rowUnknown)
  if (read.about === 'connection') await accessConnection(c.var.world.db, c, read.id)
  if (read.about === 'authority') await accessAuthority(c, read.id)
  if (read.about === 'meeting') await accessMeeting(c.var.world.db, c, read.id)
}

desk.post('/initiatives/:initiative/desk/aside', facilitating, async (c) => {
  const { id: initiativeId, agencyId } = c.var.initiative
  const form = readForm(c, deskForms(c).aside)
  const key = String(c.var.typed.row ?? '')
  await reachRow(c, key)
  if (!form.ok) {
    const about = readKey(key)?.id || key
    return c.html(await showToday(c, { about, act: 'aside', state: form.state }), 422)
  }
  const { row, until } = form.value
  return act(c, async (work) => {
    await snooze(work, { agencyId, initiativeId }, row, until.toZonedDateTime(staffOf(c).zone).toInstant())
    return `${homeOf(c)}?said=putAside&row=${encodeURIComponent(row)}`
  })
})

desk.post('/initiatives/:initiative/desk/back', facilitating, async (c) => {
  const { id: initiativeId, agencyId } = c.var.initiative
  const key = String(c.var.typed.row ?? '')
  await reachRow(c, key)
  return act(c, async (work) => {
    await bringBack(work, { agencyId, initiativeId }, key)
    return `${homeOf(c)}?said=back`
  })
})
