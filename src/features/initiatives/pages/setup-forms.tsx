import type { FC } from 'hono/jsx'
import { languageName } from '../../../platform/i18n/names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import type { EngagementWithRoster, Setup } from '../setup-store.ts'
import { setupWords } from '../setup-words.ts'

interface Props {
  c: VisitContext
  state: FormState | undefined
}

export const AboutForm: FC<Props & { initiative: Setup['initiative'] }> = ({ c, initiative, state }) => {
  const t = setupWords(c.var.locale)
  const languages = initiative.languages.map((code) => languageName(c.var.locale, code)).join(', ')
  return (
    <Form
      id="about"
      action={`/initiatives/${initiative.id}/setup/about`}
      state={state}
      labelledby="about-head"
      class="stack stack-5 form"
    >
      <Field name="title" label={t.title} hint={t.titleHint} value={initiative.title} maxlength={120} />
      <Field name="purpose" label={t.purpose} hint={t.purposeHint} rows={3} value={initiative.purpose} optional />
      <Field name="languages" label={t.languages} hint={t.languagesHint} value={languages} />
      <Buttons>
        <Button>{t.save}</Button>
      </Buttons>
    </Form>
  )
}

export const SeasonForm: FC<Props & { initiativeId: string; season: Setup['seasons'][number] | undefined }> = (
  props,
) => {
  const { c, initiativeId, season, state } = props
  const t = setupWords(c.var.locale)
  return (
    <Form
      id="season"
      action={`/initiatives/${initiativeId}/setup/season`}
      hidden={season ? { season: season.id } : {}}
      state={state}
      labelledby="seasons-head"
      class="stack stack-5 form gap-s"
    >
      <Field name="title" label={season ? t.seasonTitle : t.seasonNew} value={season?.title} maxlength={120} />
      <DatesFields c={c} startsOn={season?.starts_on} endsOn={season?.ends_on} />
      <Buttons>
        <Button>{season ? t.seasonSave : t.seasonAdd}</Button>
      </Buttons>
    </Form>
  )
}

export const RhythmForm: FC<Props & { initiative: Setup['initiative'] }> = ({ c, initiative, state }) => {
  const t = setupWords(c.var.locale)
  return (
    <Form
      id="rhythm"
      action={`/initiatives/${initiative.id}/setup/rhythm`}
      state={state}
      labelledby="rhythm-head"
      class="stack stack-5 form"
    >
      <Field
        name="rhythmDays"
        label={t.rhythmDays}
        hint={t.rhythmHint}
        value={initiative.rhythm_days}
        width={4}
        inputmode="numeric"
      />
      <p class="small muted">{t.rhythmWhy}</p>
      <Field name="amberFactor" label={t.amber} value={initiative.amber_factor} width={4} inputmode="decimal" />
      <Field name="redFactor" label={t.red} value={initiative.red_factor} width={4} inputmode="decimal" />
      <Field name="lapsedFactor" label={t.lapsed} value={initiative.lapsed_factor} width={4} inputmode="decimal" />
      <Buttons>
        <Button>{t.save}</Button>
      </Buttons>
    </Form>
  )
}

export const EngagementForm: FC<
  Props & { action: string; engagement?: EngagementWithRoster['engagement'] | undefined }
> = (props) => {
  const { c, action, engagement, state } = props
  const t = setupWords(c.var.locale)
  return (
    <Form id="engagement" action={action} state={state} labelledby="engagement-head" class="stack stack-5 form gap-s">
      <Field name="title" label={t.engagementTitle} value={engagement?.title} maxlength={120} />
      <DatesFields c={c} startsOn={engagement?.starts_on} endsOn={engagement?.ends_on} />
      <Field name="place" label={t.place} value={engagement?.place} optional />
      <Field name="link" label={t.link} hint={t.linkHint} type="url" value={engagement?.link} optional />
      <Buttons>
        <Button>{engagement ? t.engagementSave : t.engagementAdd}</Button>
      </Buttons>
    </Form>
  )
}

const DatesFields: FC<{
  c: VisitContext
  startsOn?: Temporal.PlainDate | undefined
  endsOn?: Temporal.PlainDate | undefined
}> = (props) => {
  const t = setupWords(props.c.var.locale)
  return (
    <div class="two">
      <DateField name="startsOn" label={t.startsOn} value={props.startsOn?.toString()} />
      <DateField name="endsOn" label={t.endsOn} value={props.endsOn?.toString()} />
    </div>
  )
}
