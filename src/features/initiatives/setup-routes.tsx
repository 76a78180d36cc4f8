import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitator } from '../accounts/access.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { saveRoster } from './actions.ts'
import { EngagementPage } from './pages/engagement-page.tsx'
import { InitiativesPage } from './pages/initiatives-page.tsx'
import { NewInitiativePage } from './pages/new-initiative-page.tsx'
import { type SetupForm, SetupPage } from './pages/setup-page.tsx'
import { beginInitiative, changeInitiative, changeTopics, saveEngagement, saveSeason } from './setting-up.ts'
import {
  aboutForm,
  engagementForm,
  newInitiativeForm,
  readTopicChanges,
  rhythmForm,
  rosterForm,
  seasonForm,
} from './setup-form.ts'
import { listInitiatives, readEngagement, readSetup } from './setup-store.ts'
import { setupWords } from './setup-words.ts'

/** Where staff set initiatives up. */
export const setup = new Hono<Visit>()

setup.get('/initiatives', facilitator, async (c) => {
  const lines = await listInitiatives(c.var.world.db, staffOf(c).agencyId)
  return c.html(<InitiativesPage c={c} lines={lines} />)
})

setup.get('/initiatives/new', facilitator, (c) => c.html(<NewInitiativePage c={c} />))

setup.post('/initiatives/new', facilitator, (c) => {
  const form = readForm(c, newInitiativeForm(setupWords(c.var.locale)))
  if (!form.ok) return c.html(<NewInitiativePage c={c} form={form.state} />, 422)
  return act(
    c,
    async (work) => {
      const id = await beginInitiative(work, staffOf(c).agencyId, form.value)
      return `/initiatives/${id}/people/import`
    },
    (state) => <NewInitiativePage c={c} form={state} />,
  )
})

const path = '/initiatives/:initiative/setup'

setup.get(path, facilitating, async (c) => setupPage(c))

setup.post(`${path}/about`, facilitating, (c) => {
  const form = readForm(c, aboutForm(setupWords(c.var.locale)))
  return form.ok
    ? change(c, 'about', (work) => changeInitiative(work, placeOf(c), form.value))
    : again(c, 'about', form.state)
})

setup.post(`${path}/rhythm`, facilitating, (c) => {
  const form = readForm(c, rhythmForm(setupWords(c.var.locale)))
  return form.ok
    ? change(c, 'rhythm', (work) => changeInitiative(work, placeOf(c), form.value))
    : again(c, 'rhythm', form.state)
})

setup.post(`${path}/topics`, facilitating, (c) => {
  const form = readTopicChanges(c, setupWords(c.var.locale))
  if (!form.ok) return again(c, 'topics', form.state)
  return change(c, 'topics', (work) => changeTopics(work, placeOf(c), form.value, c.var.locale))
})

setup.post(`${path}/season`, facilitating, (c) => {
  const form = readForm(c, seasonForm(setupWords(c.var.locale)))
  if (!form.ok) return again(c, 'season', form.state)
  const id = form.value.season === '' ? null : orNotHere(isUuid(form.value.season) ? form.value.season : null)
  return change(c, 'season', (work) => saveSeason(work, placeOf(c), id, form.value))
})

setup.post(`${path}/engagement`, facilitating, (c) => {
  const form = readForm(c, engagementForm(setupWords(c.var.locale)))
  if (!form.ok) return again(c, 'engagement', form.state)
  return act(c, async (work) => {
    const id = await saveEngagement(work, placeOf(c), null, form.value)
    return `/initiatives/${c.var.initiative.id}/engagements/${id}?said=saved`
  })
})

const engagementPath = '/initiatives/:initiative/engagements/:engagement'

setup.get(engagementPath, facilitating, async (c) => c.html(<EngagementPage c={c} shown={await engagementOf(c)} />))

setup.post(engagementPath, facilitating, async (c) => {
  const shown = await engagementOf(c)
  const form = readForm(c, engagementForm(setupWords(c.var.locale)))
  if (!form.ok) return c.html(<EngagementPage c={c} shown={shown} form={form.state} />, 422)
  return act(c, async (work) => {
    await saveEngagement(work, placeOf(c), shown.engagement.id, form.value)
    return `${c.req.path}?said=saved`
  })
})

setup.post(`${engagementPath}/roster`, facilitating, async (c) => {
  const { engagement, roster } = await engagementOf(c)
  const form = readForm(c, rosterForm)
  if (!form.ok) throw new FormMistake(form.state.errors)
  const attended = new Set(form.value.attended)
  return act(c, async (work) => {
    // Only who is on the roster: an id of somebody else in the form says nothing.
    await saveRoster(
      work,
      engagement.id,
      roster.map(({ id }) => ({ personId: id, attended: attended.has(id) })),
    )
    return `/initiatives/${c.var.initiative.id}/engagements/${engagement.id}?said=saved`
  })
})

async function engagementOf(c: VisitContext) {
  const id = c.req.param('engagement') ?? ''
  return orNotHere(isUuid(id) ? await readEngagement(c.var.world.db, c.var.initiative.id, id) : null)
}

function placeOf(c: VisitContext) {
  return { agencyId: c.var.initiative.agencyId, initiativeId: c.var.initiative.id }
}

async function setupPage(c: VisitContext, form?: { id: SetupForm; state: FormState }) {
  const shown = await readSetup(c.var.world.db, c.var.initiative.id)
  const typed = form?.id === 'season' ? form.state.values.season : undefined
  const seasonId = typeof typed === 'string' ? typed : c.req.query('season')
  return c.html(<SetupPage c={c} setup={shown} form={form} seasonId={seasonId} />, form ? 422 : 200)
}

function again(c: VisitContext, id: SetupForm, state: FormState) {
  return setupPage(c, { id, state })
}

async function change(c: VisitContext, id: SetupForm, doIt: (work: Work) => Promise<void>) {
  const shown = await readSetup(c.var.world.db, c.var.initiative.id)
  return act(
    c,
    async (work) => {
      await doIt(work)
      return `/initiatives/${c.var.initiative.id}/setup?said=saved`
    },
    (state) => <SetupPage c={c} setup={shown} form={{ id, state }} />,
  )
}
