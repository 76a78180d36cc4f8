import type { FC } from 'hono/jsx'
import { formatDayOf, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/filters.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { Pager, Table } from '../../../ui/table.tsx'
import { administrationWords } from '../administration-words.ts'
import { StaffPage } from '../parts.tsx'
import type { readTrail } from '../trail-store.ts'
import { verbWords } from '../trail-words.ts'

type Event = Awaited<ReturnType<typeof readTrail>>['events'][number]

export interface AuditProps {
  c: VisitContext
  events: Event[]
  verbs: string[]
  filter: { person: string; verb: string; day: string }
  newest?: string | undefined
  older?: string | undefined
  form?: FormState | undefined
}

export const AuditPage: FC<AuditProps> = ({ c, events, verbs, filter, newest, older, form }) => {
  const { locale } = c.var
  const { zone } = staffOf(c)
  const t = administrationWords(locale)
  const isFiltered = Object.values(filter).some(Boolean)
  const options = verbs
    .map((verb) => ({ value: verb, label: verbWords(locale, verb) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <StaffPage c={c} tab="audit" title={isFiltered ? t.auditFiltered : t.auditTitle} error={form}>
      <Sections>
        <Filters action="/audit" label={t.filter} submit={t.filter} state={form}>
          <Field name="person" label={t.who} type="search" value={filter.person} />
          <Field name="verb" label={t.what} options={[{ value: '', label: t.any }, ...options]} value={filter.verb} />
          <Field name="day" label={t.day} type="date" value={filter.day} />
        </Filters>
        <Section id="trail" title={t.auditCaption}>
          <Table
            caption={t.auditCaption}
            rows={events}
            empty={
              <Empty title={t.auditEmpty} action={<a href="/audit">{t.showAll}</a>}>
                {t.auditEmptyHelp}
              </Empty>
            }
            columns={[
              {
                head: t.whenIn({ zone: zoneLabel(locale, zone) }),
                cell: ({ at }) => (
                  <time datetime={at.toString()}>
                    {t.momentOf({ day: formatDayOf(locale, zone, at), time: formatTime(locale, zone, at) })}
                  </time>
                ),
              },
              { head: t.who, cell: (event) => <Who c={c} event={event} /> },
              { head: t.what, cell: ({ verb }) => verbWords(locale, verb) },
              { head: t.where, cell: ({ initiative }) => initiative && <bdi>{initiative}</bdi> },
              { head: t.details, cell: ({ details }) => <Details details={details} /> },
            ]}
          />
          <Pager previous={newest} next={older} />
        </Section>
      </Sections>
    </StaffPage>
  )
}

const Who: FC<{ c: VisitContext; event: Event }> = ({ c, event }) => {
  const t = administrationWords(c.var.locale)
  const kinds: Record<string, string> = {
    peer: t.byPeer,
    authoriser: t.byAuthoriser,
    system: t.bySystem,
    operator: t.byOperator,
  }
  const kind = kinds[event.actor_kind]
  return (
    <>
      <bdi>{event.actor_name}</bdi>
      {kind && <span class="block small muted">{kind}</span>}
    </>
  )
}

/** Counts, states and ids as they were written; for whoever has to find out. */
const Details: FC<{ details: Event['details'] }> = ({ details }) => {
  if (typeof details !== 'object' || details === null) return null
  const pairs = Object.entries(details).filter(([, value]) => typeof value !== 'object')
  return <span class="small muted num">{pairs.map(([name, value]) => `${name} ${String(value)}`).join(' · ')}</span>
}
