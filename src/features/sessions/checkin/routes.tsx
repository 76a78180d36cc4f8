import { Hono } from 'hono'
import { z } from 'zod'
import { formatMoment } from '../../../platform/clock.ts'
import { act } from '../../../platform/web/act.tsx'
import { bearer } from '../../../platform/web/bearer.ts'
import { readForm } from '../../../platform/web/form.ts'
import type { Visit } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { accessOwnSession } from '../access.ts'
import { AnsweredPage, CheckinPage } from '../pages/answers.tsx'
import { words } from '../words.ts'
import { answerCheckin, heldAnswers } from './checkin.ts'

/** 'Did you meet?', by link. */
export const checkins = new Hono<Visit>()

checkins.get('/checkin/:token', bearer('checkin'), async (c) => {
  const { session, self, partner } = await accessOwnSession(c)
  const t = words(c.var.locale)
  const given = c.req.query('given')
  if (given === 'yes') return c.html(<AnsweredPage c={c} title={t.checkinThanksTitle} lead={t.checkinThanksYes} />)
  if (given === 'moved') return c.html(<AnsweredPage c={c} title={t.checkinThanksTitle} lead={t.checkinThanksMoved} />)
  if (given === 'no') return c.html(<AnsweredPage c={c} title={t.checkinThanksTitle} lead={t.checkinThanksNo} />)
  const picked = heldAnswers.find((answer) => answer === c.req.query('pick')) ?? self.held ?? 'yes'
  const state = { values: { held: picked, minutes: String(self.held_minutes ?? session.minutes) }, errors: {} }
  const when = formatMoment(c.var.locale, self.zone, session.starts_at)
  return c.html(<CheckinPage c={c} partner={partner} when={when} state={state} />)
})

checkins.post('/checkin/:token', bearer('checkin'), async (c) => {
  const t = words(c.var.locale)
  const { session, self, partner } = await accessOwnSession(c)
  const when = formatMoment(c.var.locale, self.zone, session.starts_at)
  const again = (state: FormState) => <CheckinPage c={c} partner={partner} when={when} state={state} />
  const minutes = z.preprocess(
    (value) => (value === '' || value === undefined ? session.minutes : Number(value)),
    z
      .number(t.checkinMinutesWrong)
      .int(t.checkinMinutesWrong)
      .min(1, t.checkinMinutesWrong)
      .max(600, t.checkinMinutesWrong),
  )
  const form = readForm(c, z.object({ held: z.enum(heldAnswers, t.checkinChoose), minutes }))
  if (!form.ok) return c.html(again(form.state), 422)
  return act(
    c,
    async (work) => {
      await answerCheckin(work, session.id, self.person_id, form.value.held, form.value.minutes)
      return `${c.req.path}?given=${form.value.held}`
    },
    again,
  )
})
