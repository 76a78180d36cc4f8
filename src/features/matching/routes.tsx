import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound } from './access.ts'
import { choosePartner, dropRound, forbidTogether, makeRound, pinTogether, scoreAgain, takeBack } from './actions.ts'
import { publishRound } from './publishing.ts'
import { partNames } from './fit/parts.ts'
import { groupForm, orderField, publishForm, ruleForm, settingsForm, swapForm, swapQuery, weightsForm } from './form.ts'
import { roundWords } from './round-words.ts'
import { roundSetup } from './setup-routes.tsx'
import { publicationPage, roundPage, roundsPage, swapPage } from './showing.tsx'
import { placeIn } from './workbench.ts'
import { words } from './words.ts'

export const matching = new Hono<Visit>()

matching.route('/', roundSetup)

const rounds = '/initiatives/:initiative/matching'
const round = `${rounds}/:round`

matching.get(rounds, facilitating, async (c) => c.html(await roundsPage(c)))

matching.post(rounds, facilitating, async (c) => {
  const form = readForm(c, settingsForm(words(c.var.locale), roundWords(c.var.locale)))
  if (!form.ok) return c.html(await roundsPage(c, form.state), 422)
  return act(
    c,
    async (work) => `${hereOf(c)}/${await makeRound(work, c.var.initiative, form.value)}?said=made`,
    (state) => roundsPage(c, state),
  )
})

matching.get(round, facilitating, async (c) => c.html(await roundPage(c, c.req.param('round'))))

matching.post(`${round}/scoring`, facilitating, async (c) => {
  const isWeighed = partNames.some((name) => name in c.var.typed)
  const form = isWeighed ? readForm(c, weightsForm(words(c.var.locale))) : undefined
  if (form && !form.ok) return c.html(await roundPage(c, c.req.param('round'), form.state), 422)
  return actOnRound(c, c.req.param('round'), 'scored', '#proposals', async (work, id) => {
    await scoreAgain(work, id, form?.value)
  })
})

matching.post(`${round}/pins`, facilitating, (c) => actOnGroup(c, c.req.param('round'), 'pinned', pinTogether))

matching.post(`${round}/pins/removal`, facilitating, (c) =>
  actOnGroup(c, c.req.param('round'), 'unpinned', (work, id, people) => takeBack(work, id, 'pin', people)),
)

matching.post(`${round}/bans`, facilitating, (c) => actOnGroup(c, c.req.param('round'), 'forbidden', forbidTogether))

matching.post(`${round}/rules/removal`, facilitating, async (c) => {
  const form = readForm(c, ruleForm)
  if (!form.ok) return c.html(await roundPage(c, c.req.param('round'), form.state), 422)
  return actOnRound(c, c.req.param('round'), 'takenBack', '#rules', async (work, id) => {
    await takeBack(work, id, form.value.kind, form.value.people)
  })
})

matching.get(`${round}/swap`, facilitating, async (c) => {
  const { people = '', with: partner, order } = swapQuery.parse(c.req.query())
  const { id } = await accessRound(c.var.world.db, c, c.req.param('round'))
  return c.html(await swapPage(c, id, { people, partner, order }))
})

matching.post(`${round}/swap`, facilitating, async (c) => {
  const form = readForm(c, swapForm)
  if (!form.ok) return c.html(await roundPage(c, c.req.param('round'), form.state), 422)
  const { person, with: partner, order } = form.value
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, c.req.param('round'))
      await choosePartner(work, id, person, partner)
      return backTo(c, work, id, 'swapped', person)
    },
    (state) => swapPage(c, c.req.param('round'), { people: person, partner, order }, state),
  )
})

matching.get(`${round}/publication`, facilitating, async (c) => c.html(await publicationPage(c, c.req.param('round'))))

matching.post(`${round}/publication`, facilitating, async (c) => {
  const form = readForm(c, publishForm)
  if (!form.ok) return c.html(await publicationPage(c, c.req.param('round'), form.state), 422)
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, c.req.param('round'))
      const isSent = await publishRound(work, id, form.value.revision)
      return `${hereOf(c)}/${id}?said=${isSent ? 'published' : 'before'}`
    },
    (state) => publicationPage(c, c.req.param('round'), state),
  )
})

matching.post(`${round}/removal`, facilitating, (c) =>
  act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, c.req.param('round'))
      await dropRound(work, id)
      return `${hereOf(c)}?said=dropped`
    },
    (state) => roundPage(c, c.req.param('round'), state),
  ),
)

/** An act on the people of one proposal, which leads back to where they are now. */
function actOnGroup(
  c: VisitContext,
  roundId: string,
  said: string,
  change: (work: Work, roundId: string, people: string[]) => Promise<unknown>,
): Response | Promise<Response> {
  const form = readForm(c, groupForm)
  if (!form.ok) return roundPage(c, roundId, form.state).then((page) => c.html(page, 422))
  const { people } = form.value
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundId)
      await change(work, id, people)
      return backTo(c, work, id, said, people[0] ?? '')
    },
    (state) => roundPage(c, roundId, state),
  )
}

function actOnRound(
  c: VisitContext,
  roundId: string,
  said: string,
  anchor: string,
  change: (work: Work, roundId: string) => Promise<void>,
): Promise<Response> {
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundId)
      await change(work, id)
      return `${hereOf(c)}/${id}?${new URLSearchParams({ order: orderOf(c), said })}${anchor}`
    },
    (state) => roundPage(c, roundId, state),
  )
}

async function backTo(c: VisitContext, work: Work, roundId: string, said: string, personId: string): Promise<string> {
  const order = orderOf(c)
  const { page, anchor } = await placeIn(work.db, roundId, order, personId)
  return `${hereOf(c)}/${roundId}?${new URLSearchParams({ order, page: String(page), said })}#${anchor}`
}

function orderOf(c: VisitContext) {
  return orderField.parse(c.var.typed.order)
}

function hereOf(c: VisitContext): string {
  return `/initiatives/${c.var.initiative.id}/matching`
}
