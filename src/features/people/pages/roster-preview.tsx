import type { Child, FC } from 'hono/jsx'
import { countryName } from '../../../platform/i18n/names.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Note, Section, Sections } from '../../../ui/sections.tsx'
import { Tag, type Tone } from '../../../ui/status.tsx'
import { Pager, Table } from '../../../ui/table.tsx'
import { PeoplePage } from '../frame.tsx'
import {
  countOutcomes,
  type PlannedRow,
  planMark,
  type RosterOutcome,
  rosterOutcomes,
  unsureZones,
} from '../roster/plan.ts'
import { changeSentence, refusalSentence, remarkSentence } from '../roster/sentences.ts'
import type { RosterImport } from '../roster/store.ts'
import { words } from '../roster/words.ts'
import { zonesOf } from '../zones.ts'
import { rostersPath } from './roster-upload.tsx'

const perPage = 100

interface PreviewProps {
  c: VisitContext
  roster: RosterImport
  planned: PlannedRow[]
  form?: FormState
}

/** What importing would do to each line, refused ones first, and the button that does it. */
export const RosterPreviewPage: FC<PreviewProps> = ({ c, roster, planned, form = emptyForm }) => {
  const t = words(c.var.locale)
  const path = `${rostersPath(c.var.initiative.id)}/${roster.id}`
  const counts = countOutcomes(planned)
  const count = counts.made + counts.joins + counts.changed
  const actions = (
    <>
      {count > 0 && (
        <PostButton
          action={`${path}/completion`}
          hidden={{ seen: planMark(planned) }}
          idempotencyKey={newFormKey()}
          main
        >
          {t.doImport({ count })}
        </PostButton>
      )}
      <Button href={path}>{t.changeColumns}</Button>
      <Button bare href={rostersPath(c.var.initiative.id)}>
        {t.otherFile}
      </Button>
    </>
  )
  return (
    <PeoplePage
      c={c}
      title={t.finding(counts)}
      lead={<Isolated text={t.previewLead({ file: roster.fileName })} />}
      actions={actions}
      error={form}
    >
      <Sections>
        {counts.refused > 0 && (
          <Note tone="wait">
            <p>{t.refusedText}</p>
            <p>
              <a href={`${path}/refused`}>{t.refusedFile}</a>
            </p>
          </Note>
        )}
        <UnsureZones c={c} roster={roster} planned={planned} action={`${path}/zones`} />
        <PlannedLines c={c} planned={planned} path={path} />
      </Sections>
    </PeoplePage>
  )
}

const UnsureZones: FC<{ c: VisitContext; roster: RosterImport; planned: PlannedRow[]; action: string }> = (props) => {
  const { locale } = props.c.var
  const t = words(locale)
  const countries = [...unsureZones(props.planned)]
  if (countries.length === 0) return null
  return (
    <Section title={t.zonesTitle} id="zones">
      <p>{t.zonesText}</p>
      <Form action={props.action} idempotencyKey={newFormKey()} class="form stack stack-5">
        {countries.map(([country, count]) => (
          <Field
            name={`zone.${country}`}
            label={t.zonePeople({ country: countryName(locale, country), count })}
            options={zonesOf(country).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            value={props.roster.mapping.zones[country] ?? zonesOf(country)[0]}
          />
        ))}
        <Buttons>
          <Button>{t.zonesSave}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

const PlannedLines: FC<{ c: VisitContext; planned: PlannedRow[]; path: string }> = ({ c, planned, path }) => {
  const t = words(c.var.locale)
  const sorted = planned.toSorted(
    (a, b) => rosterOutcomes.indexOf(a.outcome) - rosterOutcomes.indexOf(b.outcome) || a.line - b.line,
  )
  const asked = Number.parseInt(c.req.query('from') ?? '', 10)
  const from = asked > 0 && asked < sorted.length ? asked : 0
  const shown = sorted.slice(from, from + perPage)
  const until = from + shown.length
  return (
    <Section title={t.lines} id="lines" count={planned.length}>
      <Table
        caption={t.lines}
        columns={[
          { head: t.person, cell: (row: PlannedRow) => <Who row={row} /> },
          { head: t.line, cell: (row) => row.line, numeric: true },
          { head: t.organisation, cell: (row) => <bdi>{row.organisation || '–'}</bdi> },
          { head: t.outcome, cell: (row) => <Outcome c={c} row={row} /> },
        ]}
        rows={shown}
      />
      <Pager
        previous={from > 0 ? `${path}/preview?from=${Math.max(0, from - perPage)}#lines` : undefined}
        next={until < sorted.length ? `${path}/preview?from=${until}#lines` : undefined}
        where={t.shown({ from: from + 1, to: until, all: sorted.length })}
      />
    </Section>
  )
}

const Who: FC<{ row: PlannedRow }> = ({ row }) => (
  <>
    <bdi>{row.name || '–'}</bdi>
    <span class="block small muted">
      <bdi>{row.email}</bdi>
    </span>
  </>
)

const tones: Record<RosterOutcome, Tone> = { refused: 'stop', made: 'go', joins: 'go', changed: 'info', same: 'idle' }

const Outcome: FC<{ c: VisitContext; row: PlannedRow }> = ({ c, row }) => {
  const { locale } = c.var
  const sentences: Child[] = [
    ...row.refusals.map((refusal) => refusalSentence(locale, refusal)),
    ...row.changes.map((change) => changeSentence(locale, change)),
    ...row.remarks.map((remark) => (row.outcome === 'refused' ? null : remarkSentence(locale, remark))),
  ].flatMap((sentence) =>
    sentence === null
      ? []
      : [
          <span class="block small">
            <Isolated text={sentence} />
          </span>,
        ],
  )
  return (
    <>
      <Tag tone={tones[row.outcome]}>{words(locale)[`outcome ${row.outcome}`]}</Tag>
      {sentences}
    </>
  )
}
