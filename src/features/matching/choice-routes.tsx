import { Hono } from 'hono'
import { dayIn, formatDate } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { typedValues } from '../../platform/web/form.ts'
import { linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { PeerPage } from '../accounts/parts.tsx'
import { accessChoice } from './access.ts'
import { choose } from './asking-peers.ts'
import { readChoice } from './choice-form.ts'
import { listNameable, readPortraits, readSetting } from './choice-people-store.ts'
import { listChoices } from './choice-store.ts'
import { choiceWords } from './choice-words.ts'
import { ChoiceForm } from './pages/choice.tsx'

/** The page behind a list of suggestions: glad to, fine, or rather not this time, and people one would like. */
export const choiceRoutes = new Hono<Visit>()

choiceRoutes.get('/choice/:token', bearer('choice'), (c) => c.html(<ChoicePage c={c} />))

choiceRoutes.post('/choice/:token', bearer('choice'), async (c) => {
  const { db } = c.var.world
  const asked = await accessChoice(db, linkOf(c).link)
  const values = typedValues(c)
  const suggested = (await listChoices(db, asked.id, asked.person_id)).filter(({ place }) => place !== null)
  const roster = await listNameable(db, asked.initiative_id, asked.person_id)
  const read = readChoice(values, suggested, roster, c.var.locale)
  if (!read.ok) return c.html(<ChoicePage c={c} state={{ values, errors: read.errors }} />, 422)
  return act(
    c,
    async (work) => {
      await choose(work, { roundId: asked.id, personId: asked.person_id }, read.chosen)
      return `${c.req.path}?said=answered`
    },
    (state) => <ChoicePage c={c} state={state} />,
  )
})

async function ChoicePage({ c, state = emptyForm }: { c: VisitContext; state?: FormState }) {
  const { world, locale } = c.var
  const { db } = world
  const t = choiceWords(locale)
  const { link, zone } = linkOf(c)
  const asked = await accessChoice(db, link)
  const setting = await readSetting(db, asked.initiative_id)
  if (asked.state !== 'draft') {
    return (
      <PeerPage c={c} title={t.over} over={setting.title} error={state}>
        <p class="lead">{asked.state === 'published' ? t.overPublished : t.overDropped}</p>
      </PeerPage>
    )
  }
  const choices = await listChoices(db, asked.id, asked.person_id)
  const portraits = await readPortraits(
    db,
    choices.map(({ other_person_id }) => other_person_id),
  )
  const day = asked.answer_by_on ? formatDate(locale, asked.answer_by_on) : ''
  return (
    <PeerPage
      c={c}
      title={t.title}
      over={setting.title}
      lead={t.lead({ day })}
      error={state}
      sentences={{ answered: t.answered }}
    >
      <ChoiceForm
        locale={locale}
        path={c.req.path}
        state={state}
        choices={choices}
        portraits={portraits}
        answeredOn={asked.answered_at && formatDate(locale, dayIn(zone, asked.answered_at))}
      />
    </PeerPage>
  )
}
