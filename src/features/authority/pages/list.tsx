import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { Tag, type Tone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { authorityState } from '../report.ts'
import type { AuthorityRow } from '../overview.ts'
import type { listWithoutAuthority } from '../store.ts'
import { type Words, words } from '../words.ts'

const tones: Record<ReturnType<typeof authorityState>, Tone> = {
  'in force': 'go',
  lapsing: 'wait',
  lapsed: 'stop',
  ended: 'idle',
}

interface Props {
  c: VisitContext
  today: Temporal.PlainDate
  rows: AuthorityRow[]
  without: Awaited<ReturnType<typeof listWithoutAuthority>>
}

export const AuthoritiesPage: FC<Props> = ({ c, today, rows, without }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const path = `/initiatives/${initiative.id}/authority`
  const stateOf = (row: AuthorityRow) => authorityState(row.ends_on, row.ended_at, today)
  return (
    <InitiativePage c={c} tab="authority" title={finding(t, rows.map(stateOf))} lead={t.listLead} sentences={t}>
      <Sections>
        <Table
          caption={t.authoriser}
          rows={rows}
          empty={<Empty title={t.none}>{t.emptyText}</Empty>}
          columns={[
            {
              head: t.peer,
              cell: (row) => (
                <a href={`${path}/${row.id}`}>
                  <bdi>{row.person}</bdi>
                </a>
              ),
            },
            {
              head: t.authoriser,
              cell: (row) => (
                <>
                  <bdi>{row.authoriser_name}</bdi>
                  <span class="small muted block">{row.organisation}</span>
                </>
              ),
            },
            { head: t.hours, numeric: true, cell: (row) => number(locale, row.hours_per_month) },
            { head: t.until, cell: (row) => formatDate(locale, row.ends_on) },
            { head: t.state, cell: (row) => <Tag tone={tones[stateOf(row)]}>{t[stateOf(row)]}</Tag> },
          ]}
        />
        {without.length > 0 && (
          <Section id="without" title={t.withoutHead} count={without.length}>
            <Lines
              items={without.map((peer) => ({
                title: <bdi>{peer.name}</bdi>,
                children: peer.city,
                act: (
                  <Button small href={`${path}/new?person=${peer.id}`} label={`${t.nameOne}: ${peer.name}`}>
                    {t.nameOne}
                  </Button>
                ),
              }))}
            />
          </Section>
        )}
      </Sections>
    </InitiativePage>
  )
}

function finding(t: Words, states: ReturnType<typeof authorityState>[]): string {
  if (states.length === 0) return t.none
  const late = states.filter((state) => state !== 'in force').length
  return late > 0 ? t.someLapse({ count: late }) : t.allFine({ count: states.length })
}
