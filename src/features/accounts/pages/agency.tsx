import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { administrationWords } from '../administration-words.ts'
import { StaffPage } from '../parts.tsx'
import { words } from '../words.ts'
import { LanguageField, ZoneField } from './fields.tsx'

interface AgencyProps {
  c: VisitContext
  agency: { name: string; locale: string; zone: string }
  form?: FormState
}

export const AgencyPage: FC<AgencyProps> = ({ c, agency, form }) => {
  const { locale } = c.var
  const t = administrationWords(locale)
  return (
    <StaffPage
      c={c}
      tab="staff"
      over={<a href="/staff">{t.backToStaff}</a>}
      title={t.agencyTitle({ name: agency.name })}
      lead={t.agencyLead}
      error={form}
      sentences={t}
      width="page"
    >
      <Form action="/agency" state={form}>
        <Field name="name" label={words(locale).agencyLabel} value={agency.name} maxlength={120} />
        <LanguageField locale={locale} value={agency.locale} />
        <ZoneField locale={locale} value={agency.zone} />
        <Buttons>
          <Button main>{t.save}</Button>
        </Buttons>
      </Form>
    </StaffPage>
  )
}
