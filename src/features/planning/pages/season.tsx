import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Field } from '../../../ui/field.tsx'
import { Empty, Note, Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { PlanProgress } from '../../../engine/planning/plan.ts'
import type { PlanSettings } from '../plan-settings.ts'
import { type PlanRow, type SeasonRow, settingsOf } from '../store.ts'
import { beginningWords } from '../beginning-words.ts'
import { words } from '../words.ts'
import { PlanFields } from './plan-fields.tsx'

/** The season page before there is a plan: what is missing for one, or how it is to be made. */
export const NewPlanPage: FC<{
  c: VisitContext
  seasons: SeasonRow[]
  /** Running connections. */
  connections: number
  /** Group meetings left to these seasons. */
  meetings: number
  hasSeasons: boolean
  settings: PlanSettings
  form?: FormState | undefined
}> = ({ c, seasons, connections, meetings, hasSeasons, settings, form = emptyForm }) => {
  const { locale, initiative } = c.var
  const t = beginningWords(locale)
  const said = words(locale)
  const home = `/initiatives/${initiative.id}`
  if (seasons.length === 0) {
    const over = hasSeasons
    return (
      <InitiativePage c={c} tab="season" title={t.none} error={form} sentences={said}>
        <Empty
          title={over ? t.seasonsOver : t.noSeasonTitle}
          action={
            <Button main href={`${home}/setup#seasons-head`}>
              {t.makeSeason}
            </Button>
          }
        >
          {over ? t.seasonsOverText : t.noSeasonText}
        </Empty>
      </InitiativePage>
    )
  }
  if (connections === 0 && meetings === 0) {
    return (
      <InitiativePage c={c} tab="season" title={t.none} error={form} sentences={said}>
        <Empty
          title={t.noConnections}
          action={
            <Button main href={`${home}/matching`}>
              {t.toMatching}
            </Button>
          }
        >
          {t.noConnectionsText}
        </Empty>
      </InitiativePage>
    )
  }
  return (
    <InitiativePage
      c={c}
      tab="season"
      title={t.none}
      lead={connections > 0 ? t.lead({ connections }) : t.leadMeetings({ meetings })}
      error={form}
      sentences={said}
    >
      <Section id="new-plan" title={t.newPlan}>
        <Form action={`${home}/season`} state={form}>
          <Field
            name="season"
            label={said.season}
            value={seasons[0]?.id}
            options={seasons.map((season) => ({
              value: season.id,
              label: t.seasonDays({
                title: season.title,
                from: formatDate(locale, season.starts_on),
                to: formatDate(locale, season.ends_on),
              }),
            }))}
          />
          <PlanFields locale={locale} settings={settings} />
          <Buttons>
            <Button main>{t.make}</Button>
          </Buttons>
        </Form>
      </Section>
    </InitiativePage>
  )
}

/** How a plan is meant, to change. */
export const SettingsPage: FC<{ c: VisitContext; plan: PlanRow; season: string; form?: FormState | undefined }> = ({
  c,
  plan,
  season,
  form = emptyForm,
}) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const here = `/initiatives/${initiative.id}/season`
  return (
    <InitiativePage
      c={c}
      tab="season"
      over={<a href={here}>{t.season}</a>}
      title={t.settingsTitle({ season })}
      lead={t.settingsLead}
      error={form}
    >
      <Sections>
        <Form action={`${here}/${plan.id}/settings`} state={form}>
          <PlanFields locale={locale} settings={settingsOf(plan)} />
          <Buttons>
            <Button main>{t.saveSettings}</Button>
          </Buttons>
        </Form>
      </Sections>
    </InitiativePage>
  )
}

/** A planning that runs: how far it is, and the way to end it. It shows itself again by script, or when asked to. */
export const RunningPage: FC<{
  c: VisitContext
  plan: PlanRow
  season: string
  script: string | null
  error?: FormState | undefined
}> = (props) => {
  const { c, plan, season, script, error } = props
  const { locale, initiative } = c.var
  const t = words(locale)
  const here = `/initiatives/${initiative.id}/season`
  const progress = plan.run_progress as Partial<PlanProgress> | null
  const isKnown = progress?.total !== undefined
  const figure = (value: number | undefined) => number(locale, Math.round(value ?? 0))
  return (
    <InitiativePage
      c={c}
      tab="season"
      title={t.planningTitle({ season })}
      lead={t.planningLead}
      error={error}
      sentences={t}
      scripts={[script]}
    >
      <season-board data-here={`${here}/${plan.id}`} data-running="yes">
        <Note tone="wait" status>
          {isKnown
            ? t.progress({
                unplaced: figure(progress?.unplaced),
                total: figure(progress?.total),
                least: figure(progress?.leastTotal),
              })
            : t.progressWaiting}
        </Note>
        <div class="row gap-t">
          <PostButton action={`${here}/${plan.id}/stop`}>{t.stop}</PostButton>
          <Button bare href={here}>
            {t.look}
          </Button>
        </div>
      </season-board>
    </InitiativePage>
  )
}
