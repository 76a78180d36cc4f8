import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { countryName, languageName } from '../../../platform/i18n/names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/filters.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Pager, Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { mostPairs, type PeopleFilter } from '../form.ts'
import { filterPeople, peoplePageSize } from '../people-filter.ts'
import { publishingWords } from '../publishing-words.ts'
import { roundWords } from '../round-words.ts'
import { settingsOf } from '../round-settings.ts'
import { ruleWords } from '../rule-words.ts'
import { whyNotIn } from '../who-is-in.ts'
import type { RosterPeer } from '../workbench-store.ts'
import { aboutPerson, type Naming } from './naming.ts'

export interface PeopleProps {
  c: VisitContext
  round: AccessedRound
  roster: RosterPeer[]
  filter: PeopleFilter
  error?: FormState | undefined
}

/** Who takes part in a round: everybody on the roster with their standing, to be taken in or left out. */
export const PeoplePage: FC<PeopleProps> = (props) => {
  const { c, round, roster, filter, error } = props
  const { locale, initiative } = c.var
  const r = roundWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const settings = settingsOf(round)
  const found = filterPeople(roster, settings, filter)
  const first = (Math.min(filter.page, Math.ceil(found.length / peoplePageSize) || 1) - 1) * peoplePageSize
  const shown = found.slice(first, first + peoplePageSize)
  const address = (page: number) => `${here}/people?${new URLSearchParams({ ...queryOf(filter), page: String(page) })}`
  const page = first / peoplePageSize + 1
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={r.peopleTitle({ count: roster.filter((peer) => whyNotIn(peer, settings) === null).length })}
      over={<a href={here}>{round.title}</a>}
      lead={r.peopleLead}
      actions={
        <>
          <Button href={`${here}/settings`}>{r.settings}</Button>
          <Button href={here}>{publishingWords(locale).backToRound}</Button>
        </>
      }
      sentences={{ noted: r.peopleSaid }}
      error={error}
    >
      <PeopleFilters {...props} here={here} />
      <Section id="roster" title={r.people} aside={r.shown({ count: found.length, all: roster.length })}>
        <Form action={`${here}/people`} state={error ?? emptyForm} hidden={queryOf(filter)} class="stack stack-3">
          <Choice
            name="whom"
            label={r.withWhom}
            value="chosen"
            options={(['chosen', 'all'] as const).map((value) => ({ value, label: r[`withWhom ${value}`] }))}
          />
          <div class="row bottom">
            <Button name="say" value="in">
              {r.takeIn}
            </Button>
            <Button name="say" value="out">
              {r.takeOut}
            </Button>
            <Button name="say" value="usual">
              {r.asUsual}
            </Button>
            {settings.kind === 'pairs' && (
              <>
                <Field
                  name="pairs"
                  label={r.pairsEach}
                  hint={r.pairsEachHint}
                  options={[{ value: '', label: r.asTheySaid }, ...pairChoices]}
                />
                <Button name="say" value="pairs">
                  {r.setPairs}
                </Button>
              </>
            )}
          </div>
          <PeopleTable c={c} round={round} roster={roster} shown={shown} />
        </Form>
        <Pager
          previous={first > 0 ? address(page - 1) : undefined}
          next={first + peoplePageSize < found.length ? address(page + 1) : undefined}
          where={r.shown({ count: shown.length, all: found.length })}
        />
      </Section>
    </InitiativePage>
  )
}

const pairChoices = Array.from({ length: mostPairs + 1 }, (_, count) => ({
  value: String(count),
  label: String(count),
}))

function queryOf({ page: _page, ...filter }: PeopleFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}

const PeopleFilters: FC<PeopleProps & { here: string }> = ({ c, roster, filter, here }) => {
  const { locale } = c.var
  const r = roundWords(locale)
  const named = (codes: string[], name: (code: string) => string) =>
    [...new Set(codes)]
      .map((value) => ({ value, label: name(value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const countries = named(
    roster.flatMap(({ country }) => country ?? []),
    (code) => countryName(locale, code),
  )
  const languages = named(
    roster.flatMap((peer) => peer.languages.map(({ language }) => language)),
    (code) => languageName(locale, code),
  )
  const state = { values: { ...filter, page: '' }, errors: {} }
  return (
    <Filters action={`${here}/people`} state={state} label={r.filter} submit={r.filter}>
      <Field name="find" label={r.find} type="search" />
      <Field
        name="show"
        label={r.show}
        options={[
          { value: 'everybody', label: r.everybody },
          { value: 'in', label: r.onlyIn },
          { value: 'out', label: r.onlyOut },
        ]}
      />
      <Field name="country" label={r.country} options={[{ value: '', label: r.anyCountry }, ...countries]} />
      <Field name="language" label={r.language} options={[{ value: '', label: r.anyLanguage }, ...languages]} />
    </Filters>
  )
}

const PeopleTable: FC<Pick<PeopleProps, 'c' | 'round' | 'roster'> & { shown: RosterPeer[] }> = (props) => {
  const { locale } = props.c.var
  const r = roundWords(locale)
  const settings = settingsOf(props.round)
  const naming: Naming = {
    locale,
    topics: new Map(),
    roster: new Map(props.roster.map((peer) => [peer.person_id, peer])),
  }
  return (
    <Table
      caption={r.people}
      rows={props.shown}
      empty={<p>{r.nobodyFound}</p>}
      columns={[
        {
          head: r.peer,
          cell: (peer) => (
            <label class="pick">
              <input type="checkbox" name="chosen" value={peer.person_id} aria-label={r.choose({ name: peer.name })} />
              <span>
                <bdi>{peer.name}</bdi>
                <span class="small muted block">{aboutPerson(naming, peer.person_id)}</span>
              </span>
            </label>
          ),
        },
        { head: r.state, cell: (peer) => <StandingMark locale={locale} peer={peer} why={whyNotIn(peer, settings)} /> },
        ...(settings.kind === 'pairs'
          ? [{ head: r.pairsEach, numeric: true, cell: (peer: RosterPeer) => peer.capacity }]
          : []),
      ]}
    />
  )
}

const StandingMark: FC<{ locale: Naming['locale']; peer: RosterPeer; why: ReturnType<typeof whyNotIn> }> = (props) => {
  const { locale, peer, why } = props
  if (why === null) {
    return (
      <Status dot="full" tone="go">
        {roundWords(locale).takesPart}
      </Status>
    )
  }
  return (
    <Status dot="ring" tone="idle">
      {ruleWords(locale)[`notIn ${why}`]}
      {why === 'paused' && peer.pausedUntilOn && ` (${formatDate(locale, peer.pausedUntilOn)})`}
    </Status>
  )
}
