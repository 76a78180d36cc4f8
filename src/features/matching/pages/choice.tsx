import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/sections.tsx'
import { portraitLine } from '../../connections/portrait.ts'
import { mostNamed } from '../choice-form.ts'
import type { readPortraits } from '../choice-people-store.ts'
import { answers, type OwnChoice } from '../choice-store.ts'
import { choiceWords } from '../choice-words.ts'

interface ChoiceFormProps {
  locale: Locale
  path: string
  state: FormState
  choices: readonly OwnChoice[]
  portraits: Awaited<ReturnType<typeof readPortraits>>
  answeredOn: string | null
}

/** One question a suggestion, and room for names of one's own. What was answered before is filled in. */
export const ChoiceForm: FC<ChoiceFormProps> = ({ locale, path, state, choices, portraits, answeredOn }) => {
  const t = choiceWords(locale)
  const suggested = choices.filter(({ place }) => place !== null)
  const named = choices.filter(({ place }) => place === null)
  return (
    <div class="stack stack-5">
      {answeredOn && <Note tone="go">{t.answeredOn({ on: answeredOn })}</Note>}
      <Form action={path} state={state}>
        {suggested.map(({ other_person_id: id, name, why, answer }) => {
          const portrait = portraits.get(id)
          return (
            <Choice
              name={`of.${id}`}
              label={<bdi>{name}</bdi>}
              hint={
                <>
                  {portrait && <span class="block">{portraitLine(locale, portrait)}</span>}
                  <span class="block ink">{why}</span>
                </>
              }
              value={answer ?? undefined}
              options={answers.map((value) => ({ value, label: t[`answer ${value}`] }))}
            />
          )
        })}
        <fieldset class="field">
          <legend>{t.named}</legend>
          <p class="hint">{t.namedHint}</p>
          <div class="stack stack-2">
            {Array.from({ length: mostNamed }, (_, place) => (
              <Field
                name={`named.${place + 1}`}
                label={t.namedField({ place: place + 1 })}
                value={named[place]?.name ?? ''}
                maxlength={200}
                optional
                dir="auto"
              />
            ))}
          </div>
        </fieldset>
        <p class="small muted prose">{t.whoReads}</p>
        <Button main>{answeredOn ? t.change : t.send}</Button>
      </Form>
    </div>
  )
}
