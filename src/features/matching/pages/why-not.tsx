import type { FC } from 'hono/jsx'
import { list, number } from '../../../platform/i18n/catalogue.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Note, Section } from '../../../ui/sections.tsx'
import { publishingWords } from '../publishing-words.ts'
import type { Asked, Unfound, WhyNot } from '../why-not.ts'
import { whyNotWords } from '../why-not-words.ts'
import { fullName, type Naming, namesOf, plainNamesOf, reasonsOf } from './naming.ts'

interface WhyNotProps {
  here: string
  naming: Naming
  asked: Asked | null
  /** What every form of the page sends. */
  sent: Record<string, string | number>
}

/** A question about any two people, answered on the same page. */
export const WhyNotSection: FC<WhyNotProps> = ({ here, naming, asked, sent }) => {
  const t = whyNotWords(naming.locale)
  const { order = '', page = '' } = sent
  return (
    <Section id="why-not" title={t.title} aside={t.hint}>
      <Form
        action={`${here}#why-not`}
        method="get"
        id="pair"
        class="row bottom"
        state={unfoundState(naming, asked)}
        hidden={{ order, page }}
      >
        <Field name="one" label={t.one} list="peers" autocomplete="off" type="search" />
        <Field name="other" label={t.other} list="peers" autocomplete="off" type="search" />
        <Button>{t.ask}</Button>
      </Form>
      <datalist id="peers">
        {[...naming.roster.values()].map(({ name }) => (
          <option value={name} />
        ))}
      </datalist>
      <div id="why-not-answer" class="gap-2" role="status">
        {asked?.answer && <Answer here={here} naming={naming} answer={asked.answer} sent={sent} />}
      </div>
    </Section>
  )
}

/** The form with what was typed, and what was not found, at its field. */
export function unfoundState(naming: Naming, asked: Asked | null): FormState {
  const t = whyNotWords(naming.locale)
  const say = (unfound: Unfound) =>
    unfound.kind === 'several' ? t.several({ names: list(naming.locale, unfound.names) }) : t[unfound.kind]
  const errors = Object.entries(asked?.unfound ?? {}).map(([name, unfound]) => [name, say(unfound)])
  return { values: { one: asked?.one ?? '', other: asked?.other ?? '' }, errors: Object.fromEntries(errors) }
}

const Answer: FC<{ here: string; naming: Naming; answer: WhyNot; sent: WhyNotProps['sent'] }> = (props) => {
  const { here, naming, answer, sent } = props
  const t = whyNotWords(naming.locale)
  const people = [answer.one, answer.other]
  const names = namesOf(naming, people)
  if (answer.kind !== 'price') {
    return (
      <Note tone="wait" title={<Isolated text={t.about({ names })} />}>
        {refusal(naming, answer)}
      </Note>
    )
  }
  const named = (groups: string[][]) => ({ groups: groups.map((group) => namesOf(naming, group)).join('; ') })
  return (
    <Note tone="info" title={<Isolated text={t.about({ names })} />}>
      <div class="stack stack-2">
        <p>
          {priceOf(naming, answer)} {answer.moreLeftOut > 0 && t.moreLeftOut({ count: answer.moreLeftOut })}
          {answer.moreLeftOut < 0 && t.fewerLeftOut({ count: -answer.moreLeftOut })}{' '}
          {answer.isOfGroups && !answer.isNow && t.ofGroups}
        </p>
        <p class="small">
          <Isolated text={reasonsOf(naming, people, answer.fit.reasons).join(' ')} />
        </p>
        {answer.lost.length > 0 && (
          <p class="small">
            <Isolated text={t.lost(named(answer.lost))} />
          </p>
        )}
        {answer.fresh.length > 0 && (
          <p class="small">
            <Isolated text={t.fresh(named(answer.fresh))} />
          </p>
        )}
        <PostButton
          action={answer.isOfGroups ? `${here}/pins` : `${here}/swap`}
          hidden={
            answer.isOfGroups
              ? { people: people.join(','), ...sent }
              : { person: answer.one, with: answer.other, ...sent }
          }
          label={t.pinOf({ names: plainNamesOf(naming, people) })}
        >
          {t.pin}
        </PostButton>
      </div>
    </Note>
  )
}

function refusal(naming: Naming, answer: Exclude<WhyNot, { kind: 'price' }>): string {
  const t = publishingWords(naming.locale)
  const [one, other] = [fullName(naming, answer.one), fullName(naming, answer.other)]
  if (answer.kind === 'rule') return t[`hard ${answer.rule}`]({ one, other })
  const name = fullName(naming, answer.personId)
  return answer.kind === 'pinned' ? t.pinnedElsewhere({ name }) : t.notTakingPart({ name })
}

function priceOf({ locale }: Naming, answer: Extract<WhyNot, { kind: 'price' }>): string {
  const t = whyNotWords(locale)
  const fit = answer.fit.total
  const points = number(locale, Math.abs(answer.cost))
  if (answer.isNow) return t.isNow({ fit })
  if (answer.cost === 0) return t.costsNothing({ fit })
  return answer.cost > 0 ? t.costs({ fit, points }) : t.gains({ fit, points })
}
