import type { FC } from 'hono/jsx'
import { dayIn } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { emptyForm } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { closeReasonOptions } from '../../connections/parts.tsx'
import { partnersWords } from '../partners-words.ts'
import type { DeskRow } from '../row.ts'
import { words } from '../words.ts'
import type { RowProps } from './row.tsx'

/** What else can be done for a connection: another text, a call, a pause, a good end, another day. */
export const OtherWays: FC<RowProps & { row: DeskRow }> = ({ locale, home, row, zone, now, failed }) => {
  const t = words(locale)
  const id = row.overview?.connection.id ?? ''
  const path = `${home}/desk/${id}`
  const state = failed?.id === id ? failed.state : emptyForm
  const inMonth = dayIn(zone, now).add({ days: 30 }).toString()
  const languages = new Set(row.overview?.members.map((member) => member.locale))
  return (
    <div class="two">
      <p>
        <a class="btn sm" href={`${path}/partners`}>
          {partnersWords(locale).link}
        </a>
      </p>
      <Form action={`${path}/nudge`} id={`nudge-${id}`} state={state}>
        {languages.has('en') && (
          <Field name="text_en" label={t.textEn} hint={t.textHint} rows={4} value={ourText(row, 'en')} lang="en" />
        )}
        {languages.has('fr') && (
          <Field name="text_fr" label={t.textFr} hint={t.textHint} rows={4} value={ourText(row, 'fr')} lang="fr" />
        )}
        <Button small>{t.sendText}</Button>
      </Form>
      <Form action={`${path}/call`} id={`call-${id}`} state={state}>
        <Field name="note" label={t.callNote} hint={t.callHint} rows={3} />
        <Button small>{t.callSave}</Button>
      </Form>
      <Form action={`${path}/pause`} id={`pause-${id}`} state={state}>
        <DateField name="until" label={t.pauseUntil} value={inMonth} />
        <Button small>{t.pauseSave}</Button>
      </Form>
      <Form action={`${path}/closing`} id={`close-${id}`} state={state}>
        <Choice name="reason" label={t.closeReason} hint={t.closeThanks} options={closeReasonOptions(locale)} stacked />
        <Button small warn>
          {t.closeSave}
        </Button>
      </Form>
      <Form action={`${home}/desk/aside`} id={`aside-${id}`} hidden={{ row: row.key }}>
        <DateField name="until" label={t.asideUntil} value={inMonth} />
        <Button small>{t.asideSave}</Button>
      </Form>
    </div>
  )
}

function ourText(row: DeskRow, locale: Locale): string {
  const isInTouch = row.kind === 'untouched' || row.kind === 'unsigned'
  return isInTouch ? words(locale).askText : words(locale).nudgeText
}
