import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { Button, Form } from '../../../ui/form.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { PeerPage } from '../../accounts/parts.tsx'
import { words } from '../words.ts'

/** For whoever has no link at hand: one field, and the same answer for every address. */
export const AskPage: FC<{ c: VisitContext; state?: FormState }> = ({ c, state = emptyForm }) => {
  const t = words(c.var.locale)
  return (
    <PeerPage c={c} title={t.askTitle} lead={t.askLead} error={state} sentences={{ sent: t.sent }}>
      <Form action="/my" state={state}>
        <Field name="email" label={t.email} type="email" autocomplete="email" inputmode="email" />
        <Button main>{t.askButton}</Button>
      </Form>
    </PeerPage>
  )
}
