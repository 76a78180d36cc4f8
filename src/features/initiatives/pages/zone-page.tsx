import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { zoneNames } from '../../../platform/i18n/zone-names.ts'
import { profileWords } from '../profile-words.ts'

/** Every time zone there is, for whom none of those near fits. */
export const ZonePage: FC<{ c: VisitContext; form: FormState }> = ({ c, form }) => {
  const t = profileWords(c.var.locale)
  return (
    <PeerPage c={c} title={t.zoneTitle} lead={t.zoneLead} error={form}>
      <Form action={`/profile/${c.req.param('token')}/zone`} state={form}>
        <Field
          name="zone"
          label={t.zone}
          hint={t.zoneHint}
          options={zoneNames.map((value) => ({ value, label: value }))}
        />
        <Buttons>
          <Button main>{t.zoneSave}</Button>
        </Buttons>
      </Form>
    </PeerPage>
  )
}
