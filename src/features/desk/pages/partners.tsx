import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { namesOf } from '../../connections/parts.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { NextBest } from '../../matching/rematching.ts'
import { partnersWords } from '../partners-words.ts'

interface Props {
  c: VisitContext
  members: { personId: string; name: string }[]
  candidates: ReadonlyMap<string, NextBest[]>
  state: FormState
}

/** For a pair that does not hold: the next best for each, chosen together, in one act. */
export const PartnersPage: FC<Props> = ({ c, members, candidates, state }) => {
  const { locale, initiative } = c.var
  const t = partnersWords(locale)
  return (
    <InitiativePage c={c} tab="today" title={t.title({ names: namesOf(locale, members) })} lead={t.lead} error={state}>
      <Form action={c.req.path} state={state} class="stack stack-5 form">
        {members.map((member) => {
          const best = candidates.get(member.personId) ?? []
          if (best.length === 0) return <p>{t.noneFree({ name: member.name })}</p>
          return (
            <Choice
              name={`for.${member.personId}`}
              label={t.legend({ name: member.name })}
              stacked
              value={best[0]?.personId}
              options={[
                ...best.map((candidate) => ({
                  value: candidate.personId,
                  label: t.fit({ name: candidate.name, fit: candidate.fit }),
                  hint: candidate.reasons.join(' '),
                })),
                { value: '', label: t.nobody },
              ]}
            />
          )
        })}
        <Buttons>
          <Button main>{t.send}</Button>
          <Button bare href={`/initiatives/${initiative.id}`}>
            {t.back}
          </Button>
        </Buttons>
      </Form>
    </InitiativePage>
  )
}
