import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Isolated } from '../../../ui/isolate.tsx'
import { SummaryList, Tasks } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { isMedium, media, rhythms } from '../connection-state.ts'
import type { peerWords } from '../peer-words.ts'
import type { Member } from '../members.ts'
import type { Connection } from '../store.ts'

type Words = ReturnType<typeof peerWords>
type Terms = Pick<Connection, 'rhythm_days' | 'medium' | 'review_on' | 'agreement_version'>

/** The words for a rhythm in days. */
export function rhythmName(t: Words, days: number): string {
  const named = rhythms.find((known) => known === days)
  return named ? t[`rhythm ${named}`] : t.everyDays({ days })
}

export function mediumName(t: Words, medium: string): string {
  return isMedium(medium) ? t[`medium ${medium}`] : medium
}

/** The whole agreement, made to be read and printed. */
export const AgreementText: FC<{
  t: Words
  locale: Locale
  terms: Terms
  members: Pick<Member, 'name' | 'gives' | 'wants' | 'agreedVersion' | 'agreedAt'>[]
  day: (at: Temporal.Instant) => string
}> = ({ t, locale, terms, members, day }) => (
  <>
    <Section title={t.whoGives} id="who-gives">
      {members.map((member) => (
        <div class="gap-s">
          <h3>
            <bdi>{member.name}</bdi>
          </h3>
          <SummaryList
            rows={[
              { label: t.gives, value: member.gives || t.notSaid },
              { label: t.wants, value: member.wants || t.notSaid },
            ]}
          />
        </div>
      ))}
    </Section>
    <Section title={t.howWeMeet} id="how-we-meet">
      <SummaryList
        rows={[
          { label: t.rhythm, value: rhythmName(t, terms.rhythm_days) },
          { label: t.medium, value: mediumName(t, terms.medium) },
          { label: t.reviewOn, value: terms.review_on ? formatDate(locale, terms.review_on) : t.noReview },
        ]}
      />
      <Tasks
        items={members.map((member) => {
          const { name, agreedAt } = member
          const accepted = agreedAt && member.agreedVersion === terms.agreement_version
          return accepted
            ? {
                label: <Isolated text={t.acceptedOn({ name, on: day(agreedAt) })} />,
                mark: <Status dot="full" tone="go" />,
              }
            : { label: <Isolated text={t.notAccepted({ name })} />, mark: <Status dot="half" tone="wait" /> }
        })}
      />
    </Section>
  </>
)

export const AcceptForm: FC<{ t: Words; path: string; version: number }> = ({ t, path, version }) => (
  <div class="no-print">
    <PostButton action={`${path}/acceptance`} hidden={{ version }} main wide>
      {t.accept}
    </PostButton>
  </div>
)

/** What one member may write: their own giving and wanting, and what is common to all. */
export const AgreementForm: FC<{ t: Words; path: string; state: FormState; terms: Terms; me: Member }> = (props) => {
  const { t, path, state, terms, me } = props
  const days: number[] = [...rhythms]
  if (!days.includes(terms.rhythm_days)) days.push(terms.rhythm_days)
  return (
    <div class="no-print">
      <Section title={t.changeTitle} id="change" light>
        <Form action={path} state={state} hidden={{ version: terms.agreement_version }}>
          <Field name="gives" label={t.yourGives} rows={3} optional value={me.gives} maxlength={600} />
          <Field name="wants" label={t.yourWants} rows={3} optional value={me.wants} maxlength={600} />
          <Choice
            name="rhythm"
            label={t.rhythm}
            value={String(terms.rhythm_days)}
            options={days.map((count) => ({ value: String(count), label: rhythmName(t, count) }))}
          />
          <Choice
            name="medium"
            label={t.medium}
            value={terms.medium}
            options={media.map((medium) => ({ value: medium, label: mediumName(t, medium) }))}
          />
          <DateField name="review" label={t.reviewOn} value={terms.review_on?.toString()} />
          <Button>{t.saveChange}</Button>
        </Form>
      </Section>
    </div>
  )
}
