import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Disclosure, Section } from '../../../ui/sections.tsx'
import type { listPeers } from '../overview.ts'
import { words } from '../words.ts'

interface InviteProps {
  c: VisitContext
  here: string
  others: Awaited<ReturnType<typeof listPeers>>
  isFirst: boolean
  state: FormState
}

/** Everybody at once, or those ticked. Whoever was invited is not in the list any more. */
export const Invite: FC<InviteProps> = ({ c, here, others, isFirst, state }) => {
  const t = words(c.var.locale)
  return (
    <Section id="invite" title={isFirst ? t.inviteHead : t.inviteMore}>
      {others.length === 0 ? (
        <p class="muted">{t.everybodyInvited}</p>
      ) : (
        <Form action={`${here}/invitations`} state={state} labelledby="invite">
          <Choice
            name="whom"
            label={t.whom}
            hint={t.inviteHint}
            stacked
            value={isFirst ? 'everybody' : 'chosen'}
            options={[
              { value: 'everybody', label: t.everybody, hint: t.everybodyHint({ people: others.length }) },
              { value: 'chosen', label: t.chosen },
            ]}
          />
          <Disclosure summary={t.people} open={!isFirst || 'people' in state.errors}>
            <Choice
              name="people"
              label={t.people}
              many
              options={others.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
            />
          </Disclosure>
          <Buttons>
            <Button main={isFirst}>{t.invite}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}
