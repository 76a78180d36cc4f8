import type { Child, FC } from 'hono/jsx'
import { formatMoment } from '../platform/clock.ts'
import { number } from '../platform/i18n/catalogue.ts'
import { uiTexts } from '../platform/web/answers.tsx'
import type { VisitContext } from '../platform/web/visit.ts'
import { Filters } from '../ui/filters.tsx'
import { PostButton } from '../ui/form.tsx'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/layout.tsx'
import { Lines } from '../ui/lists.tsx'
import { Empty, PageHead, Section } from '../ui/sections.tsx'
import { Table } from '../ui/table.tsx'
import type { findMail, listMails, listPeers, listStaff } from './store.ts'
import { words } from './words.ts'

const Frame: FC<{ c: VisitContext; title: string; lead?: string; notice?: string | undefined; children?: Child }> = (
  props,
) => {
  const t = words(props.c.var.locale)
  const nav = [
    { href: '/dev', label: t.title },
    { href: '/dev/mail', label: t.allMail },
    { href: '/dev/clock', label: t.clockLink },
    { href: '/dev/styleguide', label: t.styleguide },
  ].map((tab) => ({ ...tab, current: tab.href === props.c.req.path }))
  return (
    <Page
      title={props.title}
      texts={uiTexts(props.c.var.locale)}
      lang={props.c.var.locale}
      nav={nav}
      notice={props.notice}
    >
      <PageHead title={props.title} lead={props.lead} />
      {props.children}
    </Page>
  )
}

interface DevelopmentProps {
  c: VisitContext
  staff: Awaited<ReturnType<typeof listStaff>>
  peers: Awaited<ReturnType<typeof listPeers>>
}

export const DevelopmentPage: FC<DevelopmentProps> = ({ c, staff, peers }) => {
  const t = words(c.var.locale)
  return (
    <Frame c={c} title={t.title} lead={t.lead}>
      <Section id="staff" title={t.staffHead}>
        <Lines
          items={staff.map((one) => ({
            title: one.name,
            children: `${one.role}, ${one.agency}`,
            act: (
              <PostButton action="/dev/sign-in" hidden={{ user: one.user_id }} small label={`${t.signIn} ${one.name}`}>
                {t.signIn}
              </PostButton>
            ),
          }))}
        />
      </Section>
      <Section id="peers" title={t.peersHead}>
        <Lines
          items={peers.map((one) => ({
            title: <bdi>{one.name}</bdi>,
            children: one.city,
            act: (
              <PostButton action="/dev/home" hidden={{ person: one.id }} small label={`${t.openHome} ${one.name}`}>
                {t.openHome}
              </PostButton>
            ),
          }))}
        />
      </Section>
    </Frame>
  )
}

interface MailListProps {
  c: VisitContext
  find: string
  total: number
  mails: Awaited<ReturnType<typeof listMails>>
}

export const MailListPage: FC<MailListProps> = ({ c, find, total, mails }) => {
  const { locale } = c.var
  const t = words(locale)
  return (
    <Frame c={c} title={t.mailTitle({ count: number(locale, total) })}>
      <Filters action="/dev/mail" label={t.search} submit={t.find}>
        <Field name="find" label={t.search} value={find} />
      </Filters>
      <Table
        caption={t.allMail}
        rows={mails}
        empty={<Empty title={t.noMail} />}
        columns={[
          { head: t.subject, cell: (mail) => <a href={`/dev/mail/${mail.id}`}>{mail.subject}</a> },
          { head: t.to, cell: (mail) => `${mail.to_name} ${mail.to_address}` },
          { head: t.when, cell: (mail) => formatMoment(locale, 'UTC', mail.created_at) },
          { head: t.kind, cell: (mail) => mail.kind },
          { head: t.state, cell: (mail) => mail.state },
        ]}
      />
    </Frame>
  )
}

interface MailProps {
  c: VisitContext
  mail: NonNullable<Awaited<ReturnType<typeof findMail>>>
}

export const MailPage: FC<MailProps> = ({ c, mail }) => {
  const t = words(c.var.locale)
  return (
    <Frame c={c} title={mail.subject} lead={`${t.to}: ${mail.to_name} <${mail.to_address}>`}>
      <p>
        <a href={`/dev/mail/${mail.id}/html`}>{t.openHtml}</a>
      </p>
      <Section id="text" title={t.asText}>
        <pre class="pre">{linked(mail.body_text)}</pre>
      </Section>
      {mail.calendar_text && (
        <Section id="calendar" title={`${t.calendarPart}: ${mail.calendar_method}`}>
          <pre class="pre">{mail.calendar_text}</pre>
        </Section>
      )}
    </Frame>
  )
}

function linked(text: string): Child[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))
}

export const ClockPage: FC<{ c: VisitContext; now: string; notice: string | undefined }> = ({ c, now, notice }) => {
  const t = words(c.var.locale)
  const steps = [
    [1, t.hour],
    [24, t.day],
    [168, t.week],
    [720, t.month],
  ] as const
  return (
    <Frame c={c} title={t.clockTitle({ now })} lead={t.clockLead} notice={notice}>
      <div class="row">
        {steps.map(([hours, label]) => (
          <PostButton action="/dev/clock" hidden={{ hours }}>
            {label}
          </PostButton>
        ))}
      </div>
    </Frame>
  )
}
