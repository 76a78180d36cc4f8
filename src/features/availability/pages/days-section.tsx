import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { hasErrors } from '../../../ui/form-state.ts'
import { Button, ConfirmDetails, Form } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { Section } from '../../../ui/sections.tsx'
import type { KeptException } from '../store.ts'
import { type Words, words } from '../words.ts'
import type { TimeProps } from './time-page.tsx'

// More would not come with the first packets.
const shownAtFirst = 5

/** Days on which the usual week does not hold: those to come, and a form for more. */
export const DaysSection: FC<TimeProps> = ({ c, time, path, sentBack }) => {
  const { locale } = c.var
  const t = words(locale)
  const shown = c.req.query('all') === 'days' ? time.exceptions : time.exceptions.slice(0, shownAtFirst)
  const state = sentBack?.form === 'days' ? sentBack.state : undefined
  const levels = (['0', '1', '2'] as const).map((value) => ({ value, label: t[`level${value}Long`] }))
  return (
    <Section id="days" title={t.days}>
      <div class="stack">
        {time.exceptions.length === 0 && <p>{t.noDays}</p>}
        {shown.length > 0 && (
          <Form action={`${path}/days/removal`} class="stack">
            {shown.map((one) => {
              const days = daysOf(locale, t, one)
              return (
                <p class="row">
                  <span>
                    <Isolated text={days} />: {t[`level${one.level as 0 | 1 | 2}`]}
                  </span>
                  <Button name="exception" value={one.id} small label={t.dayRemoveOne({ days: withoutIsolates(days) })}>
                    {t.dayRemove}
                  </Button>
                </p>
              )
            })}
          </Form>
        )}
        {shown.length < time.exceptions.length && (
          <p>
            <a href={`${path}?all=days#days`}>{t.daysAll({ count: time.exceptions.length })}</a>
          </p>
        )}
        <ConfirmDetails summary={t.dayAdd} open={hasErrors(state)}>
          <Form id="days-form" action={`${path}/days`} state={state}>
            <DateField name="from" label={t.dayFrom} />
            <DateField name="to" label={t.dayTo} hint={t.dayToHint} optional />
            <Choice name="dayLevel" label={t.dayLevel} options={levels} value="0" stacked />
            <Button main>{t.dayAdd}</Button>
          </Form>
        </ConfirmDetails>
      </div>
    </Section>
  )
}

function daysOf(locale: Locale, t: Words, { from, to }: KeptException): string {
  const day = formatDate(locale, from)
  return from.equals(to) ? t.dayOne({ day }) : t.dayMany({ from: day, to: formatDate(locale, to) })
}
