import type { FC } from 'hono/jsx'
import { formatMoment, zoneLabel } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { factsOf } from '../calendar/mails.tsx'
import type { Counter } from '../replies/store.ts'
import { replyWords, type ReplyWords } from '../replies/words.ts'
import type { SessionRow } from '../store.ts'
import { costOf } from './times.tsx'

type SessionMember = SessionRow['members'][number]

interface OwnSession {
  c: VisitContext
  session: SessionRow
  self: SessionMember
  others: SessionMember[]
  partner: string
  state: FormState
}

/** Whether one member comes: three answers, and the way to another time. */
export const ReplyPage: FC<OwnSession> = ({ c, session, self, others, partner, state }) => {
  const { locale } = c.var
  const t = replyWords(locale)
  const facts = factsOf(locale, session, self).map(([label, value]) => ({ label, value }))
  return (
    <PeerPage
      c={c}
      title={t.replyTitle({ partner })}
      lead={formatMoment(locale, self.zone, session.starts_at)}
      error={state}
    >
      <Sections>
        <Form action={c.req.path} state={state} class="card lift stack">
          <Choice
            name="reply"
            label={t.replyLegend}
            stacked
            options={[
              { value: 'yes', label: t.sayYes },
              { value: 'maybe', label: t.sayMaybe },
              { value: 'no', label: t.sayNo, hint: t.replyNoHint },
            ]}
          />
          <Buttons>
            <Button main>{t.replySend}</Button>
            <Button href={`${c.req.path}/time`}>{t.anotherTime}</Button>
            <Button href={`${c.req.path}/event.ics`} bare>
              {t.addToCalendar}
            </Button>
          </Buttons>
        </Form>
        <SummaryList rows={[...facts, { label: t.othersSay, value: whatTheySay(t, others) }]} />
      </Sections>
    </PeerPage>
  )
}

function whatTheySay(t: ReplyWords, others: SessionMember[]): string {
  return others
    .map(({ name, reply }) => {
      if (reply === 'yes') return t.saysYes({ name })
      if (reply === 'maybe') return t.saysMaybe({ name })
      return reply === 'no' ? t.saysNo({ name }) : t.saysNothing({ name })
    })
    .join('; ')
}

/** Another time for a session: a few that are easy for all, with what each asks of whom, or a day and time of one's own. */
export const AnotherTimePage: FC<OwnSession & { times: Temporal.Instant[] }> = (props) => {
  const { c, session, self, others, partner, state, times } = props
  const { locale } = c.var
  const t = replyWords(locale)
  const lead = t.timeLead({
    when: formatMoment(locale, self.zone, session.starts_at),
    zone: zoneLabel(locale, self.zone),
  })
  const options = times.map((at) => ({
    value: String(at.epochMilliseconds),
    label: <b>{formatMoment(locale, self.zone, at)}</b>,
    hint: costOf(locale, self, others, at, session.minutes),
  }))
  return (
    <PeerPage c={c} title={t.timeTitle({ partner })} lead={lead} error={state}>
      <Form action={c.req.path} state={state} class="card lift stack stack-5">
        {options.length > 0 ? (
          <Choice name="option" label={t.timeLegend} options={options} stacked />
        ) : (
          <p>{t.timeNone}</p>
        )}
        <Section id="own" title={t.timeOwn} light>
          <div class="stack">
            <DateField name="day" label={t.timeDay} optional />
            <Field name="time" label={t.timeClock} hint={t.timeClockHint} width={4} optional />
          </div>
        </Section>
        <Buttons>
          <Button main>{t.timeSend}</Button>
        </Buttons>
      </Form>
    </PeerPage>
  )
}

/** Whether the time that somebody else proposed works. */
export const CounterPage: FC<OwnSession & { counter: Counter }> = ({ c, session, self, others, state, counter }) => {
  const { locale } = c.var
  const t = replyWords(locale)
  const name = others.find((other) => other.person_id === counter.person_id)?.name ?? ''
  const when = formatMoment(locale, self.zone, counter.starts_at)
  const stands = formatMoment(locale, self.zone, session.starts_at)
  return (
    <PeerPage c={c} title={t.counterSubject({ name, when })} lead={t.counterText} error={state}>
      <Sections>
        <Form action={c.req.path} state={state} hidden={{ id: counter.id }} class="card lift stack">
          <Choice
            name="works"
            label={t.counterLegend}
            stacked
            options={[
              {
                value: 'yes',
                label: t.counterWorks,
                hint: costOf(locale, self, others, counter.starts_at, session.minutes),
              },
              { value: 'no', label: t.counterNot },
            ]}
          />
          <Buttons>
            <Button main>{t.replySend}</Button>
          </Buttons>
        </Form>
        <SummaryList
          rows={[
            { label: t.counterNew, value: when },
            { label: t.counterOld, value: stands },
          ]}
        />
      </Sections>
    </PeerPage>
  )
}
