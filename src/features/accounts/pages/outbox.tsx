import type { Child, FC } from 'hono/jsx'
import { formatDayOf, formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/filters.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Empty, Note, Section, Sections } from '../../../ui/sections.tsx'
import { Tag, type Tone } from '../../../ui/status.tsx'
import { Pager, Table } from '../../../ui/table.tsx'
import { administrationWords } from '../administration-words.ts'
import { StaffPage } from '../parts.tsx'
import { type countUnsent, type findUndelivered, mailStates, type readOutbox } from '../trail-store.ts'
import { kindWords } from '../mail-kind-words.ts'

type Mail = Awaited<ReturnType<typeof readOutbox>>['mails'][number]

const tones: Record<string, Tone> = { queued: 'wait', sending: 'info', sent: 'go', failed: 'stop', kept: 'idle' }

function stateNames(locale: string): Record<string, string> {
  const t = administrationWords(locale)
  return { queued: t.stateQueued, sending: t.stateSending, sent: t.stateSent, failed: t.stateFailed, kept: t.stateKept }
}

export interface OutboxProps {
  c: VisitContext
  mails: Mail[]
  counts: Awaited<ReturnType<typeof countUnsent>>
  /** Administrators may read what has not left. */
  isReadable: boolean
  state: string
  newer?: string | undefined
  older?: string | undefined
}

export const OutboxPage: FC<OutboxProps> = (props) => {
  const { c, mails, isReadable } = props
  const { locale } = c.var
  const { zone, isDemonstration } = staffOf(c)
  const t = administrationWords(locale)
  const names = stateNames(locale)
  return (
    <StaffPage c={c} tab="outbox" title={finding(props)} sentences={t}>
      <Sections>
        {isReadable && <Note tone="info">{isDemonstration ? t.outboxDemonstration : t.outboxReadable}</Note>}
        <Filters action="/outbox" label={t.filter} submit={t.filter}>
          <Field
            name="state"
            label={t.state}
            value={props.state}
            options={[
              { value: '', label: t.allStates },
              ...mailStates.map((state) => ({ value: state, label: names[state] ?? state })),
            ]}
          />
        </Filters>
        <Section id="mails" title={t.outboxCaption}>
          <Table
            caption={t.outboxCaption}
            rows={mails}
            empty={<Empty title={t.outboxEmpty}>{t.outboxEmptyHelp}</Empty>}
            columns={[
              {
                head: t.kind,
                cell: (mail) => {
                  const kind = kindWords(locale, mail.kind)
                  return isReadable && mayRead(mail.state) ? <a href={`/outbox/${mail.id}`}>{kind}</a> : kind
                },
              },
              {
                head: t.to,
                cell: (mail) => (
                  <>
                    <bdi>{mail.to_name}</bdi> <span class="small muted">{mail.to_address}</span>
                  </>
                ),
              },
              { head: t.state, cell: (mail) => <Tag tone={tones[mail.state]}>{names[mail.state]}</Tag> },
              {
                head: t.whenIn({ zone: zoneLabel(locale, zone) }),
                cell: ({ sent_at, created_at }) => {
                  const at = sent_at ?? created_at
                  return t.momentOf({ day: formatDayOf(locale, zone, at), time: formatTime(locale, zone, at) })
                },
              },
              {
                head: t.tryAgain,
                quiet: true,
                cell: (mail) =>
                  mail.state === 'failed' && (
                    <PostButton
                      action={`/outbox/${mail.id}/retry`}
                      small
                      label={t.tryAgainTo({ name: mail.to_name || mail.to_address })}
                    >
                      {t.tryAgain}
                    </PostButton>
                  ),
              },
            ]}
          />
          <Pager previous={props.newer} next={props.older} />
        </Section>
      </Sections>
    </StaffPage>
  )
}

function mayRead(state: string): boolean {
  return state === 'queued' || state === 'failed' || state === 'kept'
}

function finding({ c, counts }: OutboxProps): string {
  const { locale } = c.var
  const t = administrationWords(locale)
  if (counts.failed > 0) return t.outboxFailed({ locale, n: counts.failed })
  if (counts.queued > 0) return t.outboxWaiting({ locale, n: counts.queued })
  return counts.kept > 0 ? t.outboxKept : t.outboxDone
}

export const WaitingMailPage: FC<{
  c: VisitContext
  mail: NonNullable<Awaited<ReturnType<typeof findUndelivered>>>
}> = (props) => {
  const { c, mail } = props
  const { locale } = c.var
  const { zone } = staffOf(c)
  const t = administrationWords(locale)
  return (
    <StaffPage
      c={c}
      tab="outbox"
      over={<a href="/outbox">{t.backToOutbox}</a>}
      title={t.mailFor({ name: mail.to_name || mail.to_address })}
      lead={formatMoment(locale, zone, mail.created_at)}
      width="page"
    >
      <Section id="text" title={mail.subject} aside={mail.calendar_method ? t.mailCalendar : undefined}>
        <p class="vh">{t.mailText}</p>
        <p class="prose" lang={mail.locale} dir="auto">
          {linked(mail.body_text)}
        </p>
      </Section>
    </StaffPage>
  )
}

function linked(text: string): Child[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))
}
