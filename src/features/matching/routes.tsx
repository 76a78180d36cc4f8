import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound } from './access.ts'
import { hereOf, roundIn } from './acting.ts'
import { dropRound, makeRound } from './actions.ts'
import { copyRound } from './copying.ts'
import { publishRound } from './publishing.ts'
import { askingRoutes } from './asking-routes.tsx'
import { choiceRoutes } from './choice-routes.tsx'
import { publishForm, settingsForm } from './form.ts'
import { resultsRoutes } from './results-routes.tsx'
import { roundWords } from './round-words.ts'
import { roundSetup } from './setup-routes.tsx'
import { publicationPage, roundPage, roundsPage } from './showing.tsx'
import { workbench } from './workbench-routes.tsx'
import { words } from './words.ts'

export const matching = new Hono<Visit>()
matching.route('/', resultsRoutes)
matching.route('/', askingRoutes)
matching.route('/', choiceRoutes)

matching.route('/', roundSetup)

const rounds = '/initiatives/:initiative/matching'
const round = `${rounds}/:round`

matching.route('/', workbench)

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

matching.get(round, facilitating, async (c) => c.html(await roundPage(c, roundIn(c))))

matching.get(`${round}/publication`, facilitating, async (c) => c.html(await publicationPage(c, roundIn(c))))

matching.post(`${round}/publication`, facilitating, async (c) => {
  const form = readForm(c, publishForm)
  if (!form.ok) return c.html(await publicationPage(c, roundIn(c), form.state), 422)
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundIn(c))
      const isSent = await publishRound(work, id, form.value.revision)
      return `${hereOf(c)}/${id}?said=${isSent ? 'published' : 'before'}`
    },
    (state) => publicationPage(c, roundIn(c), state),
  )
})

matching.post(`${round}/copies`, facilitating, (c) =>
  act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundIn(c))
      return `${hereOf(c)}/${await copyRound(work, id)}?said=copied`
    },
    (state) => roundPage(c, roundIn(c), state),
  ),
)

matching.post(`${round}/removal`, facilitating, (c) =>
  act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundIn(c))
      await dropRound(work, id)
      return `${hereOf(c)}?said=dropped`
    },
    (state) => roundPage(c, roundIn(c), state),
  ),
)
