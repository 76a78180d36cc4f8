import type { Child, FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { Button, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { emptyForm, type FormState, hasErrors } from '../../../ui/form-state.ts'
import { isUnderWay } from '../connection-state.ts'
import type { Overview } from '../overview.ts'
import { closeReasonOptions, ContactForm } from '../parts.tsx'
import { defaultThanks } from '../thanks.ts'
import { words } from '../words.ts'

export type ActName = 'log' | 'pause' | 'review' | 'close'

export interface ActsProps {
  locale: Locale
  overview: Overview
  initiative: string
  /** The connection's own path; acts lie under it. */
  path: string
  zone: string
  now: Temporal.Instant
  canReopen: boolean
  /** The form that came back with a mistake. */
  failed?: { act: ActName; state: FormState } | undefined
}

/** What a facilitator can do with a connection now. */
export const Acts: FC<ActsProps> = (props) => {
  const { locale, overview, path, zone, now, canReopen, failed } = props
  const { state } = overview.connection
  const t = words(locale)
  if (canReopen) return <PostButton action={`${path}/reopening`}>{t.reopen}</PostButton>
  if (state === 'proposed') return <Opened {...props} act="close" label={t.withdraw} form={<CloseForm {...props} />} />
  if (!isUnderWay(state)) return null
  return (
    <div class="stack">
      <h3>{t.logTitle}</h3>
      <ContactForm
        locale={locale}
        action={`${path}/contacts`}
        id="log"
        state={stateOf(failed, 'log')}
        zone={zone}
        now={now}
      />
      <div class="row">
        {state === 'paused' ? (
          <PostButton action={`${path}/resumption`}>{t.resume}</PostButton>
        ) : (
          <PostButton action={`${path}/times`}>{t.proposeTimes}</PostButton>
        )}
        <Opened {...props} act="pause" label={t.pause} form={<PauseForm {...props} />} />
        <Opened {...props} act="review" label={t.review} form={<ReviewForm {...props} />} />
        <Opened {...props} act="close" label={t.close} form={<CloseForm {...props} />} />
      </div>
    </div>
  )
}

/** Closed until asked for; open when its form came back with a mistake. */
const Opened: FC<ActsProps & { act: ActName; label: string; form: Child }> = ({ act, label, form, failed }) => {
  if (hasErrors(stateOf(failed, act))) return <div class="act-in stack stack-2">{form}</div>
  return <ConfirmDetails summary={label}>{form}</ConfirmDetails>
}

const PauseForm: FC<ActsProps> = ({ locale, path, failed }) => {
  const t = words(locale)
  return (
    <Form action={`${path}/pause`} id="pause" state={stateOf(failed, 'pause')}>
      <DateField name="until" label={t.until} hint={t.pauseHint} />
      <Button main>{t.pauseSave}</Button>
    </Form>
  )
}

const ReviewForm: FC<ActsProps> = ({ locale, path, failed, now, zone }) => {
  const t = words(locale)
  const next = now.toZonedDateTimeISO(zone).toPlainDate().add({ months: 6 })
  return (
    <Form action={`${path}/review`} id="review" state={stateOf(failed, 'review')}>
      <DateField name="review" label={t.reviewNext} value={next.toString()} />
      <Button main>{t.reviewSave}</Button>
    </Form>
  )
}

const CloseForm: FC<ActsProps> = ({ locale, overview, initiative, path, failed }) => {
  const t = words(locale)
  const started = overview.connection.started_at !== null
  const languages = [...new Set(overview.members.map((member) => member.locale))].toSorted()
  return (
    <Form action={`${path}/closing`} id="close" state={stateOf(failed, 'close')}>
      <Field name="reason" label={t.closeReason} options={closeReasonOptions(locale)} />
      <Field name="words" label={t.closeWords} rows={2} optional hint={t.closeWordsHint} maxlength={1000} />
      {started && <h3>{t.thanks}</h3>}
      {started && <p class="hint">{t.thanksHint}</p>}
      {started &&
        languages.map((one) => {
          const thanks = defaultThanks(one, initiative, overview.members)
          const language = languageName(locale, one)
          return (
            <>
              <Field
                name={`subject.${one}`}
                label={t.thanksSubject({ language })}
                value={thanks.subject}
                maxlength={200}
                lang={one}
              />
              <Field
                name={`text.${one}`}
                label={t.thanksBody({ language })}
                rows={7}
                value={thanks.text}
                maxlength={4000}
                lang={one}
              />
            </>
          )
        })}
      <Button warn>{started ? t.closeSave : t.withdrawSave}</Button>
    </Form>
  )
}

function stateOf(failed: ActsProps['failed'], act: ActName): FormState {
  return failed?.act === act ? failed.state : emptyForm
}
