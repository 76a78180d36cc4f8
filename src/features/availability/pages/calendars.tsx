import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { linkOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { type FormState, hasErrors } from '../../../ui/form-state.ts'
import { Button, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import type { KeptCalendar } from '../calendar-store.ts'
import { whyFailed } from '../reading-trouble.ts'
import { type Words, words } from '../words.ts'

interface Props {
  c: VisitContext
  calendars: readonly KeptCalendar[]
  /** The page of the person's time, under which this one lies. */
  path: string
  state?: FormState
}

/** The person's own calendars, read for what is busy; added and taken away by the person alone. */
export const CalendarsPage: FC<Props> = ({ c, calendars, path, state }) => {
  const { locale } = c.var
  const { zone } = linkOf(c)
  const t = words(locale)
  return (
    <PeerPage
      c={c}
      title={t.calendars}
      lead={t.calendarsWhat}
      over={<a href={path}>{t.title}</a>}
      sentences={t}
      error={state}
      errorForm="calendar-form"
    >
      <div class="stack">
        {calendars.length === 0 && <p>{t.calendarsNone}</p>}
        {calendars.map((one) => (
          <div>
            <p>
              <bdi>{one.host}</bdi>
              <span class="block small muted">
                <Isolated text={standing(t, one, (at) => formatMoment(locale, zone, at))} />
              </span>
            </p>
            <PostButton
              action={`${path}/calendars/removal`}
              hidden={{ calendar: one.id }}
              small
              label={t.calendarRemoveOne({ host: one.host })}
            >
              {t.calendarRemove}
            </PostButton>
          </div>
        ))}
        <ConfirmDetails summary={t.calendarAdd} open={hasErrors(state)}>
          <Form id="calendar-form" action={`${path}/calendars`} state={state}>
            <Choice
              name="kind"
              label={t.calendarKind}
              value="ics"
              stacked
              options={[
                { value: 'ics', label: t.calendarIcs },
                { value: 'caldav', label: t.calendarCaldav },
              ]}
            />
            <Field name="address" label={t.calendarAddress} type="url" autocomplete="off" dir="ltr" />
            <Field name="user" label={t.calendarUser} autocomplete="off" dir="ltr" optional />
            <Field name="password" label={t.calendarPassword} type="password" autocomplete="off" optional />
            <Button main>{t.calendarAdd}</Button>
          </Form>
        </ConfirmDetails>
      </div>
    </PeerPage>
  )
}

function standing(t: Words, { readAt, lastError, times }: KeptCalendar, moment: (at: Temporal.Instant) => string) {
  if (lastError !== null) return t.calendarFailed({ why: t[`failed${whyFailed(lastError)}`] })
  return readAt ? t.calendarRead({ at: moment(readAt), count: times ?? 0 }) : t.calendarWaits
}
