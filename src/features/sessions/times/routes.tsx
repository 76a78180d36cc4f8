import { Hono } from 'hono'
import { z } from 'zod'
import { formatMoment } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { act } from '../../../platform/web/act.tsx'
import { bearer } from '../../../platform/web/bearer.ts'
import { readForm, several } from '../../../platform/web/form.ts'
import { orNotHere } from '../../../platform/web/mistakes.ts'
import { linkOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { memberConnection } from '../../connections/access.ts'
import { AnsweredPage } from '../pages/answers.tsx'
import { TimesPage } from '../pages/times.tsx'
import * as store from '../store.ts'
import { words } from '../words.ts'
import { answerTimes } from './asking.ts'
import * as polls from './store.ts'

/** Which of a few times suit, by link. */
export const askedTimes = new Hono<Visit>()

/** The poll of a link, with the holder among the members of its connection; anything else is 'not here'. */
async function pollOf(c: VisitContext) {
  const { link } = linkOf(c)
  const { db, clock } = c.var.world
  const poll = orNotHere(await polls.readPoll(db, orNotHere(link.subjectId)))
  await memberConnection(db, link, poll.connection_id)
  const members = await store.readMembers(db, poll.connection_id, clock.now())
  const connection = orNotHere(await store.findConnection(db, poll.connection_id))
  const self = orNotHere(members.find((member) => member.personId === link.personId))
  const others = members.filter((member) => member !== self)
  const partner = list(
    c.var.locale,
    others.map((other) => other.name),
  )
  return { poll, self, others, partner, initiative: connection.initiative }
}

askedTimes.get('/times/:token', bearer('times'), async (c) => {
  const t = words(c.var.locale)
  const asked = await pollOf(c)
  const { poll, self, partner } = asked
  if (poll.session_id) {
    const session = orNotHere(await store.readSession(c.var.world.db, poll.session_id))
    const when = formatMoment(c.var.locale, self.zone, session.starts_at)
    return c.html(<AnsweredPage c={c} title={t.timesDecidedTitle({ when })} lead={t.timesDecided} />)
  }
  if (poll.state !== 'open') return c.html(<AnsweredPage c={c} title={t.timesClosedTitle} lead={t.timesClosed} />)
  const answer = poll.answers.find((given) => given.person_id === self.personId)
  if (answer && c.req.query('change') === undefined && c.req.query('pick') === undefined) {
    const lead = t.timesThanks({ partner })
    return c.html(<AnsweredPage c={c} title={t.timesThanksTitle} lead={lead} changeHref={`${c.req.path}?change`} />)
  }
  const picked = poll.options[Number(c.req.query('pick')) - 1]?.id
  const state: FormState = { values: { option: picked ? [picked] : (answer?.option_ids ?? []) }, errors: {} }
  return c.html(<TimesPage c={c} {...asked} state={state} />)
})

askedTimes.post('/times/:token', bearer('times'), async (c) => {
  const t = words(c.var.locale)
  const { link } = linkOf(c)
  const asked = await pollOf(c)
  const again = (state: FormState) => <TimesPage c={c} {...asked} state={state} />
  const form = readForm(c, z.object({ option: several(z.uuid(t.timesUnknown)), none: z.string().optional() }))
  if (!form.ok) return c.html(again(form.state), 422)
  const { option, none } = form.value
  if (option.length === 0 && !none) return c.html(again({ values: {}, errors: { option: t.timesPick } }), 422)
  return act(
    c,
    async (work) => {
      await answerTimes(work, orNotHere(link.subjectId), orNotHere(link.personId), none ? [] : option, t)
      return c.req.path
    },
    again,
  )
})
