import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound } from './access.ts'
import { changeSettings, scoreAgain } from './actions.ts'
import { needForm, peopleFilter, peopleForm, settingsForm, weightsForm } from './form.ts'
import type { SettingsForm } from './pages/settings.tsx'
import { filterPeople } from './people-filter.ts'
import { settingsOf } from './round-settings.ts'
import { roundWords } from './round-words.ts'
import { peoplePage, settingsPage } from './showing.tsx'
import { demand, sayWhoTakesPart, waive, type Word } from './taking-part.ts'
import { words } from './words.ts'
import { listRoster } from './workbench-store.ts'

/** How a draft round is meant, and who takes part in it. */
export const roundSetup = new Hono<Visit>()

const round = '/initiatives/:initiative/matching/:round'

roundSetup.get(`${round}/settings`, facilitating, async (c) => c.html(await settingsPage(c, c.req.param('round'))))

roundSetup.post(`${round}/settings`, facilitating, async (c) => {
  const id = c.req.param('round')
  const form = readForm(c, settingsForm(words(c.var.locale), roundWords(c.var.locale)))
  if (!form.ok) return c.html(await settingsPage(c, id, { form: 'settings', state: form.state }), 422)
  return changeOnPage(c, id, 'settings', 'saved', (work, roundId) => changeSettings(work, roundId, form.value))
})

roundSetup.post(`${round}/weights`, facilitating, async (c) => {
  const id = c.req.param('round')
  const form = readForm(c, weightsForm(words(c.var.locale)))
  if (!form.ok) return c.html(await settingsPage(c, id, { form: 'weights', state: form.state }), 422)
  return changeOnPage(c, id, 'weights', 'saved', (work, roundId) => scoreAgain(work, roundId, form.value))
})

roundSetup.post(`${round}/needs`, facilitating, async (c) => {
  const id = c.req.param('round')
  const form = readForm(c, needForm(roundWords(c.var.locale)))
  if (!form.ok) return c.html(await settingsPage(c, id, { form: 'needs', state: form.state }), 422)
  const { person, need } = form.value
  return changeOnPage(c, id, 'needs', 'demanded', (work, roundId) =>
    demand(work, roundId, { personId: person, ...need }),
  )
})

roundSetup.post(`${round}/needs/removal`, facilitating, async (c) => {
  const id = c.req.param('round')
  const form = readForm(c, needForm(roundWords(c.var.locale)))
  if (!form.ok) return c.html(await settingsPage(c, id, { form: 'needs', state: form.state }), 422)
  const { person, need } = form.value
  return changeOnPage(c, id, 'needs', 'waived', (work, roundId) => waive(work, roundId, { personId: person, ...need }))
})

roundSetup.get(`${round}/people`, facilitating, async (c) =>
  c.html(await peoplePage(c, c.req.param('round'), peopleFilter.parse(c.req.query()))),
)

roundSetup.post(`${round}/people`, facilitating, async (c) => {
  const id = c.req.param('round')
  const filter = peopleFilter.parse(c.var.typed)
  const form = readForm(c, peopleForm)
  if (!form.ok) return c.html(await peoplePage(c, id, filter, form.state), 422)
  const { chosen, whom, say, pairs } = form.value
  const word: Word =
    say === 'pairs' ? { capacity: pairs ?? null } : { takesPart: say === 'usual' ? null : say === 'in' }
  return act(
    c,
    async (work) => {
      const accessed = await accessRound(work.db, c, id)
      const persons = whom === 'all' ? await allFound(work, accessed) : chosen
      if (persons.length === 0) throw new FormMistake({ whom: roundWords(c.var.locale).chooseSomebody })
      await sayWhoTakesPart(work, accessed.id, persons, word)
      const { find, show, country, language } = filter
      const query = new URLSearchParams({ find, show, country, language, said: 'noted' })
      return `/initiatives/${c.var.initiative.id}/matching/${accessed.id}/people?${query}`
    },
    (state) => peoplePage(c, id, filter, state),
  )

  async function allFound(work: Work, accessed: Awaited<ReturnType<typeof accessRound>>): Promise<string[]> {
    const roster = await listRoster(work.db, accessed.initiative_id, accessed.id)
    return filterPeople(roster, settingsOf(accessed), filter).map(({ person_id }) => person_id)
  }
})

function changeOnPage(
  c: VisitContext,
  roundId: string,
  form: SettingsForm,
  said: string,
  change: (work: Work, roundId: string) => Promise<unknown>,
): Promise<Response> {
  const anchor = { settings: '', weights: '#what-counts', needs: '#must-match' }[form]
  return act(
    c,
    async (work) => {
      const { id } = await accessRound(work.db, c, roundId)
      await change(work, id)
      return `/initiatives/${c.var.initiative.id}/matching/${id}/settings?said=${said}${anchor}`
    },
    (state) => settingsPage(c, roundId, { form, state }),
  )
}
