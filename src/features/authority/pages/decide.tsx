import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { type FormState, hasErrors, valueOf } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { usualRenewal } from '../report.ts'
import type { AuthorityRow } from '../overview.ts'
import { contentOf, type ReportRow } from '../store.ts'
import { words } from '../words.ts'
import { ReportBody, reportTitle } from './report.tsx'

interface Props {
  c: VisitContext
  authority: AuthorityRow
  report: ReportRow
  today: Temporal.PlainDate
  state: FormState
}

/** What the authoriser opens from the mail: one page, and one button that renews. */
export const AuthoriserPage: FC<Props> = (props) => {
  const { c, authority, report, state } = props
  const { locale } = c.var
  const t = words(locale)
  const content = contentOf(report)
  const day = formatDate(locale, Temporal.PlainDate.from(content.to))
  return (
    <PeerPage
      c={c}
      title={reportTitle(t, locale, content)}
      over={t.reportFor({ authoriser: authority.authoriser_name, day })}
      error={state}
      width="page"
    >
      <ReportBody
        locale={locale}
        content={content}
        note={report.note}
        decide={report.answered_at ? <Decided {...props} /> : <Decide {...props} />}
      />
    </PeerPage>
  )
}

const Decided: FC<Props> = ({ c, report }) => {
  const { locale } = c.var
  const t = words(locale)
  const until = report.answer_until_on ? formatDate(locale, report.answer_until_on) : ''
  return (
    <aside class="card lift stack decide">
      <h2>
        {report.answer === 'call'
          ? t.decidedCall
          : t.decidedRenew({ until, hours: number(locale, report.answer_hours ?? 0) })}
      </h2>
      <p class="small muted no-print">{t.print}</p>
    </aside>
  )
}

const Decide: FC<Props> = ({ c, authority, today, state }) => {
  const { locale } = c.var
  const t = words(locale)
  const until = usualRenewal(authority.ends_on, today)
  const hours = number(locale, authority.hours_per_month)
  const wrong = hasErrors(state) ? valueOf(state, 'answer') : ''
  return (
    <aside class="card lift stack decide" aria-labelledby="decide">
      <h2 id="decide">{t.decideHead({ until: formatDate(locale, authority.ends_on) })}</h2>
      <SummaryList
        rows={[
          { label: t.decideTime, value: t.decideTimeValue({ hours }) },
          { label: t.decideUntil, value: formatDate(locale, until) },
        ]}
      />
      <div class="stack no-print">
        <Form
          action={c.req.path}
          id="renew"
          hidden={{ answer: 'renew', hours: authority.hours_per_month, until: until.toString() }}
        >
          <Button main wide>
            {t.renew({ until: formatDate(locale, until) })}
          </Button>
        </Form>
        <details open={wrong === 'change'}>
          <summary>{t.changesSummary}</summary>
          <Form
            action={c.req.path}
            id="change"
            state={wrong === 'change' ? state : undefined}
            hidden={{ answer: 'change' }}
          >
            <Field name="hours" label={t.fieldHours} value={hours} inputmode="decimal" width={4} />
            <DateField name="until" label={t.fieldEnds} value={until.toString()} />
            <Field name="note" label={t.optionalNote} optional rows={2} />
            <Button wide>{t.renewChanged}</Button>
          </Form>
        </details>
        <details open={wrong === 'call'}>
          <summary>{t.callSummary}</summary>
          <Form action={c.req.path} id="call" state={wrong === 'call' ? state : undefined} hidden={{ answer: 'call' }}>
            <Field name="note" label={t.callNote} optional rows={2} />
            <Button wide>{t.callAct}</Button>
          </Form>
        </details>
        <p class="small muted">{t.print}</p>
      </div>
      <div class="sign">
        <div>
          {t.signature}: {authority.authoriser_name}
        </div>
        <div>{t.date}</div>
      </div>
    </aside>
  )
}
