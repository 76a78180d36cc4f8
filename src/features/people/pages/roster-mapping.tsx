import type { FC } from 'hono/jsx'
import { newFormKey } from '../../../platform/web/act.tsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { PeoplePage } from '../frame.tsx'
import { rosterFields } from '../roster/fields.ts'
import { missingFields } from '../roster/mapping.ts'
import type { RosterImport } from '../roster/store.ts'
import type { RosterTable } from '../roster/table.ts'
import { rowWords } from '../roster/row-words.ts'
import { words } from '../roster/words.ts'
import { rostersPath } from './roster-upload.tsx'

interface MappingProps {
  c: VisitContext
  roster: RosterImport
  table: RosterTable
  form?: FormState
}

/** What each column holds: the guess, its first cells as sample, and a select to correct it. */
export const RosterMappingPage: FC<MappingProps> = ({ c, roster, table, form = emptyForm }) => {
  const t = words(c.var.locale)
  const fields = rowWords(c.var.locale)
  const path = `${rostersPath(c.var.initiative.id)}/${roster.id}`
  const { columns } = roster.mapping
  const missing = missingFields(columns)[0]
  const known = columns.filter((field) => field !== null).length
  const title = missing
    ? { name: t.missingName, email: t.missingEmail }[missing]
    : t.mappingTitle({ known, all: columns.length })
  const options = [
    { value: '', label: t.leaveOut },
    ...rosterFields.map((field) => ({ value: field, label: fields[`field ${field}`] })),
  ]
  const lead = <Isolated text={t.mappingLead({ file: roster.fileName, lines: table.lines.length })} />
  return (
    <PeoplePage c={c} title={title} lead={lead} error={form}>
      <Form action={`${path}/mapping`} state={form} idempotencyKey={newFormKey()} class="form stack stack-5">
        {columns.map((field, column) => (
          <Field
            name={`column.${column}`}
            label={<bdi>{table.headings[column] || t.column({ place: column + 1 })}</bdi>}
            hint={<bdi>{samples(table, column) || t.noSamples}</bdi>}
            options={options}
            value={field ?? ''}
          />
        ))}

        <Buttons>
          <Button main>{t.toPreview}</Button>
        </Buttons>
      </Form>
      <ConfirmDetails summary={t.drop} bare>
        <p>{t.dropSure}</p>
        <PostButton action={`${path}/removal`} warn idempotencyKey={newFormKey()}>
          {t.drop}
        </PostButton>
      </ConfirmDetails>
    </PeoplePage>
  )
}

function samples(table: RosterTable, column: number): string {
  const cells = table.lines.slice(0, 3).map(({ cells }) => cells[column] ?? '')
  return cells.some((cell) => cell !== '')
    ? cells.map((cell) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell || '–')).join(' · ')
    : ''
}
