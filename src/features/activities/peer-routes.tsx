import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { accessOwnPlace } from './access.ts'
import { answerInvitation } from './answering.ts'
import { sayAttendance } from './attendance.ts'
import { isTimed } from './meeting.ts'
import { PlacePage } from './pages/peer-page.tsx'
import { peerWords } from './peer-words.ts'
import { answerForm } from './peer-form.ts'
import { readAgenda, readDecisions, readSetting } from './store.ts'

/** The page of one person's place at a group meeting, by link. */
export const places = new Hono<Visit>()

places.get('/meeting/:token', bearer('meeting'), async (c) => c.html(await placePage(c)))

places.post('/meeting/:token/answer', bearer('meeting'), async (c) => {
  const t = peerWords(c.var.locale)
  const { meeting, place } = await accessOwnPlace(c.var.world.db, c)
  const form = readForm(c, answerForm(t))
  if (!form.ok) return c.html(await placePage(c, form.state), 422)
  return act(
    c,
    async (work) => {
      await answerInvitation(work, meeting.id, place.person_id, form.value, t)
      return `/meeting/${c.req.param('token')}?said=saidAnswer`
    },
    (state) => placePage(c, state),
  )
})

places.post('/meeting/:token/attendance', bearer('meeting'), async (c) => {
  const t = peerWords(c.var.locale)
  const { meeting, place } = await accessOwnPlace(c.var.world.db, c)
  const form = readForm(c, z.object({ there: z.enum(['yes', 'no'], t.answerMissing) }))
  if (!form.ok) return c.html(await placePage(c, form.state), 422)
  return act(
    c,
    async (work) => {
      await sayAttendance(work, meeting.id, place.person_id, form.value.there === 'yes', t)
      return `/meeting/${c.req.param('token')}?said=saidHere`
    },
    (state) => placePage(c, state),
  )
})

async function placePage(c: VisitContext, state?: FormState) {
  const { db } = c.var.world
  const { meeting, place, places: all } = await accessOwnPlace(db, c)
  const { initiative } = await readSetting(db, meeting.initiative_id)
  const timed = orNotHere(isTimed(meeting) ? meeting : null)
  const agenda = await readAgenda(db, meeting.id)
  const decisions = meeting.notes_sent_at === null ? [] : await readDecisions(db, meeting.id)
  return (
    <PlacePage
      {...{ c, initiative, place, agenda, decisions }}
      meeting={timed}
      places={all}
      {...(state ? { state } : {})}
    />
  )
}
