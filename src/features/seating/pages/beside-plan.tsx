import type { FC } from 'hono/jsx'
import { Field } from '../../../ui/field.tsx'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import { words } from '../words.ts'
import type { PlanProps } from './plan.tsx'

const mostNamed = 20

/** Pairs who meet more than once, or who met before. */
export const MeetAgain: FC<PlanProps> = ({ c, view }) => {
  const t = words(c.var.locale)
  const { again } = view.meetings
  return (
    <Section id="again" title={t.again} count={again.length}>
      {again.length === 0 && <p>{t.againNobody}</p>}
      <ul class="stack stack-2">
        {again.slice(0, mostNamed).map(({ people: [one, other], times, metBefore }) => (
          <li>
            <bdi>{view.guests.get(one)?.name}</bdi> · <bdi>{view.guests.get(other)?.name}</bdi>{' '}
            <span class="small muted">
              {t.againTimes({ times })}
              {metBefore && `, ${t.againBefore}`}
            </span>
          </li>
        ))}
      </ul>
      {again.length > mostNamed && <p class="small muted">{t.againMore({ count: again.length - mostNamed })}</p>}
    </Section>
  )
}

/** Who stays at a table in every round, and the form to keep somebody there. */
export const KeptAtTables: FC<PlanProps & { here: string }> = ({ c, plan, view, error, here }) => {
  const t = words(c.var.locale)
  const kept = plan.places.filter(({ tableNumber }) => tableNumber !== null)
  const nameOf = (id: string) => view.guests.get(id)?.name ?? ''
  return (
    <Section id="kept" title={t.kept} count={kept.length}>
      {kept.length === 0 && <p>{t.keptNobody}</p>}
      <ul class="stack stack-2">
        {kept.map(({ personId, tableNumber }) => (
          <li class="row apart">
            <span>
              <bdi>{nameOf(personId)}</bdi> <span class="muted">{t.keptLine({ table: tableNumber ?? 0 })}</span>
            </span>
            <PostButton
              action={`${here}/locks/removal`}
              hidden={{ person: personId }}
              small
              label={t.freeOf({ name: nameOf(personId) })}
            >
              {t.free}
            </PostButton>
          </li>
        ))}
      </ul>
      {view.moment.round < plan.rounds && (
        <Form action={`${here}/locks`} state={error} class="row bottom gap-s">
          <Field
            name="person"
            label={t.person}
            options={view.here.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="table" label={t.tableNumber} inputmode="numeric" width={3} maxlength={3} />
          <Button small>{t.keep}</Button>
        </Form>
      )}
    </Section>
  )
}
