import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Columns, Section } from '../../../ui/sections.tsx'
import { mostRows } from '../form.ts'
import { formWords } from '../form-words.ts'
import { markOf } from '../outcome.ts'
import type { Decision, Meeting } from '../store.ts'
import { InnerPage } from './inner-page.tsx'

/** Blank rows under the decisions that are written. */
const blankRows = 3

interface OutcomePageProps {
  c: VisitContext
  meeting: Meeting
  decisions: Decision[]
  state: FormState
}

/** Minutes and decisions: written here, sent when they are ready. */
export const OutcomePage: FC<OutcomePageProps> = (props) => {
  const { c, meeting, state } = props
  const { locale, initiative } = c.var
  const t = formWords(locale)
  const here = `/initiatives/${initiative.id}/meetings/${meeting.id}`
  const isSent = meeting.notes_sent_at !== null
  return (
    <InnerPage
      c={c}
      meeting={meeting}
      title={t.outcomeTitle({ title: meeting.title })}
      lead={t.outcomeLead}
      state={state}
    >
      <Columns>
        <OutcomeForm {...props} />
        <Section id="send" title={t.sendHead}>
          <Form action={`${here}/outcome/sending`} state={state} labelledby="send">
            <Choice
              name="to"
              label={t.to}
              stacked
              value="invited"
              options={[
                { value: 'invited', label: t.toInvited },
                { value: 'came', label: t.toCame },
              ]}
            />
            <Buttons>
              <Button>{isSent ? t.sendAgain : t.send}</Button>
            </Buttons>
          </Form>
        </Section>
      </Columns>
    </InnerPage>
  )
}

const OutcomeForm: FC<OutcomePageProps> = ({ c, meeting, decisions, state }) => {
  const { locale, initiative } = c.var
  const t = formWords(locale)
  const rows = Math.min(mostRows, decisions.length + blankRows)
  return (
    <Form
      action={`/initiatives/${initiative.id}/meetings/${meeting.id}/outcome`}
      state={state}
      hidden={{ shown: markOf({ notes: meeting.notes, decisions }) }}
    >
      <Field name="notes" label={t.notes} hint={t.notesHint} optional rows={12} value={meeting.notes} />
      <fieldset class="stack stack-2">
        <legend>{t.decisions}</legend>
        {Array.from({ length: rows }, (_, index) => {
          const n = index + 1
          const decision = decisions[index]
          return (
            <div class="entry" role="group" aria-label={t.decisionRow({ row: n })}>
              <Field name={`what.${n}`} label={t.decision} optional value={decision?.what} maxlength={300} />
              <Field name={`who.${n}`} label={t.who} optional value={decision?.who} maxlength={300} />
              <Field name={`by.${n}`} label={t.byOn} optional type="date" value={decision?.byOn?.toString()} />
            </div>
          )
        })}
      </fieldset>
      <Buttons>
        <Button main>{t.saveOutcome}</Button>
      </Buttons>
    </Form>
  )
}
