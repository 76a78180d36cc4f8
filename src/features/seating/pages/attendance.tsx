import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import type { AccessedSeating } from '../access.ts'
import { attendanceWords } from '../attendance-words.ts'
import type { Guest } from '../store.ts'
import type { PlanView } from '../view.ts'
import { words } from '../words.ts'
import { BelowPlan, seatingPath } from './below-plan.tsx'

export interface AttendanceProps extends AccessedSeating {
  c: VisitContext
  view: PlanView
  error?: FormState | undefined
}

/** Who is here, one tick a person: made for a phone held at the door. */
export const AttendancePage: FC<AttendanceProps> = ({ c, seating, plan, view, error }) => {
  const { locale, initiative } = c.var
  const t = attendanceWords(locale)
  const here = seatingPath(initiative.id, seating.id)
  const planned = new Set(plan.places.map(({ personId }) => personId))
  const guests = [...view.guests.values()]
  const inPlan = guests.filter(({ id }) => planned.has(id))
  const others = guests.filter(({ id }) => !planned.has(id))
  const { round } = view.moment
  const isOver = round >= plan.rounds
  const stays = isOver ? t.allBegun : round === 0 ? t.allToCome : t.begun({ round })
  const value = view.here.map(({ id }) => id)
  return (
    <BelowPlan
      c={c}
      seating={seating}
      title={t.title({ here: value.length, of: inPlan.length })}
      lead={`${t.lead} ${stays}`}
      error={error}
      sentences={words(locale)}
    >
      <Form action={`${here}/attendance`} state={error}>
        <Choice name="here" label={t.inPlan} many stacked value={value} options={inPlan.map(option)} />
        {others.length > 0 && (
          <Choice name="late" label={t.others} many stacked value={[]} options={others.map(option)} />
        )}
        <Buttons>
          {!isOver && <Button main>{t.show}</Button>}
          <Button bare href={here}>
            {words(locale).back}
          </Button>
        </Buttons>
      </Form>
    </BelowPlan>
  )
}

const option = ({ id, name, organisation }: Guest) => ({
  value: id,
  label: (
    <>
      <bdi>{name}</bdi>
      {organisation && (
        <span class="block small muted">
          <bdi>{organisation}</bdi>
        </span>
      )}
    </>
  ),
})
