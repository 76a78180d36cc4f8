import { zoneNames } from '../../../platform/i18n/zone-names.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { words } from '../words.ts'

const languages = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'fr', label: 'Français', lang: 'fr' },
]
const zones = zoneNames.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

export const LanguageField = ({ locale, value }: { locale: Locale; value: string }) => (
  <Choice name="locale" label={words(locale).localeLabel} options={languages} value={value} />
)

export const ZoneField = ({ locale, value }: { locale: Locale; value: string }) => (
  <Field name="zone" label={words(locale).zoneLabel} options={zones} value={value} />
)
