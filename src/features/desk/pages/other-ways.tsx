import type { Child, FC } from 'hono/jsx'
import { dayIn } from '../../../platform/clock.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { closeReasonOptions } from '../../connections/parts.tsx'
import { defaultThanks } from '../../connections/thanks.ts'
import { asideDays } from '../form.ts'
import { nudgeTexts } from '../nudge-words.ts'
import { partnersWords } from '../partners-words.ts'
import type { DeskRow } from '../row.ts'
import type { Tie } from '../tie.ts'
import { words } from '../words.ts'
import { nudgeWordOf } from './acts.tsx'
import type { Acting, ActName } from './acting.ts'

type WaysProps = Acting & { row: DeskRow }
type TieProps = WaysProps & { tie: Tie }

/** Days a connection rests that is paused from here, unless another day is chosen. */
const pauseDays = 30

/** What else can be done about a connection: another text, a call, a pause, a good end, somebody else, another day. */
export const OtherWays: FC<WaysProps> = (props) => {
  const { locale, row } = props
  const tie = row.overview
  if (!tie) return null
  const hasStarted = tie.connection.started_at !== null
  return (
    <div class="two">
      <TextForm {...props} tie={tie} />
      <CloseForm {...props} tie={tie} />
      <CallForm {...props} tie={tie} />
      {hasStarted && <PauseForm {...props} tie={tie} />}
      <AsideForm {...props} />
      {hasStarted && (
        <div class="stack stack-2">
          <h4>{words(locale).partnersHead}</h4>
          <p>
            <a class="btn sm" href={`${pathOf(props)}/partners`}>
              {partnersWords(locale).link}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}

function stateOf({ failed, row }: WaysProps, act: ActName): FormState {
  return failed?.about === row.about && failed.act === act ? failed.state : emptyForm
}

/** One way with its heading; its form's fields are told apart from those of the other rows. */
const Way: FC<
  WaysProps & { act: ActName; title: string; action: string; hidden?: Record<string, string>; children?: Child }
> = (props) => (
  <div class="stack stack-2">
    <h4>{props.title}</h4>
    <Form
      action={props.action}
      id={`${props.act}-${props.row.about}`}
      hidden={props.hidden}
      state={stateOf(props, props.act)}
      class="stack"
    >
      {props.children}
    </Form>
  </div>
)

const pathOf = ({ home, row }: WaysProps) => `${home}/desk/${row.about}`

const inDays = ({ zone, now }: WaysProps, days: number) => dayIn(zone, now).add({ days }).toString()

const TextForm: FC<TieProps> = (props) => {
  const { tie, row, locale } = props
  const t = words(locale)
  const word = nudgeWordOf(row.kind)
  const languages = new Set(tie.members.map((member) => member.locale))
  return (
    <Way {...props} act="nudge" title={t.textHead} action={`${pathOf(props)}/nudge`} hidden={{ word }}>
      {languages.has('en') && (
        <Field
          name="text_en"
          label={t.textEn}
          hint={t.textHint}
          rows={4}
          value={nudgeTexts('en')[`text ${word}`]}
          lang="en"
        />
      )}
      {languages.has('fr') && (
        <Field
          name="text_fr"
          label={t.textFr}
          hint={t.textHint}
          rows={4}
          value={nudgeTexts('fr')[`text ${word}`]}
          lang="fr"
        />
      )}
      <Button small>{t.sendText}</Button>
    </Way>
  )
}

const CallForm: FC<TieProps> = (props) => {
  const t = words(props.locale)
  return (
    <Way {...props} act="call" title={t.callHead} action={`${pathOf(props)}/call`}>
      <Field name="note" label={t.callNote} hint={t.callHint} rows={3} />
      <Button small>{t.callSave}</Button>
    </Way>
  )
}

const PauseForm: FC<TieProps> = (props) => {
  const t = words(props.locale)
  return (
    <Way {...props} act="pause" title={t.pauseHead} action={`${pathOf(props)}/pause`}>
      <DateField name="until" label={t.until} value={inDays(props, pauseDays)} />
      <Button small>{t.pauseSave}</Button>
    </Way>
  )
}

const CloseForm: FC<TieProps> = (props) => {
  const { tie, locale, initiative } = props
  const t = words(locale)
  const hasStarted = tie.connection.started_at !== null
  const languages = [...new Set(tie.members.map((member) => member.locale))].toSorted()
  return (
    <Way {...props} act="close" title={hasStarted ? t.closeHead : t.withdrawHead} action={`${pathOf(props)}/closing`}>
      {!hasStarted && <p class="small muted">{t.withdrawHint}</p>}
      <Field name="reason" label={t.closeReason} options={closeReasonOptions(locale)} />
      {hasStarted &&
        languages.map((one) => {
          const thanks = defaultThanks(one, initiative, tie.members)
          const language = languageName(locale, one)
          return (
            <>
              <Field name={`subject_${one}`} label={t.thanksSubject({ language })} value={thanks.subject} lang={one} />
              <Field name={`text_${one}`} label={t.thanksText({ language })} rows={5} value={thanks.text} lang={one} />
            </>
          )
        })}
      <Button small warn>
        {hasStarted ? t.closeSave : t.withdrawSave}
      </Button>
    </Way>
  )
}

const AsideForm: FC<WaysProps> = (props) => {
  const { home, row, locale } = props
  const t = words(locale)
  return (
    <Way {...props} act="aside" title={t.asideHead} action={`${home}/desk/aside`} hidden={{ row: row.key }}>
      <DateField name="until" label={t.until} value={inDays(props, asideDays)} />
      <Button small>{t.asideSave}</Button>
    </Way>
  )
}
