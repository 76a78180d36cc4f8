import { Hono } from 'hono'
import { readForm } from '../../platform/web/form.ts'
import { follow } from '../../platform/web/follow.ts'
import { staffOf, type Visit } from '../../platform/web/visit.ts'
import { stillFacilitates } from '../accounts/access.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound, readStanding } from './access.ts'
import { actOnGroup, actOnRound, roundIn } from './acting.ts'
import { choosePartner, forbidTogether, pinTogether, scoreAgain, takeBack } from './actions.ts'
import { partNames } from './fit/parts.ts'
import { ruleForm, stepForm, swapForm, swapQuery, weightsForm } from './form.ts'
import { roundPage, swapPage } from './showing.tsx'
import { redoStep, roundTopic, undoStep } from './steps.ts'
import { words } from './words.ts'

/** What a facilitator does to a draft round. */
export const workbench = new Hono<Visit>()

const round = '/initiatives/:initiative/matching/:round'

workbench.post(`${round}/scoring`, facilitating, async (c) => {
  const isWeighed = partNames.some((name) => name in c.var.typed)
  const form = isWeighed ? readForm(c, weightsForm(words(c.var.locale))) : undefined
  if (form && !form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  return actOnRound(c, 'scored', async (work, id) => {
    await scoreAgain(work, id, form?.value)
    return '#proposals'
  })
})

workbench.post(`${round}/pins`, facilitating, (c) => actOnGroup(c, 'pinned', pinTogether))

workbench.post(`${round}/pins/removal`, facilitating, (c) =>
  actOnGroup(c, 'unpinned', (work, id, people) => takeBack(work, id, 'pin', people)),
)

workbench.post(`${round}/bans`, facilitating, (c) => actOnGroup(c, 'forbidden', forbidTogether))

workbench.post(`${round}/rules/removal`, facilitating, async (c) => {
  const form = readForm(c, ruleForm)
  if (!form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  return actOnRound(c, 'takenBack', async (work, id) => {
    await takeBack(work, id, form.value.kind, form.value.people)
    return '#rules'
  })
})

workbench.get(`${round}/swap`, facilitating, async (c) => {
  const { people = '', with: partner, order } = swapQuery.parse(c.req.query())
  const { id } = await accessRound(c.var.world.db, c, roundIn(c))
  return c.html(await swapPage(c, id, { people, partner, order }))
})

workbench.post(`${round}/swap`, facilitating, async (c) => {
  const form = readForm(c, swapForm)
  if (!form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  const { person, with: partner, order } = form.value
  return actOnRound(
    c,
    'swapped',
    async (work, id) => {
      await choosePartner(work, id, person, partner)
      return person
    },
    (state) => swapPage(c, roundIn(c), { people: person, partner, order }, state),
  )
})

workbench.post(`${round}/undo`, facilitating, async (c) => {
  const form = readForm(c, stepForm)
  if (!form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  return actOnRound(c, 'undone', async (work, id) => {
    const [person] = await undoStep(work, id, form.value.step)
    return person ?? '#proposals'
  })
})

workbench.post(`${round}/redo`, facilitating, async (c) => {
  const form = readForm(c, stepForm)
  if (!form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  return actOnRound(c, 'redone', async (work, id) => {
    const [person] = await redoStep(work, id, form.value.step)
    return person ?? '#proposals'
  })
})

workbench.get(`${round}/news`, facilitating, async (c) => {
  const { id } = await accessRound(c.var.world.db, c, roundIn(c))
  const viewer = staffOf(c)
  return follow(c, {
    topic: roundTopic(id),
    session: viewer.sessionId,
    read: async () => ((await stillFacilitates(c.var.world.db, viewer)) ? readStanding(c.var.world.db, c, id) : null),
  })
})
