import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Button } from '../../../ui/form.tsx'
import { Empty } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { listMeetings } from '../store.ts'
import { type Words, words } from '../words.ts'

type Listed = Awaited<ReturnType<typeof listMeetings>>[number]

/** The group meetings of an initiative. */
export const MeetingsPage: FC<{ c: VisitContext; meetings: Listed[] }> = ({ c, meetings }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}/meetings`
  const coming = meetings.filter(({ state }) => state !== 'held' && state !== 'cancelled').length
  const make = (
    <Button main href={`${home}/new`}>
      {t.newMeeting}
    </Button>
  )
  return (
    <InitiativePage
      c={c}
      tab="meetings"
      title={meetings.length === 0 ? t.listEmpty : t.listTitle({ coming })}
      lead={t.listLead}
      actions={meetings.length > 0 && make}
      sentences={t}
    >
      <Table
        caption={t.meetings}
        rows={meetings}
        empty={
          <Empty title={t.listEmpty} action={make}>
            {t.emptyText}
          </Empty>
        }
        columns={[
          {
            head: t.title,
            cell: ({ id, title }) => (
              <a href={`${home}/${id}`}>
                <bdi>{title}</bdi>
              </a>
            ),
          },
          {
            head: t.when,
            cell: (one) => (one.starts_at ? formatMoment(locale, staffOf(c).zone, one.starts_at) : t.noTime),
          },
          { head: t.kind, cell: ({ tool }) => t[tool as 'large group meeting'] },
          { head: t.mode, cell: ({ mode }) => t[mode as 'online'] },
          { head: t.state, cell: (one) => <MeetingStatus t={t} state={one.state} /> },
          { head: t.coming, numeric: true, cell: ({ coming: heads }) => number(locale, Number(heads)) },
          { head: t.waiting, numeric: true, cell: ({ waiting }) => number(locale, Number(waiting)) },
        ]}
      />
    </InitiativePage>
  )
}

/** Where a meeting stands, by its shape and its word. */
export const MeetingStatus: FC<{ t: Words; state: string }> = ({ t, state }) => {
  if (state === 'open')
    return (
      <Status dot="half" tone="go">
        {t.open}
      </Status>
    )
  if (state === 'closed')
    return (
      <Status dot="half" tone="wait">
        {t.closed}
      </Status>
    )
  if (state === 'held')
    return (
      <Status dot="full" tone="go">
        {t.held}
      </Status>
    )
  if (state === 'cancelled')
    return (
      <Status dot="full" tone="stop">
        {t.cancelled}
      </Status>
    )
  return (
    <Status dot="ring" tone="idle">
      {t.draft}
    </Status>
  )
}
