import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { follow } from '../../platform/web/follow.ts'
import { readForm } from '../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import { stillFacilitates } from '../accounts/access.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessPlan, readStanding } from './access.ts'
import { dropPlan } from './actions.ts'
import * as forms from './form.ts'
import { moveByHand, setPin } from './moving.ts'
import { publishPlan } from './publishing.ts'
import { askAgain } from './reminding.ts'
import { askToStop, beginPlan, changeSettings, planAgain, setWeek } from './running.ts'
import { cellPage, planPage, publicationPage, seasonPage, settingsPage, weekPage } from './showing.tsx'
import { goBack, planTopic } from './steps.ts'
import type { PlanRow } from './store.ts'
import { words } from './words.ts'

/** The season board: plan, look, change by hand, pin, plan again, publish. */
export const planning = new Hono<Visit>()

const season = '/initiatives/:initiative/season'
const plan = `${season}/:timetable`

planning.get(season, facilitating, async (c) => c.html(await seasonPage(c)))

planning.post(season, facilitating, async (c) => {
  const form = readForm(c, forms.settingsForm(words(c.var.locale)))
  const chosen = readForm(c, forms.seasonForm)
  if (!form.ok) return c.html(await seasonPage(c, form.state), 422)
  if (!chosen.ok) return c.html(await seasonPage(c, chosen.state), 422)
  return act(
    c,
    async (work) => {
      await beginPlan(work, c.var.initiative, chosen.value.season, form.value)
      return `${homeOf(c)}?said=saidStarted`
    },
    (state) => seasonPage(c, state),
  )
})

planning.get(`${plan}/settings`, facilitating, async (c) => c.html(await settingsPage(c, planIn(c))))

planning.post(`${plan}/settings`, facilitating, async (c) => {
  const form = readForm(c, forms.settingsForm(words(c.var.locale)))
  if (!form.ok) return c.html(await settingsPage(c, planIn(c), form.state), 422)
  return actOnPlan(
    c,
    'saidStarted',
    (work, { id }) => changeSettings(work, id, form.value),
    (state) => settingsPage(c, planIn(c), state),
  )
})

planning.post(`${plan}/planning`, facilitating, async (c) => {
  const form = readForm(c, forms.planningForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  const { revision, how } = form.value
  return actOnPlan(c, 'saidStarted', (work, { id }) => planAgain(work, id, revision, how))
})

planning.post(`${plan}/stop`, facilitating, (c) => actOnPlan(c, 'saidStopped', (work, { id }) => askToStop(work, id)))

planning.get(`${plan}/session`, facilitating, async (c) => c.html(await cellPage(c, planIn(c))))

planning.post(`${plan}/move`, facilitating, async (c) => {
  const form = readForm(c, forms.moveForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  const { series: seriesId, number, at: startsAt, revision } = form.value
  return actOnPlan(
    c,
    'saidMoved',
    (work, { id }) => moveByHand(work, id, { seriesId, number, startsAt, revision }),
    (state) => cellPage(c, planIn(c), state),
  )
})

planning.post(`${plan}/pins`, facilitating, async (c) => {
  const form = readForm(c, forms.pinForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  const { series: seriesId, number, revision } = form.value
  const isPinned = form.value.pinned === 'yes'
  return actOnPlan(
    c,
    isPinned ? 'saidPinned' : 'saidUnpinned',
    (work, { id }) => setPin(work, id, { seriesId, number, isPinned, revision }),
    (state) => cellPage(c, planIn(c), state),
  )
})

for (const verb of ['undo', 'redo'] as const) {
  planning.post(`${plan}/${verb}`, facilitating, async (c) => {
    const form = readForm(c, forms.stepForm)
    if (!form.ok) return c.html(await boardPage(c, form.state), 422)
    return actOnPlan(c, verb === 'undo' ? 'saidUndone' : 'saidRedone', (work, { id }) =>
      goBack(work, id, form.value.step, verb),
    )
  })
}

planning.get(`${plan}/week`, facilitating, async (c) => c.html(await weekPage(c, planIn(c))))

planning.post(`${plan}/week`, facilitating, async (c) => {
  const form = readForm(c, forms.weekForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  const { week: monday, closed, revision } = form.value
  return actOnPlan(
    c,
    closed === 'yes' ? 'saidStarted' : 'saidPlanned',
    (work, { id }) => setWeek(work, id, { monday, isClosed: closed === 'yes', revision }),
    (state) => weekPage(c, planIn(c), state),
  )
})

planning.get(`${plan}/publication`, facilitating, async (c) => c.html(await publicationPage(c, planIn(c))))

planning.post(`${plan}/publication`, facilitating, async (c) => {
  const form = readForm(c, forms.revisionForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  return act(
    c,
    async (work) => {
      const { id } = await accessPlan(work.db, c, planIn(c))
      const { refused } = await publishPlan(work, id, form.value.revision)
      return `${homeOf(c)}?said=${refused > 0 ? 'saidPartly' : 'saidPublished'}`
    },
    (state) => publicationPage(c, planIn(c), state),
  )
})

planning.post(`${plan}/asking`, facilitating, async (c) => {
  const form = readForm(c, forms.askForm)
  if (!form.ok) return c.html(await boardPage(c, form.state), 422)
  const { person, back } = form.value
  const goal = back ? `/initiatives/${c.var.initiative.id}` : homeOf(c)
  return act(
    c,
    async (work) => {
      await askAgain(work, (await accessPlan(work.db, c, planIn(c))).id, person)
      return `${goal}?said=saidReminded`
    },
    (state) => boardPage(c, state),
  )
})

planning.post(`${plan}/removal`, facilitating, (c) => actOnPlan(c, 'saidDropped', (work, { id }) => dropPlan(work, id)))

planning.get(`${plan}/news`, facilitating, async (c) => {
  const { db } = c.var.world
  const { id } = await accessPlan(db, c, planIn(c))
  const viewer = staffOf(c)
  return follow(c, {
    topic: planTopic(id),
    session: viewer.sessionId,
    read: async () => ((await stillFacilitates(db, viewer)) ? readStanding(db, c, id) : null),
  })
})

function actOnPlan(
  c: VisitContext,
  said: string,
  change: (work: Work, plan: PlanRow) => Promise<void>,
  onMistake: Parameters<typeof act>[2] = (state) => boardPage(c, state),
): Promise<Response> {
  return act(
    c,
    async (work) => {
      await change(work, await accessPlan(work.db, c, planIn(c)))
      return `${homeOf(c)}?said=${said}`
    },
    onMistake,
  )
}

async function boardPage(c: VisitContext, state: Parameters<typeof planPage>[2]) {
  return planPage(c, await accessPlan(c.var.world.db, c, planIn(c)), state)
}

/** The plan in the address. Whose it is, is checked where it is read. */
function planIn(c: VisitContext): string {
  return c.req.param('timetable') ?? ''
}

function homeOf(c: VisitContext): string {
  return `/initiatives/${c.var.initiative.id}/season`
}
