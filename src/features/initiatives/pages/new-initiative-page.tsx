import { dayIn } from '../../../platform/clock.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import { StaffPage } from '../../accounts/parts.tsx'
import { setupWords } from '../setup-words.ts'

/** Makes an initiative with its first season, on one page. */
export function NewInitiativePage({ c, form }: { c: VisitContext; form?: FormState }) {
  const { locale, world } = c.var
  const t = setupWords(locale)
  const today = dayIn(staffOf(c).zone, world.clock.now())
  return (
    <StaffPage c={c} tab="initiatives" title={t.newTitle} lead={t.newLead} error={form}>
      <Form action="/initiatives/new" state={form} class="stack stack-6">
        <Section id="about" title={t.about}>
          <div class="stack stack-5 form">
            <Field name="title" label={t.title} hint={t.titleHint} maxlength={120} />
            <Field name="purpose" label={t.purpose} hint={t.purposeHint} rows={3} optional />
            <Field name="languages" label={t.languages} hint={t.languagesHint} value={languageName(locale, locale)} />
            <Field name="topics" label={t.topics} hint={t.topicsHint} rows={8} optional />
          </div>
        </Section>
        <Section id="season" title={t.season}>
          <div class="stack stack-5 form">
            <Field name="seasonTitle" label={t.seasonTitle} value={t.seasonFirst} maxlength={120} />
            <div class="two">
              <DateField name="startsOn" label={t.startsOn} value={today.toString()} />
              <DateField name="endsOn" label={t.endsOn} value={today.add({ months: 6 }).toString()} />
            </div>
            <Field
              name="rhythmDays"
              label={t.rhythmDays}
              hint={t.rhythmHint}
              value={30}
              width={4}
              inputmode="numeric"
            />
          </div>
        </Section>
        <Buttons>
          <Button main>{t.newSave}</Button>
        </Buttons>
      </Form>
    </StaffPage>
  )
}
