import type { FC } from 'hono/jsx'
import { formatDayOf, formatMoment } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Role, roles } from '../actions.ts'
import { administrationWords } from '../administration-words.ts'
import { StaffPage } from '../parts.tsx'
import type { Colleague } from '../store.ts'
import { words } from '../words.ts'

export const ColleaguesPage: FC<{ c: VisitContext; agency: string; colleagues: Colleague[]; form?: FormState }> = (
  props,
) => {
  const { c, colleagues, form } = props
  const { locale } = c.var
  const { zone } = staffOf(c)
  const t = administrationWords(locale)
  const w = words(locale)
  const active = colleagues.filter((colleague) => !colleague.deactivated_at).length
  const title = t.staffTitle({ locale, n: active, count: number(locale, active), agency: props.agency })
  return (
    <StaffPage
      c={c}
      tab="staff"
      title={title}
      actions={<Button href="/agency">{t.agencyLink}</Button>}
      error={form}
      sentences={t}
      width="page"
    >
      <Sections>
        <Table
          caption={t.staffCaption}
          rows={colleagues}
          columns={[
            {
              head: t.name,
              cell: (one) => (
                <a href={`/staff/${one.id}`}>
                  <bdi>{one.name}</bdi>
                </a>
              ),
            },
            { head: t.email, cell: (one) => <bdi>{one.email}</bdi> },
            { head: t.role, cell: (one) => w[one.role as Role] },
            { head: t.state, cell: (one) => <State c={c} colleague={one} /> },
            { head: t.seen, cell: (one) => (one.seen_at ? formatMoment(locale, zone, one.seen_at) : t.neverSeen) },
          ]}
        />
        <Section id="invite" title={t.inviteHead}>
          <Form action="/staff" state={form} labelledby="invite">
            <Field name="name" label={t.theirName} autocomplete="off" maxlength={120} />
            <Field name="email" label={t.theirEmail} type="email" autocomplete="off" />
            <RoleChoice c={c} value="facilitator" />
            <Buttons>
              <Button main>{t.invite}</Button>
            </Buttons>
          </Form>
        </Section>
      </Sections>
    </StaffPage>
  )
}

const State: FC<{ c: VisitContext; colleague: Colleague }> = ({ c, colleague }) => {
  const t = administrationWords(c.var.locale)
  if (colleague.deactivated_at) return <Status dot="ring">{t.inactive}</Status>
  return (
    <Status dot="full" tone="go">
      {t.active}
    </Status>
  )
}

const RoleChoice: FC<{ c: VisitContext; value: string }> = ({ c, value }) => {
  const t = administrationWords(c.var.locale)
  const hints = { administrator: t.administratorHint, facilitator: t.facilitatorHint, funder: t.funderHint }
  const options = roles.map((role) => ({ value: role, label: words(c.var.locale)[role], hint: hints[role] }))
  return <Choice name="role" label={t.role} options={options} value={value} stacked />
}

export const ColleaguePage: FC<{ c: VisitContext; colleague: Colleague; form?: FormState }> = ({
  c,
  colleague,
  form,
}) => {
  const { locale } = c.var
  const { zone } = staffOf(c)
  const t = administrationWords(locale)
  const path = `/staff/${colleague.id}`
  const { deactivated_at: left } = colleague
  return (
    <StaffPage
      c={c}
      tab="staff"
      over={<a href="/staff">{t.backToStaff}</a>}
      title={colleague.name}
      lead={
        left
          ? t.left({ day: formatDayOf(locale, zone, left) })
          : t.since({ day: formatDayOf(locale, zone, colleague.created_at) })
      }
      error={form}
      sentences={t}
      width="page"
    >
      <Sections>
        <SummaryList
          rows={[
            { label: t.email, value: <bdi>{colleague.email}</bdi> },
            { label: t.state, value: <State c={c} colleague={colleague} /> },
            { label: t.seen, value: colleague.seen_at ? formatMoment(locale, zone, colleague.seen_at) : t.neverSeen },
          ]}
        />
        {left ? (
          <PostButton action={`${path}/reactivation`} main>
            {t.reactivate}
          </PostButton>
        ) : (
          <>
            <Form action={`${path}/role`} state={form}>
              <RoleChoice c={c} value={colleague.role} />
              <Buttons>
                <Button main>{t.changeRole}</Button>
              </Buttons>
            </Form>
            <div class="row">
              <PostButton action={`${path}/invitation`}>{t.inviteAgain}</PostButton>
              <ConfirmDetails summary={t.deactivate} warn>
                <p>{t.deactivateSure}</p>
                <PostButton action={`${path}/deactivation`} warn>
                  {t.deactivateYes}
                </PostButton>
              </ConfirmDetails>
            </div>
          </>
        )}
      </Sections>
    </StaffPage>
  )
}
