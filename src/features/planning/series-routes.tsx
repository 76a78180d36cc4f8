import { Hono } from 'hono'
import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm, typedValues } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { type Reply, replies } from '../sessions/replies/reply.ts'
import { accessOwnSeries } from './access.ts'
import { answerSeries, proposeOther } from './answering.ts'
import { moment } from './form.ts'
import { easiest, readStarts } from './moving.ts'
import { OtherTimePage, SeriesPage } from './pages/series.tsx'
import { findPlanned, listSeries } from './series-store.ts'
import { seriesWords } from './series-words.ts'
import { readSetting } from './store.ts'

/** The page behind 'your four meetings': for whoever holds the link, without an account. */
export const seriesRoutes = new Hono<Visit>()

const mostTimes = 6

seriesRoutes.get('/series/:token', bearer('series'), async (c) => c.html(await seriesPage(c)))

seriesRoutes.post('/series/:token', bearer('series'), async (c) => {
  const { db, clock } = c.var.world
  const { locale } = c.var
  const { plan, personId } = await accessOwnSeries(db, c)
  const sessions = await listSeries(db, plan.id, [personId], clock.now())
  const answers = readAnswers(typedValues(c), sessions)
  const values = typedValues(c)
  if (answers.size === 0 && values.all !== 'yes' && sessions.length > 0) {
    const state = { values, errors: { _form: seriesWords(locale).someOpen } }
    return c.html(await seriesPage(c, state), 422)
  }
  const said = { locale, shown: typeof values.shown === 'string' ? values.shown : undefined }
  return act(
    c,
    async (work) => `${c.req.path}?said=${await answerSeries(work, plan.id, personId, answers, said)}`,
    (state) => seriesPage(c, state),
  )
})

/** What was chosen; 'yes to all' leaves standing what was answered before. */
function readAnswers(
  values: FormState['values'],
  sessions: readonly { session_id: string; reply: string | null }[],
): Map<string, Reply> {
  const answers = new Map<string, Reply>()
  for (const { session_id: id, reply } of sessions) {
    const said = values.all === 'yes' ? (reply === null ? 'yes' : undefined) : values[`reply.${id}`]
    const known = replies.find((one) => one === said)
    if (known) answers.set(id, known)
  }
  return answers
}

seriesRoutes.get('/series/:token/time', bearer('series'), async (c) => c.html(await otherTimePage(c)))

seriesRoutes.post('/series/:token/time', bearer('series'), async (c) => {
  const form = readForm(c, z.object({ session: z.uuid(), at: moment }))
  if (!form.ok) return c.html(await otherTimePage(c, form.state), 422)
  const { plan, personId } = await accessOwnSeries(c.var.world.db, c)
  return act(
    c,
    async (work) => {
      await proposeOther(work, plan.id, personId, form.value.session, form.value.at, c.var.locale)
      return `${c.req.path.replace(/\/time$/, '')}?said=proposed`
    },
    (state) => otherTimePage(c, state),
  )
})

async function seriesPage(c: VisitContext, error?: FormState) {
  const { db, clock } = c.var.world
  const { plan, personId } = await accessOwnSeries(db, c)
  const sessions = await listSeries(db, plan.id, [personId], clock.now())
  const { initiative, zone } = await readSetting(db, plan.id)
  const isOver = Temporal.PlainDate.compare(dayIn(zone, clock.now()), plan.answer_by_on) > 0
  return (
    <SeriesPage
      c={c}
      initiative={initiative}
      sessions={sessions}
      answerByOn={isOver ? null : plan.answer_by_on}
      state={error ?? emptyForm}
    />
  )
}

/** The easiest other times of one meeting that are free for all of its members. */
async function otherTimePage(c: VisitContext, error?: FormState) {
  const { db, clock } = c.var.world
  const { plan, personId } = await accessOwnSeries(db, c)
  const asked = c.req.query('session') ?? c.var.typed.session
  const sessions = await listSeries(db, plan.id, [personId], clock.now())
  const session = orNotHere(sessions.find(({ session_id }) => session_id === asked))
  const place = orNotHere(await findPlanned(db, session.session_id))
  const where = { seriesId: place.series_id, number: place.number }
  const found = orNotHere(await readStarts(db, plan, where, clock.now()))
  const times = easiest(found.starts, mostTimes, found.row.startsAt).map(({ startsAt, change }) => ({
    startsAt: Temporal.Instant.from(startsAt),
    isEasy: change <= 0,
  }))
  return <OtherTimePage c={c} session={session} times={times} error={error} />
}
