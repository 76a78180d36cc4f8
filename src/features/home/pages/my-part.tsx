import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Button, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { type FormState, hasErrors } from '../../../ui/form-state.ts'
import { Note, Section } from '../../../ui/sections.tsx'
import type { Part } from '../store.ts'
import { words } from '../words.ts'

export interface MyPartProps {
  locale: Locale
  path: string
  part: Part
  /** Whether its initiative must be named: there are several. */
  named: boolean
  failed?: FormState | undefined
}

/** What a person decides about their own part: answers, pause, end. */
export const MyPart: FC<MyPartProps> = ({ locale, path, part, named, failed }) => {
  const t = words(locale)
  const { id, state, paused_until_on: until } = part
  const pause = (
    <Form action={`${path}/pause`} id={`pause-${id}`} state={failed} hidden={{ part: id }}>
      <DateField name="until" label={t.pauseUntil} hint={t.pauseHint} />
      <Button main>{t.pauseSave}</Button>
    </Form>
  )
  return (
    <Section title={named ? t.myPartIn({ initiative: part.title }) : t.myPart} id={`part-${id}`}>
      <div class="stack">
        {state === 'left' && <p>{t.hasLeft}</p>}
        {state === 'paused' && until && <p>{t.pausedUntil({ until: formatDate(locale, until) })}</p>}
        <div class="row">
          <PostButton action={`${path}/open`} hidden={{ way: 'profile', subject: id }}>
            {t.myAnswers}
          </PostButton>
          {state === 'paused' && (
            <PostButton action={`${path}/return`} hidden={{ part: id }}>
              {t.pauseEnd}
            </PostButton>
          )}
        </div>
        {state !== 'left' && (
          <>
            {hasErrors(failed) ? (
              <div class="act-in">{pause}</div>
            ) : (
              <ConfirmDetails summary={t.pause}>{pause}</ConfirmDetails>
            )}
            <ConfirmDetails summary={t.leave} bare>
              <p>{t.leaveWhat}</p>
              <PostButton action={`${path}/leaving`} hidden={{ part: id }} warn>
                {t.leaveSave}
              </PostButton>
            </ConfirmDetails>
          </>
        )}
      </div>
    </Section>
  )
}

/** The hours, the calendar address and the data, which are the person's own. */
export const MyThings: FC<{ locale: Locale; path: string; personId: string }> = ({ locale, path, personId }) => {
  const t = words(locale)
  return (
    <>
      <Section title={t.hours} id="hours" light>
        <p>{t.hoursWhat}</p>
        <div class="row">
          <PostButton action={`${path}/open`} hidden={{ way: 'availability', subject: personId }}>
            {t.hoursOpen}
          </PostButton>
        </div>
      </Section>
      <Section title={t.calendar} id="calendar" light>
        <p>{t.calendarWhat}</p>
        <div class="row">
          <PostButton action={`${path}/calendar`}>{t.calendarMake}</PostButton>
        </div>
      </Section>
      <Section title={t.data} id="data" light>
        <p>{t.dataWhat}</p>
        <p class="row">
          <Button href={`${path}/data`}>{t.dataGet}</Button>
        </p>
      </Section>
    </>
  )
}

/** A calendar address, shown this once. */
export const CalendarAddress: FC<{ locale: Locale; path: string; again: string; address: string }> = (props) => {
  const { locale, path, again, address } = props
  const t = words(locale)
  return (
    <div class="stack">
      <Note tone="go" status>
        {t.calendarOnce}
      </Note>
      <p>
        <code dir="ltr">{address}</code>
      </p>
      <div class="row">
        <PostButton action={again}>{t.calendarAgain}</PostButton>
        <Button href={path} bare>
          {t.back}
        </Button>
      </div>
    </div>
  )
}
