import { Hono } from 'hono'
import { isZone } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { refusedPage } from '../../platform/web/answers.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm, typedValues } from '../../platform/web/form.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import { paced } from '../../platform/web/pace.ts'
import { actorOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { webWords } from '../../platform/web/words.ts'
import { carryOut } from '../../platform/work.ts'
import { emptyForm, type FormState, valueOf } from '../../ui/form-state.ts'
import { accessOwnAnswer, accessShared } from './access.ts'
import { type AnswerWords, answerWords } from './answer-words.ts'
import { answerShared, changeAnswer, forgetPerson } from './answering.ts'
import { calendarFile, decidedOf } from './calendar-entry.ts'
import { guessClock } from './clock-guess.ts'
import { answerForm } from './form.ts'
import { AnswerPage } from './pages/answer.tsx'
import { AnsweredPage, GonePage, StandingPage } from './pages/answered.tsx'
import { readPeople } from './people-store.ts'
import { standingFor } from './standing.ts'
import type { Poll } from './store.ts'
import { timeKey } from '../../platform/web/time-key.ts'

/** What those who are asked do: answer by a shared address or their own, change, withdraw. */
export const polls = new Hono<Visit>()

const pace = paced()

polls.get('/poll/:token', bearer('poll'), async (c) => {
  const poll = await accessShared(c)
  if (poll.state === 'open') return c.html(<Question c={c} poll={poll} state={emptyForm} />)
  return c.html(<StandingPage c={c} poll={poll} zone={clockOf(c, poll.zone)} />)
})

// Not through `act`, which would keep the address of the answer that it leads to: the form's key is kept with the
// answer instead, as a hash, so that the same form sent twice is one answer here too.
polls.post('/poll/:token', bearer('poll'), pace, async (c) => {
  const poll = await accessShared(c)
  const t = answerWords(c.var.locale)
  const again = (state: FormState) => <Question c={c} poll={poll} state={state} />
  const { _key: key } = c.var.typed
  if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) return refusedPage(c, webWords(c.var.locale).noKey)
  const filled = readAnswer(c, t)
  if (!filled.ok) return c.html(again(filled.state), filled.status)
  const { world, viewer, locale } = c.var
  try {
    const given = { ...filled.value, locale }
    const own = await carryOut(world, actorOf(viewer), (work) => answerShared(work, poll.id, key, given, t))
    return c.redirect(new URL(own).pathname, 303)
  } catch (mistake) {
    if (!(mistake instanceof FormMistake)) throw mistake
    return c.html(again({ values: typedValues(c), errors: mistake.errors }), 422)
  }
})

polls.get('/answer/:token', bearer('pollAnswer'), async (c) => {
  const own = await accessOwnAnswer(c)
  if (!own) return c.html(<GonePage c={c} />)
  const { person, poll } = own
  const people = await readPeople(c.var.world.db, poll.id)
  const answers = people.find(({ id }) => id === person.id)?.answers ?? new Map<string, string>()
  const isAsked = person.answered_at === null || c.req.query('change') !== undefined
  if (poll.state !== 'open' || !isAsked)
    return c.html(<AnsweredPage {...{ c, poll, person }} standing={standingFor(poll, people, person.id)} />)
  const given = poll.times.map(({ id, startsAt }) => [`answer.${timeKey(startsAt)}`, answers.get(id) ?? ''])
  const values = { name: person.name, email: person.email, ...Object.fromEntries(given) }
  return c.html(<Question c={c} poll={poll} state={{ values, errors: {} }} person={person} />)
})

polls.post('/answer/:token', bearer('pollAnswer'), pace, async (c) => {
  const { person, poll } = orNotHere(await accessOwnAnswer(c))
  const t = answerWords(c.var.locale)
  const again = (state: FormState) => <Question c={c} poll={poll} state={state} person={person} />
  const filled = readAnswer(c, t)
  if (!filled.ok) return c.html(again(filled.state), filled.status)
  return act(
    c,
    async (work) => {
      await changeAnswer(work, person.id, { ...filled.value, locale: c.var.locale }, t)
      return c.req.path
    },
    again,
  )
})

polls.post('/answer/:token/withdrawal', bearer('pollAnswer'), (c) =>
  act(c, async (work) => {
    const own = await accessOwnAnswer(c)
    if (own) await forgetPerson(work, own.poll.id, own.person.id, 'poll.withdraw')
    return c.req.path.replace(/\/withdrawal$/, '')
  }),
)

polls.get('/answer/:token/calendar.ics', bearer('pollAnswer'), async (c) => {
  const { poll } = orNotHere(await accessOwnAnswer(c))
  const text = calendarFile(c.var.world.settings, poll, orNotHere(decidedOf(poll)), poll.changed_at)
  return c.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="perennial.ics"',
    'Cache-Control': 'private, no-cache',
  })
})

/** What was sent: an answer, or the question again, with the times in another zone or with its mistakes. */
function readAnswer(c: VisitContext, t: AnswerWords) {
  if ('show' in c.var.typed)
    return { ok: false as const, status: 200 as const, state: { values: typedValues(c), errors: {} } }
  const form = readForm(c, answerForm(t))
  return form.ok ? form : { ...form, status: 422 as const }
}

interface Asked {
  c: VisitContext
  poll: Poll
  state: FormState
  person?: { zone: string; answered_at: Temporal.Instant | null }
}

const Question = ({ c, poll, state, person }: Asked) => {
  const typed = valueOf(state, 'zone')
  const zone = isZone(typed) ? typed : person?.answered_at ? person.zone : clockOf(c, poll.zone)
  return <AnswerPage {...{ c, poll, state, zone }} />
}

/** A guess at the reader's clock; where there is none, the organiser's. */
function clockOf(c: VisitContext, organisers: string): string {
  return guessClock(c.req.header('accept-language')) ?? organisers
}
