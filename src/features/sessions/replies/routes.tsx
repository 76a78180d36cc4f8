import { Hono } from 'hono'
import { formatMoment } from '../../../platform/clock.ts'
import { act } from '../../../platform/web/act.tsx'
import { bearer } from '../../../platform/web/bearer.ts'
import { readForm } from '../../../platform/web/form.ts'
import type { Visit, VisitContext } from '../../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { accessOwnSession } from '../access.ts'
import { answerCounter, counterTime } from './countering.ts'
import { AnsweredPage } from '../pages/answers.tsx'
import { AnotherTimePage, CounterPage, ReplyPage } from '../pages/reply.tsx'
import { asReply, isAhead, replies } from './reply.ts'
import { chosenTime, counterAnswerForm, counterForm, replyForm } from './form.ts'
import { readOpenCounter } from './store.ts'
import { replyWords } from './words.ts'
import { replyToSession } from './replying.ts'
import * as store from '../store.ts'
import { findTimes } from '../times/asking.ts'

/** One member's answer to one session: whether they come, and which other time they propose. */
export const replying = new Hono<Visit>()

/** What the page says when there is nothing to answer any more; null while there is. */
function endedPage(c: VisitContext, session: store.SessionRow) {
  if (isAhead(session, c.var.world.clock.now())) return null
  const t = replyWords(c.var.locale)
  const isOff = session.state === 'cancelled'
  const [title, lead] = isOff ? [t.sessionOff, t.sessionOffLead] : [t.sessionOver, t.sessionOverLead]
  return c.html(<AnsweredPage c={c} title={title} lead={lead} />)
}

replying.get('/reply/:token', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const ended = endedPage(c, own.session)
  if (ended) return ended
  const t = replyWords(c.var.locale)
  const said = asReply(own.self.reply)
  const picked = replies.find((reply) => reply === c.req.query('pick'))
  if (said && !picked && c.req.query('change') === undefined) {
    const title = { yes: t.repliedYes, maybe: t.repliedMaybe, no: t.repliedNo }[said]
    return c.html(<AnsweredPage c={c} title={title} lead={t.repliedLead} changeHref={`${c.req.path}?change`} />)
  }
  const state = { values: { reply: picked ?? said ?? '' }, errors: {} }
  return c.html(<ReplyPage c={c} {...own} state={state} />)
})

replying.post('/reply/:token', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const again = (state: FormState) => <ReplyPage c={c} {...own} state={state} />
  const form = readForm(c, replyForm(replyWords(c.var.locale)))
  if (!form.ok) return c.html(again(form.state), 422)
  return act(
    c,
    async (work) => {
      const { locale } = c.var
      await replyToSession(work, own.session.id, own.self.person_id, form.value.reply, 'link', { locale })
      return c.req.path
    },
    again,
  )
})

/** Three times that are easy for all in a connection. */
async function alternatives(c: VisitContext, own: Awaited<ReturnType<typeof accessOwnSession>>) {
  const { db, clock } = c.var.world
  const now = clock.now()
  const members = await store.readMembers(db, own.connectionId, now)
  const times = await findTimes({ db, now }, own.connectionId, members, own.session.minutes)
  return times.map(({ startsAt }) => startsAt)
}

replying.get('/reply/:token/time', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const ended = endedPage(c, own.session)
  if (ended) return ended
  const asked = c.req.query('sent') === undefined ? null : await readOpenCounter(c.var.world.db, own.session.id)
  if (asked?.person_id === own.self.person_id) {
    const t = replyWords(c.var.locale)
    const when = formatMoment(c.var.locale, own.self.zone, asked.starts_at)
    const changeHref = c.req.path
    return c.html(
      <AnsweredPage c={c} title={t.counterSent} lead={t.counterSentLead({ when })} changeHref={changeHref} />,
    )
  }
  return c.html(<AnotherTimePage c={c} {...own} times={await alternatives(c, own)} state={emptyForm} />)
})

replying.post('/reply/:token/time', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const t = replyWords(c.var.locale)
  const again = async (state: FormState) => (
    <AnotherTimePage c={c} {...own} times={await alternatives(c, own)} state={state} />
  )
  const form = readForm(c, counterForm(t))
  if (!form.ok) return c.html(await again(form.state), 422)
  return act(
    c,
    async (work) => {
      const startsAt = chosenTime(form.value, own.self.zone, t)
      const { locale } = c.var
      await counterTime(work, own.session.id, own.self.person_id, startsAt, 'link', { locale })
      return `${c.req.path}?sent`
    },
    again,
  )
})

replying.get('/reply/:token/counter', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const ended = endedPage(c, own.session)
  if (ended) return ended
  const t = replyWords(c.var.locale)
  const when = formatMoment(c.var.locale, own.self.zone, own.session.starts_at)
  const given = c.req.query('given')
  if (given === 'noted') return c.html(<AnsweredPage c={c} title={t.counterNoted} lead={t.counterNotedLead} />)
  if (given === 'moved')
    return c.html(<AnsweredPage c={c} title={t.counterMoved({ when })} lead={t.counterMovedLead} />)
  if (given === 'refused') return c.html(<AnsweredPage c={c} title={t.counterRefused} lead={t.counterRefusedLead} />)
  const counter = await readOpenCounter(c.var.world.db, own.session.id)
  if (!counter || counter.id !== c.req.query('id') || counter.person_id === own.self.person_id)
    return c.html(<AnsweredPage c={c} title={t.counterOver} lead={t.counterOverLead({ when })} />)
  const state = { values: { works: c.req.query('works') ?? '' }, errors: {} }
  return c.html(<CounterPage c={c} {...own} counter={counter} state={state} />)
})

replying.post('/reply/:token/counter', bearer('reply'), async (c) => {
  const own = await accessOwnSession(c)
  const counter = await readOpenCounter(c.var.world.db, own.session.id)
  const form = readForm(c, counterAnswerForm(replyWords(c.var.locale)))
  const again = counter && ((state: FormState) => <CounterPage c={c} {...own} counter={counter} state={state} />)
  if (!form.ok) return again ? c.html(again(form.state), 422) : c.redirect(c.req.path, 303)
  return act(
    c,
    async (work) => {
      const { id, works } = form.value
      const { locale } = c.var
      const came = await answerCounter(work, own.session.id, id, own.self.person_id, works === 'yes', locale)
      return `${c.req.path}?given=${came}`
    },
    again ?? undefined,
  )
})
