import type { FC } from 'hono/jsx'
import { isZone } from '../../../platform/clock.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Avail } from '../../../ui/avail.tsx'
import { Field, Guidance } from '../../../ui/field.tsx'
import { type FormState, valueOf } from '../../../ui/form-state.ts'
import { zonesOf } from '../../people/zones.ts'
import { dayParts, type DayPart, partNames, type WeekDay, weekDays } from '../../availability/half-days.ts'
import { languageLevels } from '../participation.ts'
import type { PeerProfile } from '../peer-profile.ts'
import { otherZone } from '../profile-form.ts'
import { profileWords } from '../profile-words.ts'

interface Props {
  c: VisitContext
  form: FormState
}

/** A level for each language of the initiative and each the peer is known to speak, and room for another. */
export const LanguageFields: FC<Props & { languages: string[] }> = ({ c, languages, form }) => {
  const { locale } = c.var
  const t = profileWords(locale)
  const known = Object.keys(form.values).flatMap((name) =>
    name.startsWith('level.') ? [name.slice('level.'.length)] : [],
  )
  const levels = languageLevels.map((value) => ({ value, label: t[`level ${value}`] }))
  return (
    <fieldset class={form.errors.languages ? 'field bad' : 'field'} id="languages">
      <legend>{t.languages}</legend>
      <Guidance id="languages" hint={undefined} error={form.errors.languages} />
      <div class="two">
        {[...new Set([...languages, ...known])].map((code) => (
          <Field
            name={`level.${code}`}
            label={languageName(locale, code)}
            options={[{ value: '', label: t['level none'] }, ...levels]}
          />
        ))}
        <Field name="otherLanguage" label={t.otherLanguage} maxlength={40} optional />
        <Field name="otherLevel" label={t.otherLevel} options={levels} />
      </div>
    </fieldset>
  )
}

/** The half-day grid, and the zone its hours are meant in. */
export const FreeWeekFields: FC<Props & { peer: PeerProfile }> = ({ c, peer, form }) => {
  const { locale } = c.var
  const t = profileWords(locale)
  const name = (day: string, style: 'short' | 'long') => dayName(locale, day as WeekDay, style)
  return (
    <>
      <fieldset class="field">
        <legend>{t.free}</legend>
        <p class="hint">{t.freeHint}</p>
        <Avail
          caption={t.free}
          name="free"
          days={weekDays.map((key) => ({ key, label: name(key, 'short') }))}
          times={partNames.map((key) => ({ key, label: dayParts[key].join('\u2060–\u2060') }))}
          spoken={(day, time) => {
            const [from, to] = dayParts[time as DayPart]
            return t.freeBox({ day: name(day, 'long'), from, to })
          }}
        />
      </fieldset>
      <ZoneField c={c} country={peer.country} current={valueOf(form, 'zone')} />
    </>
  )
}

// The four hundred other zones have a page of their own, so that this one stays small; with script they come here.
const ZoneField: FC<{ c: VisitContext; country: string | null; current: string }> = ({ c, country, current }) => {
  const t = profileWords(c.var.locale)
  const near = [...new Set([current, ...(country ? zonesOf(country) : [])])].filter((zone) => isZone(zone))
  const options = near.map((value) => ({ value, label: value }))
  return (
    <Field
      name="zone"
      label={t.zone}
      hint={t.zoneHint}
      options={[...options, { value: otherZone, label: t.zoneOther }]}
    />
  )
}

/** 'Monday' or 'Mon' in the language of the page. */
export function dayName(locale: string, day: WeekDay, style: 'short' | 'long'): string {
  const date = Temporal.PlainDate.from('2024-01-01').add({ days: weekDays.indexOf(day) })
  return date.toLocaleString(locale, { weekday: style })
}
