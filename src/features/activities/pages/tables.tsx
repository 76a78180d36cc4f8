import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Disclosure, Section } from '../../../ui/sections.tsx'
import type { Meeting } from '../store.ts'
import { words } from '../words.ts'

/** Rounds at tables that were filled for this meeting. */
export interface Seated {
  id: string
  title: string
  rounds: number
}

/** Rounds at tables: those there are, and new ones. */
export const TablesSection: FC<{ c: VisitContext; meeting: Meeting; seatings: Seated[]; state: FormState }> = (
  props,
) => {
  const { c, meeting, seatings, state } = props
  const { locale, initiative } = c.var
  const t = words(locale)
  const names = ['tablesTitle', 'rounds', 'size', 'roundMinutes']
  return (
    <Section id="tables" title={t.breakoutHead} light>
      {seatings.length > 0 && (
        <ul class="gap-2">
          {seatings.map(({ id, title, rounds }) => (
            <li>
              <a href={`/initiatives/${initiative.id}/seatings/${id}`}>{t.seating({ title, rounds })}</a>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t.breakoutMake} open={names.some((name) => name in state.errors)}>
        <p class="muted">{t.breakoutText}</p>
        <Form action={`/initiatives/${initiative.id}/meetings/${meeting.id}/tables`} state={state} labelledby="tables">
          <Field name="tablesTitle" label={t.breakoutTitle} value={meeting.title} maxlength={120} />
          <div class="entry">
            <Field name="rounds" label={t.breakoutRounds} width={3} inputmode="numeric" value={3} />
            <Field name="size" label={t.breakoutSize} width={3} inputmode="numeric" value={4} />
            <Field name="roundMinutes" label={t.breakoutMinutes} width={3} inputmode="numeric" value={12} />
          </div>
          <Buttons>
            <Button>{t.breakoutMake}</Button>
          </Buttons>
        </Form>
      </Disclosure>
    </Section>
  )
}
