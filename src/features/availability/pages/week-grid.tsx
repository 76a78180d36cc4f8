import type { Child, FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Button } from '../../../ui/form.tsx'
import { Disclosure } from '../../../ui/sections.tsx'
import { halfHour, weekdayName } from '../day-names.ts'
import { daytime, emptyWeek, type Mark, slotsPerDay } from '../week.ts'
import { type Words, words } from '../words.ts'

interface Props {
  locale: Locale
  week: string | null
  /** Whether a facilitator fills it in for somebody. */
  isForOther: boolean
}

const days = [0, 1, 2, 3, 4, 5, 6]
const between = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const dayHours = between(...daytime)
const nightHours = [...between(0, daytime[0]), ...between(daytime[1], slotsPerDay)]
const shades = { '2': 'f3', '1': 'f2', '0': undefined }
const signs = { '2': '✓', '1': '~', '0': '' }

/**
 * A week of half-hours to tick: without script the ticked ones are set by one of three buttons; `week-grid` draws on the
 * same boxes and sends the whole week.
 */
export const WeekGrid: FC<Props> = ({ locale, week, isForOther }) => {
  const t = words(locale)
  const known = week ?? emptyWeek
  const hasNights = nightHours.some((half) => days.some((day) => known[day * slotsPerDay + half] !== '0'))
  return (
    <week-grid
      class="stack stack-2"

      data-said={[t.no, t.need, t.good].join('|')}
      data-how={t.howDraw}
    >
      <p class="hint">{t.howTick}</p>
      <HoursTable locale={locale} week={known} halves={dayHours} hasHeads />
      <Disclosure summary={t.nights} open={hasNights}>
        <HoursTable locale={locale} week={known} halves={nightHours} />
      </Disclosure>
      <fieldset class="field">
        <legend>{t.legend}</legend>
        <p class="row">
          <Button name="level" value="2">
            {t.good}
          </Button>
          <Button name="level" value="1">
            {t.need}
          </Button>
          <Button name="level" value="0">
            {t.no}
          </Button>
        </p>
      </fieldset>
      <div hidden>
        <p class="row">
          <Button main>{isForOther ? t.saveOf : t.save}</Button>
          <span role="status" class="small muted" />
        </p>
      </div>
    </week-grid>
  )
}

const HoursTable: FC<{ locale: Locale; week: string; halves: number[]; hasHeads?: boolean }> = (props) => {
  const { locale, week, halves } = props
  const t = words(locale)
  const long = days.map((day) => weekdayName(locale, day, 'long'))
  return (
    <table class="avail">
      <thead>
        <tr>
          <td />
          {long.map((day, index) => (
            <th scope="col">
              <Head name="d" value={index} label={t.wholeDay({ day })} isPlain={!props.hasHeads}>
                {weekdayName(locale, index, 'short')}
              </Head>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {halves.map((half) => {
          const time = halfHour(half)
          return (
            <tr>
              <th scope="row">
                <Head name="h" value={time} label={t.wholeTime({ time })}>
                  {time}
                </Head>
              </th>
              {long.map((day, index) => (
                <td>
                  <Cell
                    day={index}
                    time={time}
                    mark={week[index * slotsPerDay + half] as Mark}
                    name={{ day, time }}
                    t={t}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

// The order of the attributes, and what they share with their neighbours, make the page a tenth smaller once compressed.
const Cell: FC<{ day: number; time: string; mark: Mark; name: { day: string; time: string }; t: Words }> = (props) => {
  const { day, time, mark, name, t } = props
  const label = mark === '2' ? t.cellGood(name) : mark === '1' ? t.cellNeed(name) : t.cell(name)
  return (
    <label class={shades[mark]}>
      <input type="checkbox" value={time} aria-label={label} name={`s${day}`} />
      {signs[mark]}
    </label>
  )
}

/** A box for a whole day or hour. */
const Head: FC<{ name: string; value: number | string; label: string; isPlain?: boolean; children?: Child }> = (
  props,
) => {
  if (props.isPlain) return <>{props.children}</>
  return (
    <label>
      <input type="checkbox" name={props.name} value={props.value} aria-label={props.label} />
      {props.children}
    </label>
  )
}
