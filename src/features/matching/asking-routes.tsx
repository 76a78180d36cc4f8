import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound } from './access.ts'
import { readAsking } from './asking.ts'
import { askPeers, remindUnanswered } from './asking-peers.ts'
import { askingWords } from './asking-words.ts'
import { askingForm } from './form.ts'
import { AskingPage } from './pages/asking.tsx'
import { roundPage } from './showing.tsx'

/** Before publication: asking the peers of a draft round what they think of a few suggestions. */
export const askingRoutes = new Hono<Visit>()

const asking = '/initiatives/:initiative/matching/:round/suggestions'

async function showAsking(c: VisitContext, roundId: string, error?: FormState) {
  const { db, clock } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state !== 'draft') return roundPage(c, roundId, error)
  return <AskingPage c={c} round={round} asking={await readAsking(db, round, clock.now())} error={error} />
}

/** An act on the asking of a round, which leads back to its page. */
function actOnAsking(c: VisitContext, roundId: string, change: (work: Work, roundId: string) => Promise<string>) {
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundId)
      const said = await change(work, id)
      return `/initiatives/${c.var.initiative.id}/matching/${id}/suggestions?said=${said}`
    },
    (state) => showAsking(c, roundId, state),
  )
}

askingRoutes.get(asking, facilitating, async (c) => c.html(await showAsking(c, c.req.param('round'))))

askingRoutes.post(asking, facilitating, async (c) => {
  const form = readForm(c, askingForm(askingWords(c.var.locale)))
  if (!form.ok) return c.html(await showAsking(c, c.req.param('round'), form.state), 422)
  const { answerBy: answerByOn, many } = form.value
  return actOnAsking(c, c.req.param('round'), async (work, id) =>
    (await askPeers(work, id, { answerByOn, many })) > 0 ? 'asked' : 'day',
  )
})

askingRoutes.post(`${asking}/reminders`, facilitating, (c) =>
  actOnAsking(c, c.req.param('round'), async (work, id) =>
    (await remindUnanswered(work, id)) > 0 ? 'reminded' : 'nobody',
  ),
)
