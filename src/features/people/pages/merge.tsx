import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { countryName, languageName } from '../../../platform/i18n/names.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { PageHead, Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { PeoplePage } from '../frame.tsx'
import { mergedFields, type MergedField } from '../merging/form.ts'
import { Post, spokenLanguages } from '../parts.tsx'
import type { PersonRecord } from '../person-record.ts'
import { words } from '../words.ts'
import { doublesPath } from './duplicates.tsx'

interface Belongings {
  parts: number
  connections: number
}

interface Props {
  c: VisitContext
  one: PersonRecord & { has: Belongings }
  other: PersonRecord & { has: Belongings }
  form?: FormState
}

/** Two records side by side, and of each value that differs the one to keep. */
export const MergePage: FC<Props> = ({ c, one, other, form = emptyForm }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const title = t.mergeTitle({ one: one.name, other: other.name })
  const path = `${doublesPath(initiative.id)}/${one.id}/${other.id}`
  const { zone } = staffOf(c)
  const records = [one, other].map((person) => ({
    value: person.id,
    label: (
      <Isolated text={t.mergeKeepOne({ name: person.name, day: formatDate(locale, dayIn(zone, person.createdAt)) })} />
    ),
    hint: <bdi>{person.email}</bdi>,
  }))
  const differing = mergedFields.filter((field) => (one[field] ?? '') !== (other[field] ?? ''))
  return (
    <PeoplePage c={c} bare title={withoutIsolates(title)} error={form}>
      <PageHead
        title={<Isolated text={title} />}
        over={<a href={doublesPath(initiative.id)}>{t.toDoubles}</a>}
        lead={t.mergeLead}
        actions={
          <PostButton action={`${path}/distinction`} idempotencyKey={newFormKey()}>
            {t.twoPeople}
          </PostButton>
        }
      />
      <Sections>
        <BringAlong c={c} one={one} other={other} />
        <Form action={path} state={form} idempotencyKey={newFormKey()}>
          <Choice name="keep" label={t.mergeKeep} options={records} value={older(one, other).id} stacked />
          {differing.map((field) => (
            <Choice
              name={`value.${field}`}
              label={t[field]}
              options={[one, other].map((person) => ({
                value: person.id,
                label: <bdi>{shown(locale, field, person) || t.mergeEmpty}</bdi>,
              }))}
              value={fuller(one, other, field).id}
            />
          ))}
          <Buttons>
            <Button main>{t.mergeDo}</Button>
          </Buttons>
        </Form>
      </Sections>
    </PeoplePage>
  )
}

const BringAlong: FC<Pick<Props, 'c' | 'one' | 'other'>> = ({ c, one, other }) => {
  const { locale } = c.var
  const t = words(locale)
  const rows = [
    { label: t.email, cell: (person: Props['one']) => <bdi>{person.email}</bdi> },
    {
      label: t.posts,
      cell: (person: Props['one']) => person.posts.map((post) => <Post locale={locale} post={post} />),
    },
    { label: t.languages, cell: (person: Props['one']) => spokenLanguages(locale, person.languages) || t.notKnown },
    {
      label: t.mergeBelongs,
      cell: ({ has }: Props['one']) =>
        [t.mergeParts({ count: has.parts }), t.mergeConnections({ count: has.connections })].join(', '),
    },
  ]
  const head = (person: PersonRecord) => <bdi>{person.name}</bdi>
  return (
    <Section title={t.mergeHas} id="bring">
      <Table
        caption={t.mergeHas}
        columns={[
          { head: t.name, cell: (row: (typeof rows)[number]) => row.label },
          { head: head(one), label: one.name, cell: (row) => row.cell(one) },
          { head: head(other), label: other.name, cell: (row) => row.cell(other) },
        ]}
        rows={rows}
      />
    </Section>
  )
}

/** The record that was here first goes on unless somebody says otherwise. */
function older(one: PersonRecord, other: PersonRecord): PersonRecord {
  return Temporal.Instant.compare(other.createdAt, one.createdAt) < 0 ? other : one
}

function fuller(one: PersonRecord, other: PersonRecord, field: MergedField): PersonRecord {
  const first = older(one, other)
  const second = first === one ? other : one
  return (first[field] ?? '') === '' ? second : first
}

function shown(locale: Locale, field: MergedField, person: PersonRecord): string {
  const value = person[field] ?? ''
  if (value === '') return ''
  if (field === 'country') return countryName(locale, value)
  return field === 'locale' ? languageName(locale, value) : value
}
