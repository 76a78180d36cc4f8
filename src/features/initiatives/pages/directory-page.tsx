import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { countryName, languageName } from '../../../platform/i18n/names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/filters.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Empty } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Pager, Table } from '../../../ui/table.tsx'
import { PersonLine } from '../../people/parts.tsx'
import { directoryPageSize, filterQuery, isFiltering } from '../directory-filter.ts'
import type { DirectoryCounts } from '../directory-counts.ts'
import type { DirectoryChoices, DirectoryFilter, DirectoryRow } from '../directory-store.ts'
import { InitiativePage } from '../parts.tsx'
import type { ParticipationState } from '../participation.ts'
import type { Topic } from '../profiles.ts'
import { words } from '../words.ts'

export interface DirectoryPageProps {
  c: VisitContext
  filter: DirectoryFilter
  counts: DirectoryCounts
  choices: DirectoryChoices
  topics: Topic[]
  rows: DirectoryRow[]
  total: number
  page: number
  /** What was wrong with the last act. */
  form?: FormState | undefined
}

/** Everybody on the initiative's roster. */
export function DirectoryPage(props: DirectoryPageProps) {
  const { c, filter, counts, rows, total, page } = props
  const t = words(c.var.locale)
  const home = `/initiatives/${c.var.initiative.id}/people`
  const isEmpty = counts.peers === 0 && !isFiltering(filter)
  const actions = (
    <>
      <Button href={`${home}/duplicates`}>{t.directoryDoubles}</Button>
      <Button href={`${home}/roster.csv${filterQuery(filter)}`}>{t.directoryExport}</Button>
      <Button href={`${home}/import`} main>
        {t.directoryImport}
      </Button>
    </>
  )
  return (
    <InitiativePage
      c={c}
      tab="people"
      title={isEmpty ? t.directoryEmpty : t.directoryHead(counts)}
      lead={isFiltering(filter) ? t.directoryFound({ shown: total, total: counts.peers }) : undefined}
      actions={isEmpty ? undefined : actions}
      error={props.form}
      sentences={t}
    >
      {isEmpty ? (
        <Empty title={t.directoryEmpty} action={<Button href={`${home}/import`}>{t.directoryImport}</Button>}>
          {t.directoryEmptyText}
        </Empty>
      ) : (
        <div class="stack">
          <AskEverybody c={c} home={home} counts={counts} />
          <DirectoryFilters {...props} home={home} />
          <Roster c={c} home={home} rows={rows} />
          <Pager
            previous={page > 1 ? `${home}${filterQuery(filter, { page: String(page - 1) })}` : undefined}
            next={
              page * directoryPageSize < total ? `${home}${filterQuery(filter, { page: String(page + 1) })}` : undefined
            }
            where={t.directoryPage({
              from: (page - 1) * directoryPageSize + 1,
              to: (page - 1) * directoryPageSize + rows.length,
              total,
            })}
          />
        </div>
      )}
    </InitiativePage>
  )
}

const AskEverybody: FC<{ c: VisitContext; home: string; counts: DirectoryCounts }> = ({ c, home, counts }) => {
  const t = words(c.var.locale)
  if (counts.notInvited === 0 && counts.toRemind === 0) return null
  return (
    <div class="row">
      {counts.notInvited > 0 && (
        <PostButton action={`${home}/invitations`} hidden={{ everybody: 'yes' }}>
          {t.inviteAll({ count: counts.notInvited })}
        </PostButton>
      )}
      {counts.toRemind > 0 && (
        <PostButton action={`${home}/reminders`}>{t.remindAll({ count: counts.toRemind })}</PostButton>
      )}
      <p class="small muted">{t.remindWhen}</p>
    </div>
  )
}

const DirectoryFilters: FC<DirectoryPageProps & { home: string }> = ({ c, home, filter, choices, topics }) => {
  const { locale } = c.var
  const t = words(locale)
  const any = (label: string) => ({ value: '', label })
  const named = (kind: 'country' | 'language', name: (locale: 'en' | 'fr', code: string) => string) =>
    (choices[kind] ?? [])
      .map(({ value }) => ({ value, label: name(locale, value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const vocabulary = topics.map(({ id, name }) => ({ value: id, label: name }))
  const states = (['listed', 'invited', 'active', 'not_now', 'paused', 'left'] as const).map((value) => ({
    value,
    label: t[`state ${value}`],
  }))
  return (
    <Filters action={home} state={{ values: { ...filter }, errors: {} }} label={t.filter} submit={t.filterSubmit}>
      <Field name="text" label={t.filterText} type="search" />
      <Field
        name="organisation"
        label={t.columnOrganisation}
        options={[any(t.anyOrganisation), ...(choices.organisation ?? [])]}
      />
      <Field name="country" label={t.columnCountry} options={[any(t.anyCountry), ...named('country', countryName)]} />
      <Field
        name="language"
        label={t.columnLanguages}
        options={[any(t.anyLanguage), ...named('language', languageName)]}
      />
      <Field name="offer" label={t.columnOffers} options={[any(t.anyOffer), ...vocabulary]} />
      <Field name="want" label={t.columnWants} options={[any(t.anyWant), ...vocabulary]} />
      <Field name="state" label={t.columnState} options={[any(t.anyState), ...states]} />
    </Filters>
  )
}

const Roster: FC<{ c: VisitContext; home: string; rows: DirectoryRow[] }> = ({ c, home, rows }) => {
  const { locale } = c.var
  const t = words(locale)
  if (rows.length === 0) {
    return (
      <Empty title={t.directoryNone} action={<Button href={home}>{t.directoryAll}</Button>}>
        {t.directoryNoneText}
      </Empty>
    )
  }
  const named = (row: DirectoryRow, kind: string) =>
    row.topics
      .filter((topic) => topic.kind === kind)
      .map(({ name }) => name)
      .join(', ')
  return (
    <Form action={`${home}/invitations`} label={t.inviteChosen} class="stack">
      <Table
        caption={t['tab people']}
        rows={rows}
        columns={[
          {
            head: t.columnName,
            cell: (row) => (
              <PersonLine initiativeId={c.var.initiative.id} person={{ id: row.personId, name: row.name }} />
            ),
          },
          {
            head: t.columnOrganisation,
            cell: (row) => <bdi>{row.organisations.map(({ name }) => name).join(', ')}</bdi>,
          },
          { head: t.columnCountry, cell: (row) => (row.country ? countryName(locale, row.country) : '') },
          {
            head: t.columnLanguages,
            cell: (row) => row.languages.map(({ language }) => languageName(locale, language)).join(', '),
          },
          { head: t.columnOffers, cell: (row) => named(row, 'offer') },
          { head: t.columnWants, cell: (row) => named(row, 'want') },
          {
            head: t.columnState,
            cell: (row) => <StateMark c={c} state={row.state} pausedUntilOn={row.pausedUntilOn} />,
          },
          {
            head: t.columnChoose,
            quiet: true,
            cell: (row) =>
              row.state !== 'left' &&
              row.state !== 'paused' && (
                <label class="pick">
                  <input type="checkbox" name="chosen" value={row.participationId} />
                  <span class="vh">{t.choosePeer({ name: row.name })}</span>
                </label>
              ),
          },
        ]}
      />
      <Buttons>
        <Button>{t.inviteChosen}</Button>
      </Buttons>
    </Form>
  )
}

const marks = {
  listed: ['ring', 'idle'],
  invited: ['half', 'wait'],
  active: ['full', 'go'],
  not_now: ['ring', 'info'],
  paused: ['half', 'info'],
  left: ['ring', 'idle'],
} as const

/** Where a peer stands, by shape and by its word. */
export const StateMark: FC<{ c: VisitContext; state: ParticipationState; pausedUntilOn: Temporal.PlainDate | null }> = (
  props,
) => {
  const { locale } = props.c.var
  const [dot, tone] = marks[props.state]
  const t = words(locale)
  const isDated = props.state === 'paused' && props.pausedUntilOn !== null
  return (
    <Status dot={dot} tone={tone}>
      {isDated && props.pausedUntilOn
        ? t.pausedUntil({ date: formatDate(locale, props.pausedUntilOn) })
        : t[`state ${props.state}`]}
    </Status>
  )
}
