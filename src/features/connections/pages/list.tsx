import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Button } from '../../../ui/form.tsx'
import { Empty } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Filter, Overview } from '../overview.ts'
import { ConnectionMark, lastContactWords, namesOf, RhythmStrip } from '../parts.tsx'
import { peerWords } from '../peer-words.ts'
import { words } from '../words.ts'
import { rhythmName } from './agreement.tsx'

export const filters = ['drifting', 'waiting', 'in touch', 'paused', 'ended'] as const satisfies Filter[]

/** The finding that heads the list. */
export function finding(locale: Locale, counts: Record<Filter, number>, drifting: Overview[]): string {
  const t = words(locale)
  if (counts.drifting > 0)
    return t.findDrifting({ count: counts.drifting, pairs: drifting.every(({ members }) => members.length === 2) })
  if (counts.waiting > 0) return t.findWaiting({ count: counts.waiting })
  if (counts['in touch'] > 0) return t.findWell({ count: counts['in touch'] })
  return counts.paused + counts.ended > 0 ? t.findResting : t.findNone
}

/** The states to choose from, each with how many there are. */
export const Filters: FC<{
  locale: Locale
  path: string
  counts: Record<Filter, number>
  chosen: Filter | undefined
}> = (props) => {
  const { locale, path, counts, chosen } = props
  const t = words(locale)
  return (
    <nav class="subnav" aria-label={t.filter}>
      <a href={path} aria-current={chosen === undefined ? 'page' : undefined}>
        {t['filter all']}
      </a>
      {filters.map((filter) => (
        <a href={`${path}?state=${encodeURIComponent(filter)}`} aria-current={chosen === filter ? 'page' : undefined}>
          {t[`filter ${filter}`]}
          <span class="count">{counts[filter]}</span>
        </a>
      ))}
    </nav>
  )
}

/** One connection a row: who, how it stands, the strip, and what was promised. */
export const ConnectionTable: FC<{
  locale: Locale
  initiativeId: string
  rows: Overview[]
  zone: string
  now: Temporal.Instant
  filtered: boolean
}> = ({ locale, initiativeId, rows, zone, now, filtered }) => {
  const t = words(locale)
  const p = peerWords(locale)
  const home = `/initiatives/${initiativeId}`
  return (
    <Table
      caption={t.title}
      rows={rows}
      empty={filtered ? <Empty title={t.emptyFilter} /> : <NobodyYet href={`${home}/matching`} locale={locale} />}
      columns={[
        {
          head: t.members,
          cell: ({ connection, members }) => (
            <a href={`${home}/connections/${connection.id}`}>{namesOf(locale, members)}</a>
          ),
        },
        { head: t.state, cell: ({ connection }) => <ConnectionMark locale={locale} connection={connection} /> },
        { head: t.rhythmStrip, cell: ({ weeks }) => <RhythmStrip locale={locale} weeks={weeks} /> },
        { head: t.lastContact, cell: ({ connection }) => lastContactWords(locale, zone, connection, now) },
        { head: t.promised, cell: ({ connection }) => rhythmName(p, connection.rhythm_days) },
      ]}
    />
  )
}

const NobodyYet: FC<{ locale: Locale; href: string }> = ({ locale, href }) => {
  const t = words(locale)
  return (
    <Empty title={t.emptyTitle} action={<Button href={href}>{t.emptyAct}</Button>}>
      {t.emptyText}
    </Empty>
  )
}
