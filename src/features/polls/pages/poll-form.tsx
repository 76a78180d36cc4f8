import type { FC } from 'hono/jsx'
import { zoneNames } from '../../../platform/i18n/zone-names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Tick } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { rowsToShow } from '../typed-times.ts'
import { words } from '../words.ts'

const zones = zoneNames.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

interface Props {
  c: VisitContext
  state: FormState
  /** Where it is sent; a poll that is there already is changed there. */
  action: string
  isNew: boolean
  /** The times that a poll to change has, as `timeKeys`. */
  shown?: string
}

/** A poll in the making, or one to change. Every button works without a script. */
export const PollFormPage: FC<Props> = ({ c, state, action, isNew, shown }) => {
  const { locale } = c.var
  const t = words(locale)
  return (
    <InitiativePage c={c} tab="polls" title={isNew ? t.newPoll : t.editTitle} error={state} width="page">
      <Form action={action} state={state} class="stack stack-6" hidden={shown === undefined ? {} : { shown }}>
        {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
        <button hidden>{isNew ? t.create : t.save}</button>
        <div class="form stack stack-5">
          <Field name="title" label={t.title} hint={t.titleHint} maxlength={120} />
          <Field name="note" label={t.note} optional rows={3} maxlength={1000} />
          <Field name="minutes" label={t.minutes} inputmode="numeric" width={4} />
          <Field name="place" label={t.place} hint={t.placeHint} optional maxlength={300} />
        </div>
        <Section id="times" title={t.times}>
          <div class="stack stack-5">
            <p class="hint">{t.timesHint}</p>
            <div class="form">
              <Field name="zone" label={t.zone} hint={t.zoneHint} options={zones} />
            </div>
            {rowsToShow(state.values).map((row) => (
              <TimeRow row={row} locale={locale} />
            ))}
            <Buttons>
              <Button name="more" value="yes">
                {t.more}
              </Button>
            </Buttons>
          </div>
        </Section>
        <Sections>
          <DateField name="answerBy" label={t.answerBy} hint={t.answerByHint} />
          <div>
            <Tick name="showsNames" label={t.showsNames} />
            <p class="hint">{t.showsNamesHint}</p>
          </div>
          <div class="stack">
            <Buttons>
              <Button main>{isNew ? t.create : t.save}</Button>
            </Buttons>
            {!isNew && <p class="small muted">{t.saveTold}</p>}
            <p class="small muted">{t.kept}</p>
          </div>
        </Sections>
      </Form>
    </InitiativePage>
  )
}

const TimeRow: FC<{ row: number; locale: string }> = ({ row, locale }) => {
  const t = words(locale)
  return (
    <div class="row bottom">
      <DateField name={`day.${row}`} label={t.dayLabel({ row })} />
      <Field name={`time.${row}`} label={t.timeLabel({ row })} width={4} />
      <Button small name="copy" value={String(row)} label={t.copyRow({ row })}>
        {t.copy}
      </Button>
    </div>
  )
}
