import type { FC } from 'hono/jsx'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { Note, Section, Sections } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import type { Order } from '../form.ts'
import { publishingWords } from '../publishing-words.ts'
import type { Candidate, readSwap, SwapChoices } from '../swapping.ts'
import { words } from '../words.ts'
import { anchorOf } from '../workbench.ts'
import { aboutPerson, fullName, type Naming, namesOf, reasonsOf } from './naming.ts'

export interface SwapProps {
  c: VisitContext
  round: AccessedRound
  swap: Awaited<ReturnType<typeof readSwap>>
  people: string
  order: Order
  error?: FormState | undefined
}

/** Who could be with each of these people instead, and what it costs all others. */
export const SwapPage: FC<SwapProps> = ({ c, round, swap, people, order, error }) => {
  const { locale, initiative } = c.var
  const t = publishingWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const naming: Naming = { locale, roster: swap.roster, topics: swap.topics }
  const names = withoutIsolates(
    namesOf(
      naming,
      swap.choices.map(({ personId }) => personId),
    ),
  )
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={swap.choices.length > 1 ? t.swapTitleTwo({ names }) : t.swapTitle({ name: names })}
      over={<a href={here}>{round.title}</a>}
      lead={t.swapLead}
      actions={<Button href={`${here}?order=${order}#${anchorOf(people.split(','))}`}>{t.backToRound}</Button>}
      error={error}
    >
      <Sections>
        {swap.choices.map((choices) => (
          <ChoicesFor {...{ here, naming, choices, people, order }} />
        ))}
      </Sections>
    </InitiativePage>
  )
}

interface ChoicesProps {
  here: string
  naming: Naming
  choices: SwapChoices
  people: string
  order: Order
}

const ChoicesFor: FC<ChoicesProps> = ({ here, naming, choices, people, order }) => {
  const { locale } = naming
  const t = publishingWords(locale)
  const { personId, refused } = choices
  const one = fullName(naming, personId)
  return (
    <Section id={`for-${personId}`} title={t.swapFor({ name: one })}>
      {refused && (
        <Note tone="wait">{t[`hard ${refused.rule}`]({ one, other: fullName(naming, refused.withId) })}</Note>
      )}
      <Table
        caption={t.swapFor({ name: one })}
        rows={choices.candidates}
        empty={<p>{t.swapNobody({ name: one })}</p>}
        columns={[
          {
            head: t.candidate,
            cell: (candidate) => (
              <>
                <bdi>{fullName(naming, candidate.personId)}</bdi>
                <span class="small muted block">{aboutPerson(naming, candidate.personId)}</span>
              </>
            ),
          },
          {
            head: t.reasons,
            cell: ({ personId: other, fit }) => (
              <span class="small">
                <Isolated text={reasonsOf(naming, [personId, other], fit.reasons).slice(0, 3).join(' ')} />
              </span>
            ),
          },
          { head: words(locale).fit, numeric: true, cell: ({ fit }) => fit.total },
          { head: t.price, cell: (candidate) => <Price locale={locale} candidate={candidate} /> },
          {
            head: t.choose,
            quiet: true,
            cell: ({ personId: other }) => (
              <PostButton
                action={`${here}/swap`}
                hidden={{ person: personId, with: other, people, order }}
                small
                label={t.chooseOf({ one, other: fullName(naming, other) })}
              >
                {t.choose}
              </PostButton>
            ),
          },
        ]}
      />
      <Form
        action={`${here}/swap#for-${personId}`}
        method="get"
        id={`else-${personId}`}
        class="row bottom"
        hidden={{ people: personId, order }}
      >
        <Field
          name="with"
          label={t.somebodyElse}
          options={choices.others.map((other) => ({ value: other, label: fullName(naming, other) }))}
        />
        <Button small>{t.showPrice}</Button>
      </Form>
    </Section>
  )
}

const Price: FC<{ locale: Naming['locale']; candidate: Candidate }> = ({ locale, candidate }) => {
  const t = publishingWords(locale)
  const { cost, moreLeftOut, isNow } = candidate
  const points = number(locale, Math.abs(cost))
  return (
    <>
      {isNow && <Tag tone="go">{t.isNow}</Tag>} {!isNow && cost === 0 && t.costsNothing}
      {cost > 0 && t.costs({ points })}
      {cost < 0 && t.gains({ points })} {moreLeftOut > 0 && t.moreLeftOut({ count: moreLeftOut })}
    </>
  )
}
