import type { FC } from 'hono/jsx'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Isolated } from '../../../ui/isolate.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/lists.tsx'
import { Note, Section } from '../../../ui/sections.tsx'
import { Face } from '../../../ui/status.tsx'
import type { Answer } from '../asking.ts'
import type { peerWords } from '../peer-words.ts'
import { clocksTogether, commonLanguages, portraitLine } from '../portrait.ts'
import type { Member } from '../members.ts'

type Words = ReturnType<typeof peerWords>

/** Who the others are, what each gives, and why. */
export const ProposedPeers: FC<{ t: Words; locale: Locale; me: Member; peers: Member[]; now: Temporal.Instant }> = (
  props,
) => {
  const { t, locale, me, peers, now } = props
  return (
    <>
      {me.why && (
        <Section title={t.proposalWhy} id="why">
          <p class="prose">{me.why}</p>
        </Section>
      )}
      {peers.map((peer, index) => (
        <Section title={<bdi>{peer.name}</bdi>} id={`peer-${index + 1}`}>
          <div class="media mid-y">
            <Face name={peer.name} />
            <p>{portraitLine(locale, peer)}</p>
          </div>
          <SummaryList rows={facts(t, locale, me, peer, now)} />
        </Section>
      ))}
      {me.gives && (
        <Section title={t.factYouGive} id="you-give" light>
          <p class="prose">{me.gives}</p>
        </Section>
      )}
    </>
  )
}

function facts(t: Words, locale: Locale, me: Member, peer: Member, now: Temporal.Instant): SummaryRow[] {
  const languages = commonLanguages(locale, me, peer)
  const rows: SummaryRow[] = []
  if (peer.gives) rows.push({ label: <Isolated text={t.factTheyGive(peer)} />, value: peer.gives })
  if (peer.wants) rows.push({ label: <Isolated text={t.theyWant(peer)} />, value: peer.wants })
  if (languages.length > 0) rows.push({ label: t.factLanguages, value: list(locale, languages) })
  rows.push({ label: t.factClocks, value: <Isolated text={t.clocks(clocksTogether(locale, me, peer, now))} /> })
  return rows
}

/** Yes, later or no, with a reason for the facilitator alone. It can be changed until it is settled. */
export const ProposalForm: FC<{
  t: Words
  path: string
  state: FormState
  agency: string
  answer: Answer | null
  answeredOn: string | null
  /** Of four and more: it goes on without who says no. */
  isGroup: boolean
}> = ({ t, path, state, agency, answer, answeredOn, isGroup }) => (
  <Section title={t.yourAnswer} id="your-answer">
    {answer && answeredOn && (
      <Note tone="wait">{{ yes: t.saidYes, later: t.saidLater, no: t.saidNo }[answer]({ on: answeredOn })}</Note>
    )}
    <Form action={path} state={state}>
      <Choice
        name="answer"
        label={t.answerLegend}
        value={answer ?? undefined}
        stacked
        options={[
          { value: 'yes', label: t.answerYes, hint: t.answerYesHint },
          { value: 'later', label: t.answerLater, hint: t.answerLaterHint },
          { value: 'no', label: t.answerNo, hint: isGroup ? t.answerNoHintGroup : t.answerNoHint },
        ]}
      />
      <Field name="reason" label={t.reason} optional rows={3} hint={t.reasonHint({ agency })} maxlength={1000} />
      <Button main>{answer ? t.changeAnswer : t.sendAnswer}</Button>
    </Form>
  </Section>
)

/** What became of a proposal. Of one that ended, nothing but its end. */
export const ProposalSettled: FC<{ t: Words; path: string; isOn: boolean; endedOn: string | null }> = (props) => {
  const { t, path, isOn, endedOn } = props
  if (!isOn) return <p class="lead">{endedOn && t.isOff({ on: endedOn })}</p>
  return (
    <div class="stack">
      <p class="lead">{t.isOn}</p>
      <PostButton action={`${path}/agreement`} main>
        {t.toAgreement}
      </PostButton>
    </div>
  )
}
