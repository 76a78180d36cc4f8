import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Columns, Note, Section, Sections } from '../../../ui/sections.tsx'
import { PeoplePage } from '../frame.tsx'
import type { RosterImport } from '../roster/store.ts'
import { words } from '../roster/words.ts'

export const rostersPath = (initiativeId: string) => `/initiatives/${initiativeId}/people/import`

/** Where a roster is sent or pasted, and the ones sent before. */
export const RosterUploadPage: FC<{ c: VisitContext; earlier: RosterImport[]; form?: FormState }> = ({
  c,
  earlier,
  form = emptyForm,
}) => {
  const t = words(c.var.locale)
  const { initiative } = c.var
  return (
    <PeoplePage c={c} title={t.uploadTitle} lead={t.uploadLead} error={form} sentences={t}>
      <Columns>
        <Form action={rostersPath(initiative.id)} state={form} idempotencyKey={newFormKey()} upload>
          <Field name="file" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" label={t.file} hint={t.fileHint} />
          <Field name="pasted" rows={5} label={t.paste} hint={t.pasteHint} optional />
          <Buttons>
            <Button main>{t.upload}</Button>
          </Buttons>
        </Form>
        <Sections>
          <Note tone="info" title={t.columnsTitle}>
            {t.columnsText}
          </Note>
          {earlier.length > 0 && <Earlier c={c} earlier={earlier} />}
        </Sections>
      </Columns>
    </PeoplePage>
  )
}

const Earlier: FC<{ c: VisitContext; earlier: RosterImport[] }> = ({ c, earlier }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const items = earlier.map((roster) => {
    const { counts, importedAt } = roster
    const count = counts ? counts.made + counts.joins + counts.changed : 0
    const done = importedAt && t.earlierDone({ count, day: formatDate(locale, dayIn(staffOf(c).zone, importedAt)) })
    return {
      title: <bdi>{roster.fileName}</bdi>,
      children: <p class="small muted">{done ?? t.earlierDraft}</p>,
      act: (
        <Button
          small
          href={`${rostersPath(initiative.id)}/${roster.id}`}
          label={`${done ? t.look : t.goOn}: ${roster.fileName}`}
        >
          {done ? t.look : t.goOn}
        </Button>
      ),
    }
  })
  return (
    <Section title={t.earlier} id="earlier">
      <Lines items={items} />
    </Section>
  )
}
