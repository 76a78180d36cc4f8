import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice, Tick } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { contacts, roundKinds, type RoundSettings } from '../round-settings.ts'
import { roundWords } from '../round-words.ts'
import { words } from '../words.ts'

/** How a round is meant: the same fields where it is made and in its settings. */
export const RoundFields: FC<{ locale: Locale; settings: RoundSettings }> = ({ locale, settings }) => {
  const t = words(locale)
  const r = roundWords(locale)
  return (
    <>
      <div class="two">
        <Field name="title" label={t.roundTitle} hint={t.titleHint} value={settings.title} maxlength={120} />
        <Field
          name="purpose"
          label={r.purpose}
          hint={r.purposeHint}
          value={settings.purpose}
          rows={2}
          maxlength={500}
          optional
        />
      </div>
      <div class="two">
        <Choice
          name="kind"
          label={r.kind}
          value={settings.kind}
          stacked
          options={roundKinds.map((value) => ({ value, label: r[`kind ${value}`], hint: r[`kind ${value} hint`] }))}
        />
        <fieldset class="field">
          <legend>{r.groupSizes}</legend>
          <div class="row">
            <Field name="groupLeast" label={r.groupLeast} value={settings.groupLeast} inputmode="numeric" width={3} />
            <Field name="groupMost" label={r.groupMost} value={settings.groupMost} inputmode="numeric" width={3} />
          </div>
        </fieldset>
        <Choice
          name="who"
          label={r.who}
          value={settings.takesEverybody ? 'all' : 'chosen'}
          stacked
          options={[
            { value: 'all', label: r['who all'], hint: r['who all hint'] },
            { value: 'chosen', label: r['who chosen'] },
          ]}
        />
        <DateField
          name="startsOn"
          label={r.startsOn}
          hint={r.startsOnHint}
          value={settings.startsOn?.toString()}
          optional
        />
        <Choice
          name="contact"
          label={r.contact}
          value={settings.contact}
          stacked
          options={contacts.map((value) => ({ value, label: r[`contact ${value}`] }))}
        />
        <fieldset class="field">
          <legend>{r.switches}</legend>
          <div class="stack stack-2">
            <Tick name="allowConnected" label={t.allowConnected} checked={settings.allowConnected} />
            <Tick
              name="allowSameOrganisation"
              label={t.allowSameOrganisation}
              checked={settings.allowSameOrganisation}
            />
            <Tick name="allowReportingLine" label={r.allowReportingLine} checked={settings.allowReportingLine} />
          </div>
        </fieldset>
      </div>
    </>
  )
}
