import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { PlanSettings } from '../plan-settings.ts'
import { words } from '../words.ts'

const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const hour = String(from + index)
    return { value: hour, label: `${hour.padStart(2, '0')}:00` }
  })

/** How a season is to be planned, as the fields of a form. */
export const PlanFields: FC<{ locale: Locale; settings: PlanSettings }> = ({ locale, settings }) => {
  const t = words(locale)
  return (
    <>
      <div class="two">
        <Field name="minutes" label={t.minutes} value={settings.minutes} inputmode="numeric" width={4} />
        <Field
          name="sessionsEach"
          label={t.sessionsEach}
          hint={t.sessionsEachHint}
          value={settings.sessionsEach ?? ''}
          inputmode="numeric"
          width={4}
          optional
        />
        <Field
          name="leastGapDays"
          label={t.leastGap}
          hint={t.leastGapHint}
          value={settings.leastGapDays ?? ''}
          inputmode="numeric"
          width={4}
          optional
        />
        <Field
          name="greatestGapDays"
          label={t.greatestGap}
          hint={t.greatestGapHint}
          value={settings.greatestGapDays ?? ''}
          inputmode="numeric"
          width={4}
          optional
        />
        <Field
          name="earliestHour"
          label={t.earliest}
          hint={t.hoursHint}
          value={String(settings.earliestHour)}
          options={hours(6, 12)}
        />
        <Field
          name="latestHour"
          label={t.latest}
          hint={t.hoursHint}
          value={String(settings.latestHour)}
          options={hours(15, 22)}
        />
      </div>
      <Choice
        name="sharing"
        label={t.sharing}
        value={settings.sharing}
        stacked
        options={(['total first', 'worst first'] as const).map((value) => ({
          value,
          label: t[`sharing ${value}`],
          hint: t[`sharing ${value} hint`],
        }))}
      />
      <DateField name="answerBy" label={t.answerBy} hint={t.answerByHint} value={settings.answerByOn.toString()} />
    </>
  )
}
