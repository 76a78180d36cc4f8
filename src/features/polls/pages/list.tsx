import type { FC } from 'hono/jsx'
import { formatDate, formatMoment } from '../../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Button } from '../../../ui/form.tsx'
import { Empty, Section } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { listPolls } from '../store.ts'
import { words } from '../words.ts'

/** The polls of an initiative, the open ones first. */
export const PollsPage: FC<{ c: VisitContext; polls: Awaited<ReturnType<typeof listPolls>> }> = ({ c, polls }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const here = `/initiatives/${initiative.id}/polls`
  const open = polls.filter(({ state }) => state === 'open').length
  const first = (
    <Button main href={`${here}/new`}>
      {t.newPoll}
    </Button>
  )
  return (
    <InitiativePage
      c={c}
      tab="polls"
      title={polls.length === 0 ? t.none : open === 0 ? t.noneOpen : t.open({ count: open })}
      lead={t.listLead}
      actions={polls.length > 0 && first}
      sentences={t}
    >
      {polls.length === 0 ? (
        <Empty title={t.emptyTitle} action={first}>
          {t.emptyText}
        </Empty>
      ) : (
        <Section id="polls" title={t.polls} count={polls.length}>
          <Table
            caption={t.polls}
            rows={polls}
            columns={[
              { head: t.title, cell: ({ id, title }) => <a href={`${here}/${id}`}>{title}</a> },
              { head: t.state, cell: ({ state }) => <PollState locale={locale} state={state} /> },
              { head: t.answers, numeric: true, cell: ({ answered }) => answered },
              { head: t.times, numeric: true, cell: ({ times }) => times },
              { head: t.answerBySmall, cell: ({ answer_by_on }) => formatDate(locale, answer_by_on) },
              {
                head: t.decidedFor,
                cell: ({ starts_at }) => starts_at && formatMoment(locale, staffOf(c).zone, starts_at),
              },
            ]}
          />
        </Section>
      )}
    </InitiativePage>
  )
}

const PollState: FC<{ locale: string; state: string }> = ({ locale, state }) => {
  const t = words(locale)
  if (state === 'open')
    return (
      <Status dot="half" tone="wait">
        {t['state open']}
      </Status>
    )
  return state === 'decided' ? (
    <Status dot="full" tone="go">
      {t['state decided']}
    </Status>
  ) : (
    <Status dot="ring" tone="idle">
      {t['state closed']}
    </Status>
  )
}
