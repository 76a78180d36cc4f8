import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Buttons, Button, Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { words } from '../words.ts'

/** What a peer reads after an answer: the finding, what comes next, and the way back. */
export const AnsweredPage: FC<{ c: VisitContext; title: string; lead: string; changeHref?: string | undefined }> = (
  props,
) => (
  <PeerPage c={props.c} title={props.title} lead={props.lead}>
    {props.changeHref && (
      <Buttons>
        <Button href={props.changeHref}>{words(props.c.var.locale).changeAnswer}</Button>
      </Buttons>
    )}
  </PeerPage>
)

interface CheckinProps {
  c: VisitContext
  partner: string
  when: string
  state: FormState
}

export const CheckinPage: FC<CheckinProps> = ({ c, partner, when, state }) => {
  const t = words(c.var.locale)
  return (
    <PeerPage c={c} title={t.checkinTitle({ partner })} lead={t.heldText({ when })} error={state}>
      <Form action={c.req.path} state={state} class="card lift stack stack-5">
        <Choice
          name="held"
          label={t.checkinLegend}
          stacked
          options={[
            { value: 'yes', label: t.heldYes },
            { value: 'moved', label: t.heldMoved, hint: t.checkinMovedHint },
            { value: 'no', label: t.heldNo },
          ]}
        />
        <Field
          name="minutes"
          label={t.checkinMinutes}
          hint={t.checkinMinutesHint}
          optional
          inputmode="numeric"
          width={4}
        />
        <Buttons>
          <Button main>{t.checkinSend}</Button>
        </Buttons>
      </Form>
    </PeerPage>
  )
}
