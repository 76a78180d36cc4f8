import type { FC } from 'hono/jsx'
import { zoneLabel } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Tick } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { Settings } from '../plan.ts'
import { words } from '../words.ts'

export interface SettingsFieldsProps {
  locale: Locale
  zone: string
  /** What the fields show at first. */
  title: string
  settings: Omit<Settings, 'startsAt' | 'zone'>
  day: Temporal.PlainDate
  time: Temporal.PlainTime
}

export const usualSettings: SettingsFieldsProps['settings'] = {
  rounds: 4,
  least: 4,
  most: 5,
  minutes: 15,
  changeMinutes: 3,
  countsTables: true,
  countsConnections: true,
  countsOrganisations: true,
}

/** Everything about rounds and tables that is asked before people are seated. */
export const SettingsFields: FC<SettingsFieldsProps> = ({ locale, zone, title, settings, day, time }) => {
  const t = words(locale)
  const number = (name: 'rounds' | 'least' | 'most' | 'minutes' | 'changeMinutes', label: string) => (
    <Field name={name} label={label} value={settings[name]} inputmode="numeric" width={3} maxlength={3} />
  )
  return (
    <>
      <Field name="title" label={t.title} hint={t.titleHint} value={title} maxlength={120} />
      <fieldset class="stack stack-2">
        <legend>{t.shape}</legend>
        <div class="row bottom">
          {number('rounds', t.roundsField)}
          {number('least', t.least)}
          {number('most', t.most)}
          {number('minutes', t.minutes)}
          {number('changeMinutes', t.changeMinutes)}
        </div>
      </fieldset>
      <DateField name="startsOn" label={t.startsOn} value={day.toString()} />
      <Field
        name="startsAt"
        label={t.startsAt}
        hint={t.startsAtHint({ zone: zoneLabel(locale, zone) })}
        value={time.toString({ smallestUnit: 'minute' })}
        width={4}
        maxlength={8}
      />
      <fieldset class="stack stack-2">
        <legend>{t.counts}</legend>
        <Tick name="countsTables" label={t.countsTables} checked={settings.countsTables} />
        <Tick name="countsConnections" label={t.countsConnections} checked={settings.countsConnections} />
        <Tick name="countsOrganisations" label={t.countsOrganisations} checked={settings.countsOrganisations} />
      </fieldset>
    </>
  )
}
