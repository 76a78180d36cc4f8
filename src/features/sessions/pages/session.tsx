import type { FC } from 'hono/jsx'
import { dayIn, formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { list, number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Columns, Section } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { SessionRow } from '../store.ts'
import { mediumName, type Words, words } from '../words.ts'

/** One session, for the facilitator: when for whom, what came of it, and how to move or cancel it. */
export const SessionPage: FC<{ c: VisitContext; session: SessionRow; state: FormState }> = ({ c, session, state }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const { zone } = staffOf(c)
  const path = `/initiatives/${initiative.id}/sessions/${session.id}`
  const zones = [...new Set([zone, ...session.members.map((member) => member.zone)])]
  const title = t.sessionTitle({
    names: list(
      locale,
      session.members.map((member) => member.name),
    ),
    when: formatMoment(locale, zone, session.starts_at),
  })
  return (
    <InitiativePage c={c} tab="connections" title={title} error={state} sentences={t}>
      <Columns>
        <Section id="facts" title={t.factWhen}>
          <SummaryList
            rows={[
              ...session.members.map((member) => ({
                label: t.factThere({ partner: member.name }),
                value: `${formatTime(locale, member.zone, session.starts_at)}, ${zoneLabel(locale, member.zone)}`,
              })),
              { label: t.factLong, value: t.minutes({ count: number(locale, session.minutes) }) },
              { label: t.factHow, value: session.place || mediumName(t, session.medium) },
              { label: t.sessionState, value: stateName(t, session.state) },
              { label: t.sessionAnswers, value: session.members.map((member) => said(t, member)).join('; ') },
            ]}
          />
          <p>
            <a class="more" href={`/initiatives/${initiative.id}/connections/${session.connection_id}`}>
              {t.toConnection}
            </a>{' '}
            <a class="more" href={`/initiatives/${initiative.id}/calendar`}>
              {t.calendarAddress}
            </a>
          </p>
        </Section>
        {session.state === 'planned' && (
          <div class="stack stack-6">
            <Section id="move" title={t.moveHead}>
              <Form action={`${path}/time`} state={state}>
                <DateField name="day" label={t.moveDay} value={dayIn(zone, session.starts_at).toString()} />
                <Field
                  name="time"
                  label={t.moveTime}
                  hint={t.moveTimeHint}
                  value={formatTime(locale, zone, session.starts_at)}
                  width={4}
                />
                <Field
                  name="zone"
                  label={t.moveZone}
                  value={zone}
                  options={zones.map((one) => ({ value: one, label: zoneLabel(locale, one) }))}
                />
                <Buttons>
                  <Button main>{t.moveSend}</Button>
                </Buttons>
              </Form>
            </Section>
            <Section id="cancel" title={t.cancelHead}>
              <ConfirmDetails summary={t.cancelAct}>
                <PostButton action={`${path}/cancellation`} warn>
                  {t.cancelAct}
                </PostButton>
              </ConfirmDetails>
            </Section>
          </div>
        )}
      </Columns>
    </InitiativePage>
  )
}

function stateName(t: Words, state: string): string {
  return (
    { planned: t.sessionPlanned, held: t.sessionHeld, missed: t.sessionMissed, cancelled: t.sessionCancelled }[state] ??
    state
  )
}

/** What they said afterwards; before that, whether they come. */
function said(t: Words, member: SessionRow['members'][number]): string {
  const { name } = member
  if (member.held === 'yes') return t.answeredYes({ name, minutes: String(member.held_minutes ?? '') })
  if (member.held === 'moved') return t.answeredMoved({ name })
  if (member.held === 'no') return t.answeredNo({ name })
  if (member.reply === 'yes') return t.comes({ name })
  if (member.reply === 'maybe') return t.mayCome({ name })
  return member.reply === 'no' ? t.cannotCome({ name }) : t.notAnswered({ name })
}
