import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import type { AccessedSeating } from '../access.ts'
import { words } from '../words.ts'
import { BelowPlan, seatingPath } from './below-plan.tsx'
import { SettingsFields } from './settings-fields.tsx'

export interface SettingsProps extends AccessedSeating {
  c: VisitContext
  form?: FormState | undefined
}

/** Another number of rounds, other tables, another time. */
export const SettingsPage: FC<SettingsProps> = ({ c, seating, plan, form }) => {
  const t = words(c.var.locale)
  const here = seatingPath(c.var.initiative.id, seating.id)
  const begins = plan.startsAt.toZonedDateTimeISO(plan.zone)
  return (
    <BelowPlan c={c} seating={seating} title={t.settingsTitle} lead={t.settingsLead} error={form}>
      <Form action={`${here}/settings`} state={form}>
        <SettingsFields
          locale={c.var.locale}
          zone={plan.zone}
          title={seating.title}
          settings={plan}
          day={begins.toPlainDate()}
          time={begins.toPlainTime()}
        />
        <Buttons>
          <Button main>{t.saveSettings}</Button>
          <Button bare href={here}>
            {t.back}
          </Button>
        </Buttons>
      </Form>
    </BelowPlan>
  )
}
