import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { countryName } from '../../../platform/i18n/names.ts'
import { Choice, Tick } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Button, Form } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Section } from '../../../ui/sections.tsx'
import { weekdayName } from '../day-names.ts'
import { words } from '../words.ts'
import type { TimeProps } from './time-page.tsx'

/** How much somebody accepts, public holidays and days of rest. */
export const LimitsSection: FC<TimeProps> = ({ c, time, path, sentBack, isForOther }) => {
  const { locale } = c.var
  const t = words(locale)
  const { said, weekend } = time
  const holidays = time.holidays.map((day) => formatDate(locale, day))
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(locale, day - 1, 'long') }))
  return (
    <Section id="limits" title={t.limits}>
      <Form id="limits-form" action={`${path}/limits`} state={sentBack?.form === 'limits' ? sentBack.state : undefined}>
        <div class="two">
          <Field
            name="perWeek"
            label={t.perWeek}
            value={said.sessionsPerWeek ?? ''}
            width={4}
            inputmode="numeric"
            optional
          />
          <Field
            name="perMonth"
            label={t.perMonth}
            value={said.minutesPerMonth ?? ''}
            width={4}
            inputmode="numeric"
            optional
          />
        </div>
        <div>
          <Tick
            name="holidays"
            label={
              said.country === null ? (
                t.holidaysUnknown
              ) : (
                <Isolated text={t.holidays({ country: countryName(locale, said.country) })} />
              )
            }
            checked={said.takesHolidays ?? true}
          />
          {said.country !== null && (
            <p class="hint">
              <Isolated
                text={holidays.length > 0 ? t.holidaysNext({ days: list(locale, holidays) }) : t.holidaysNone}
              />
            </p>
          )}
        </div>
        <Choice
          name="weekend"
          label={t.weekend}
          hint={isForOther ? undefined : t.weekendHint}
          options={days}
          value={weekend.map(String)}
          many
        />
        <Button>{t.limitsSave}</Button>
      </Form>
      {!isForOther && (
        <p>
          {t.pauseWhat} <a href="/my">{t.pauseOpen}</a>
        </p>
      )}
    </Section>
  )
}
