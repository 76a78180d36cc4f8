import type { Child, FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Columns, Section } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { authorityState, type ReportContent } from '../report.ts'
import type { AuthorityRow } from '../overview.ts'
import type { ReportRow } from '../store.ts'
import { type Words, words } from '../words.ts'
import { ReportBody } from './report.tsx'

interface GrantProps {
  c: VisitContext
  action: string
  state: FormState
  today: Temporal.PlainDate
  grant?: AuthorityRow
}

const GrantForm: FC<GrantProps> = ({ c, action, state, today, grant }) => {
  const t = words(c.var.locale)
  const ends = grant?.ends_on ?? today.add({ months: 6 })
  return (
    <Form action={action} state={state} class="stack stack-5 form">
      <Field name="authoriserName" label={t.fieldName} value={grant?.authoriser_name} />
      <Field
        name="authoriserEmail"
        label={t.fieldEmail}
        hint={t.fieldEmailHint}
        type="email"
        value={grant?.authoriser_email}
      />
      <Field name="authoriserTitle" label={t.fieldTitle} optional value={grant?.authoriser_title} />
      <Field
        name="locale"
        label={t.fieldLocale}
        value={grant?.locale ?? c.var.locale}
        options={[
          { value: 'en', label: t.english, lang: 'en' },
          { value: 'fr', label: t.french, lang: 'fr' },
        ]}
      />
      <Field
        name="hoursPerMonth"
        label={t.fieldHours}
        inputmode="decimal"
        width={4}
        value={number(c.var.locale, grant?.hours_per_month ?? 4)}
      />
      <DateField name="startsOn" label={t.fieldStarts} value={(grant?.starts_on ?? today).toString()} />
      <DateField name="endsOn" label={t.fieldEnds} value={ends.toString()} />
      <Buttons>
        <Button main>{t.save}</Button>
      </Buttons>
    </Form>
  )
}

export const NewAuthorityPage: FC<{ c: VisitContext; name: string; today: Temporal.PlainDate; state: FormState }> = (
  props,
) => (
  <InitiativePage
    c={props.c}
    tab="authority"
    title={words(props.c.var.locale).newTitle({ name: props.name })}
    error={props.state}
  >
    <GrantForm
      c={props.c}
      action={`${props.c.req.path}?${new URLSearchParams({ person: props.c.req.query('person') ?? '' })}`}
      state={props.state}
      today={props.today}
    />
  </InitiativePage>
)

interface AuthorityProps {
  c: VisitContext
  authority: AuthorityRow
  reports: ReportRow[]
  today: Temporal.PlainDate
  state: FormState
}

export const AuthorityPage: FC<AuthorityProps> = ({ c, authority, reports, today, state }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const path = `/initiatives/${initiative.id}/authority/${authority.id}`
  const standing = authorityState(authority.ends_on, authority.ended_at, today)
  const named = { name: authority.person, until: formatDate(locale, authority.ends_on) }
  const late = standing === 'lapsed' || standing === 'ended'
  return (
    <InitiativePage
      c={c}
      tab="authority"
      title={late ? t.authorityLapsed(named) : t.authorityTitle(named)}
      error={state}
      sentences={t}
      actions={
        standing !== 'ended' && (
          <Button main href={`${path}/report`}>
            {t.preview}
          </Button>
        )
      }
    >
      <Columns kind="even">
        <Section id="change" title={t.changeHead}>
          <GrantForm c={c} action={path} state={state} today={today} grant={authority} />
        </Section>
        <div class="stack stack-6">
          <Section id="reports" title={t.reportsHead}>
            {reports.length === 0 ? (
              <p class="muted">{t.noReports}</p>
            ) : (
              <Lines
                items={reports.map((report) => ({
                  title: t.sentOn({ day: formatDate(locale, dayIn(authority.agencyZone, report.sent_at)) }),
                  children: answerOf(t, c, report),
                  act: callToMake(t, path, report),
                }))}
              />
            )}
          </Section>
          {standing !== 'ended' && (
            <Section id="end" title={t.endHead}>
              <ConfirmDetails summary={t.endAct}>
                <PostButton action={`${path}/ending`} warn>
                  {t.endAct}
                </PostButton>
              </ConfirmDetails>
            </Section>
          )}
        </div>
      </Columns>
    </InitiativePage>
  )
}

function answerOf(t: Words, c: VisitContext, report: ReportRow): Child {
  const until = report.answer_until_on ? formatDate(c.var.locale, report.answer_until_on) : ''
  const hours = number(c.var.locale, report.answer_hours ?? 0)
  const answers = { renew: t.gotRenew({ until }), change: t.gotChange({ until, hours }), call: t.gotCall }
  const said = answers[report.answer as keyof typeof answers] ?? t.waiting
  return report.answer_note ? `${said}. ${report.answer_note}` : said
}

function callToMake(t: Words, path: string, report: ReportRow): Child {
  if (report.answer !== 'call' || report.settled_at) return undefined
  return (
    <PostButton action={`${path}/reports/${report.id}/call`} small>
      {t.callDone}
    </PostButton>
  )
}

interface PreviewProps {
  c: VisitContext
  authority: AuthorityRow
  content: ReportContent
  state: FormState
}

export const PreviewPage: FC<PreviewProps> = ({ c, authority, content, state }) => {
  const t = words(c.var.locale)
  return (
    <InitiativePage
      c={c}
      tab="authority"
      title={t.previewTitle({ name: authority.authoriser_name })}
      lead={
        authority.consentAt
          ? t.previewLead({ email: authority.authoriser_email })
          : t.noConsent({ name: authority.person })
      }
      error={state}
    >
      <ReportBody
        locale={c.var.locale}
        content={content}
        note=""
        decide={
          <aside class="card lift stack decide">
            <p class="muted">{t.previewOnly}</p>
            {authority.consentAt && (
              <Form action={c.req.path} state={state}>
                <Field name="note" label={t.noteLabel} hint={t.noteHint} optional rows={3} />
                <Button main wide>
                  {t.send}
                </Button>
              </Form>
            )}
          </aside>
        }
      />
    </InitiativePage>
  )
}
