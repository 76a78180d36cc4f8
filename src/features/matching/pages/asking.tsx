import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/lists.tsx'
import { Note, Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { type Asking, usualMany } from '../asking.ts'
import { askingWords } from '../asking-words.ts'
import { answers } from '../choice-store.ts'
import { leastSuggested, mostSuggested } from '../suggest.ts'

interface AskingProps {
  c: VisitContext
  round: AccessedRound
  asking: Asking
  error?: FormState | undefined
}

type PartProps = AskingProps & { here: string }

const listsShown = 20

/** Asking the peers of a draft round: how it stands, who is left to ask, and what they would read. */
export const AskingPage: FC<AskingProps> = (props) => {
  const { c, round, asking, error } = props
  const { locale, initiative } = c.var
  const t = askingWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const { asked, answered, toAsk, withNobody, names } = asking
  const all = { ...props, here }
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={asked > 0 ? t.titleAsked({ answered, asked }) : t.titleBefore({ count: toAsk.length })}
      over={<a href={here}>{round.title}</a>}
      lead={asked === 0 ? t.lead : undefined}
      actions={<Button href={here}>{t.backToRound}</Button>}
      error={error}
      sentences={{ asked: t.saidAsked, reminded: t.saidReminded, day: t.saidDay, nobody: t.saidNobody }}
    >
      <Sections>
        {asking.answeredSince > 0 && (
          <Note tone="wait">
            <p>{t.newSince({ count: asking.answeredSince })}</p>
            <PostButton action={`${here}/scoring`} small>
              {t.scoreAgain}
            </PostButton>
          </Note>
        )}
        {asked > 0 && <Standing {...all} />}
        <AskForm {...all} />
        <p class="small muted prose">{t.whoReads}</p>
        {withNobody.length > 0 && (
          <p class="small">
            <Isolated
              text={t.withNobody({
                names: list(
                  locale,
                  withNobody.map((personId) => isolate(names.get(personId) ?? '')),
                ),
              })}
            />
          </p>
        )}
        {toAsk.length > 0 && <WouldRead {...all} />}
      </Sections>
    </InitiativePage>
  )
}

/** How many answered, until when, what was said in all, and who has not. */
const Standing: FC<PartProps> = ({ c, round, asking, here }) => {
  const { locale } = c.var
  const t = askingWords(locale)
  const { answered, asked, said, waiting, toRemind, isDayOver } = asking
  const rows: SummaryRow[] = [
    { label: t.answered, value: `${answered} / ${asked}` },
    {
      label: t.lastDay,
      value: round.answer_by_on && formatDate(locale, round.answer_by_on),
      aside: isDayOver && t.dayOver,
    },
    ...answers.flatMap((answer) => (said ? [{ label: t[`said ${answer}`], value: said[answer] }] : [])),
    {
      label: t.stillWaiting,
      value:
        waiting.length === 0 ? (
          t.waitingNobody
        ) : (
          <Isolated
            text={list(
              locale,
              waiting.map(({ name, reminded_at }) =>
                reminded_at ? `${isolate(name)} (${t.reminded})` : isolate(name),
              ),
            )}
          />
        ),
    },
  ]
  return (
    <div class="stack stack-2">
      <SummaryList rows={rows} />
      {!said && <p class="small muted prose">{t.saidLater}</p>}
      {toRemind > 0 && (
        <PostButton action={`${here}/suggestions/reminders`} small>
          {t.remind({ count: toRemind })}
        </PostButton>
      )}
    </div>
  )
}

/** The last day and how many suggestions: sends who was not asked before their list. */
const AskForm: FC<PartProps> = ({ c, round, asking, error, here }) => {
  const t = askingWords(c.var.locale)
  const { asked, toAsk, usualDay } = asking
  const count = toAsk.length
  const label = asked === 0 ? t.send({ count }) : count > 0 ? t.sendMore({ count }) : t.saveDay
  const counts = Array.from({ length: mostSuggested - leastSuggested + 1 }, (_, more) => String(leastSuggested + more))
  if (asked === 0 && count === 0) return null
  return (
    <Form action={`${here}/suggestions`} state={error} hidden={count === 0 ? { many: usualMany } : {}}>
      <DateField
        name="answerBy"
        label={t.answerBy}
        hint={t.answerByHint}
        value={(round.answer_by_on ?? usualDay).toString()}
      />
      {count > 0 && (
        <Choice
          name="many"
          label={t.many}
          options={counts.map((value) => ({ value, label: value }))}
          value={String(usualMany)}
        />
      )}
      <Button main={asked === 0}>{label}</Button>
    </Form>
  )
}

const WouldRead: FC<PartProps> = ({ c, asking }) => {
  const t = askingWords(c.var.locale)
  const { toAsk, names } = asking
  const nameOf = (personId: string) => names.get(personId) ?? ''
  return (
    <Section id="lists" title={t.whoWouldRead} count={toAsk.length}>
      {toAsk.slice(0, listsShown).map(({ personId, suggestions }) => (
        <details>
          <summary class="sumy">
            <bdi>{nameOf(personId)}</bdi>
          </summary>
          <p class="small muted">
            <Isolated text={t.reads({ name: isolate(nameOf(personId)) })} />
          </p>
          <ul class="stack stack-2">
            {suggestions.map(({ otherId, why }) => (
              <li>
                <bdi class="b">{nameOf(otherId)}</bdi>
                <span class="small block" dir="auto">
                  {why}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {toAsk.length > listsShown && <p class="small muted">{t.andMore({ count: toAsk.length - listsShown })}</p>}
    </Section>
  )
}
