import { Hono } from 'hono'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { readForm, typedValues } from '../../platform/web/form.ts'
import { actorOf, staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { carryOut, type Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessGuest, accessPoll } from './access.ts'
import { changePoll, closePoll, createPoll, dropPoll, openPoll } from './actions.ts'
import { forgetPerson } from './answering.ts'
import { decideTime, undecide } from './deciding.ts'
import { decisionForm, invitationForm, pollForm } from './form.ts'
import { endSharedLinks, invite, remind, shareLink } from './inviting.ts'
import { PollsPage } from './pages/list.tsx'
import { PollFormPage } from './pages/poll-form.tsx'
import { PollPage } from './pages/poll.tsx'
import { readPeople } from './people-store.ts'
import { countSharedLinks, listPolls, type Poll } from './store.ts'
import { timeKeys } from '../../platform/web/time-key.ts'
import { copyToFollowingDays, readTimes, timesTyped } from './typed-times.ts'
import { type Words, words } from './words.ts'

/** What the organiser does: make a poll, send it, decide. */
export const pollActs = new Hono<Visit>()

const all = '/initiatives/:initiative/polls'
const one = `${all}/:poll`
/** Days people have to answer, unless somebody says otherwise. */
const usualDays = 7

pollActs.get(all, facilitating, async (c) =>
  c.html(<PollsPage c={c} polls={await listPolls(c.var.world.db, c.var.initiative.id)} />),
)

pollActs.get(`${all}/new`, facilitating, (c) => {
  const { zone } = staffOf(c)
  const answerBy = dayIn(zone, c.var.world.clock.now()).add({ days: usualDays }).toString()
  return c.html(newPage(c, { values: { minutes: '60', zone, answerBy, showsNames: 'yes' }, errors: {} }))
})

pollActs.post(all, facilitating, async (c) => {
  const again = (state: FormState) => newPage(c, state)
  const filled = readPollForm(c, [])
  if (!filled.ok) return c.html(again(filled.state), filled.status)
  const { id: initiativeId, agencyId } = c.var.initiative
  return act(
    c,
    async (work) => {
      const of = { agencyId, initiativeId, locale: c.var.locale }
      const id = await createPoll(work, of, filled.text, filled.times)
      return `/initiatives/${initiativeId}/polls/${id}?said=saidMade`
    },
    again,
  )
})

pollActs.get(one, facilitating, async (c) => c.html(await pollPage(c)))

pollActs.get(`${one}/edit`, facilitating, async (c) => {
  const poll = await accessPoll(c.var.world.db, c, c.req.param('poll'))
  return c.html(editPage(c, poll, { values: typedOf(poll), errors: {} }))
})

pollActs.post(`${one}/edit`, facilitating, async (c) => {
  const poll = await accessPoll(c.var.world.db, c, c.req.param('poll'))
  const filled = readPollForm(
    c,
    poll.times.map(({ startsAt }) => startsAt),
    poll.answer_by_on,
  )
  const { shown: typed } = typedValues(c)
  const shown = typeof typed === 'string' ? typed : undefined
  if (!filled.ok) return c.html(editPage(c, poll, filled.state, shown), filled.status)
  return actOn(
    c,
    saying('saidChanged', (work, id) => changePoll(work, id, filled.text, filled.times, words(c.var.locale), shown)),
    async (state) => editPage(c, await accessPoll(c.var.world.db, c, poll.id), state),
  )
})

pollActs.post(`${one}/invitations`, facilitating, async (c) => {
  const t = words(c.var.locale)
  const form = readForm(c, invitationForm(t))
  if (!form.ok) return c.html(await pollPage(c, form.state), 422)
  return actOn(c, async (work, id) =>
    (await invite(work, id, form.value.addresses, t)) > 0 ? 'saidInvited' : 'saidNobody',
  )
})

pollActs.post(`${one}/reminders`, facilitating, (c) =>
  actOn(c, async (work, id) => ((await remind(work, id)) > 0 ? 'saidReminded' : 'saidNotReminded')),
)

// The address is shown by the answer itself and kept nowhere.
pollActs.post(`${one}/links`, facilitating, async (c) => {
  const { world, viewer } = c.var
  const { id } = await accessPoll(world.db, c, c.req.param('poll'))
  const address = await carryOut(world, actorOf(viewer), (work) => shareLink(work, id))
  return c.html(await pollPage(c, undefined, address))
})

pollActs.post(`${one}/links/removal`, facilitating, (c) => actOn(c, saying('saidUnshared', endSharedLinks)))

pollActs.post(`${one}/closing`, facilitating, (c) => actOn(c, saying('saidClosed', closePoll)))

pollActs.post(`${one}/opening`, facilitating, (c) => actOn(c, saying('saidOpened', openPoll)))

pollActs.post(`${one}/decision`, facilitating, async (c) => {
  const form = readForm(c, decisionForm(words(c.var.locale)))
  if (!form.ok) return c.html(await pollPage(c, asWhole(form.state)), 422)
  return actOn(
    c,
    saying('saidDecided', (work, id) => decideTime(work, id, form.value.time, words(c.var.locale))),
  )
})

pollActs.post(`${one}/decision/removal`, facilitating, (c) => actOn(c, saying('saidUndecided', undecide)))

pollActs.post(`${one}/guests/:guest/removal`, facilitating, (c) =>
  actOn(c, async (work, id) => {
    const poll = await accessPoll(work.db, c, id)
    const guest = await accessGuest(work.db, poll, c.req.param('guest'))
    await forgetPerson(work, id, guest.id, 'poll.drop-person')
    return 'saidDropped'
  }),
)

pollActs.post(`${one}/removal`, facilitating, (c) =>
  act(c, async (work) => {
    const { id } = await accessPoll(work.db, c, c.req.param('poll'))
    await dropPoll(work, id)
    return `/initiatives/${c.var.initiative.id}/polls?said=saidRemoved`
  }),
)

/** An act on a poll, which leads back to it; it says which sentence stands there. */
function actOn(
  c: VisitContext,
  change: (work: Work, pollId: string) => Promise<string>,
  again: (state: FormState) => Page = (state) => pollPage(c, state),
): Promise<Response> {
  return act(
    c,
    async (work) => {
      const { id } = await accessPoll(work.db, c, c.req.param('poll') ?? '')
      return `/initiatives/${c.var.initiative.id}/polls/${id}?said=${await change(work, id)}`
    },
    again,
  )
}

const saying =
  (sentence: keyof Words, change: (work: Work, pollId: string) => Promise<void>) => async (work: Work, id: string) => {
    await change(work, id)
    return sentence
  }

type Page = ReturnType<typeof pollPage> | ReturnType<typeof newPage>

/** What was sent for a poll: taken, or to be shown again, with more rows or with its mistakes. */
function readPollForm(c: VisitContext, kept: readonly Temporal.Instant[], keptDay?: Temporal.PlainDate) {
  const t = words(c.var.locale)
  const values = typedValues(c)
  if ('more' in values) return { ok: false as const, status: 200 as const, state: { values, errors: {} } }
  if ('copy' in values) {
    const copied = copyToFollowingDays(values, Number(values.copy))
    return { ok: false as const, status: 200 as const, state: { values: copied, errors: {} } }
  }
  const now = c.var.world.clock.now()
  const form = readForm(c, pollForm(t))
  const zone = form.ok ? form.value.zone : staffOf(c).zone
  const { times, errors } = readTimes(values, zone, now, kept, t)
  const wrong = { ...(form.ok ? {} : form.state.errors), ...errors }
  if (form.ok && !keptDay?.equals(form.value.answerByOn)) {
    const last = times.at(-1)
    if (Temporal.PlainDate.compare(form.value.answerByOn, dayIn(zone, now)) < 0) wrong.answerBy = t.answerByPast
    else if (last && Temporal.PlainDate.compare(form.value.answerByOn, dayIn(zone, last)) > 0)
      wrong.answerBy = t.answerByLate
  }
  if (!form.ok || Object.keys(wrong).length > 0)
    return { ok: false as const, status: 422 as const, state: { values, errors: wrong } }
  return { ok: true as const, text: form.value, times }
}

function newPage(c: VisitContext, state: FormState) {
  const action = `/initiatives/${c.var.initiative.id}/polls`
  return <PollFormPage c={c} state={state} action={action} isNew />
}

function editPage(c: VisitContext, poll: Poll, state: FormState, shown = timeKeys(poll.times)) {
  const action = `/initiatives/${c.var.initiative.id}/polls/${poll.id}/edit`
  return <PollFormPage {...{ c, state, action, shown }} isNew={false} />
}

function typedOf(poll: Poll): FormState['values'] {
  const { title, note, place, zone } = poll
  return {
    title,
    note,
    place,
    zone,
    minutes: String(poll.minutes),
    answerBy: poll.answer_by_on.toString(),
    ...(poll.shows_names ? { showsNames: 'yes' } : {}),
    ...timesTyped(
      poll.times.map(({ startsAt }) => startsAt),
      poll.zone,
    ),
  }
}

async function pollPage(c: VisitContext, state?: FormState, address?: string) {
  const { db, clock } = c.var.world
  const poll = await accessPoll(db, c, c.req.param('poll') ?? '')
  const people = await readPeople(db, poll.id)
  const shared = await countSharedLinks(db, poll.id, clock.now())
  return <PollPage {...{ c, poll, people, shared, state, address }} />
}

/** Mistakes of a form that is a button, said about the page. */
function asWhole(state: FormState): FormState {
  return { values: {}, errors: { _form: Object.values(state.errors).join(' ') } }
}
