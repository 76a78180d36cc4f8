import { isoDay } from '../../platform/clock.ts'
import { joinDate } from '../../ui/date-field.tsx'
import type { FormState } from '../../ui/form-state.ts'

/** A poll that asks more is not answered. */
export const mostTimes = 20
const rowsAtFirst = 4
const rowsMore = 4
/** How many days after it a row is copied to: the rest of a week. */
export const copiedDays = 4
/** No further ahead than links to a poll live. */
const mostDaysAhead = 365

type Values = FormState['values']

export interface TimeWords {
  dayWrong: string
  timeWrong: string
  timeSkipped: string
  timePast: string
  timeFar: string
  timeTwice: string
  timesMissing: string
}

const rowNumbers = Array.from({ length: mostTimes }, (_, index) => index + 1)

const textOf = (values: Values, name: string) => String(values[name] ?? '').trim()
const isBlank = (values: Values, row: number) =>
  joinDate(values, `day.${row}`) === '' && textOf(values, `time.${row}`) === ''

/**
 * The moments typed into the rows of the form, `day.1` and `time.1` and so on, by the clock of a zone. Blank rows are
 * left out; mistakes come back at their field.
 * @param kept moments that may stay although they are past by now
 */
export function readTimes(
  values: Values,
  zone: string,
  now: Temporal.Instant,
  kept: readonly Temporal.Instant[],
  t: TimeWords,
): { times: Temporal.Instant[]; errors: Record<string, string> } {
  const times: Temporal.Instant[] = []
  const errors: Record<string, string> = {}
  for (const row of rowNumbers) {
    if (isBlank(values, row)) continue
    const day = isoDay(joinDate(values, `day.${row}`))
    const time = timeOfDay(textOf(values, `time.${row}`))
    if (!day) errors[`day.${row}`] = t.dayWrong
    if (!time) errors[`time.${row}`] = t.timeWrong
    if (!day || !time) continue
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: time })
    const moment = at.toInstant()
    const isKept = kept.some((one) => one.equals(moment))
    // The hour that a change of the clocks leaves out comes back as another one.
    if (!at.toPlainTime().equals(time)) errors[`time.${row}`] = t.timeSkipped
    else if (!isKept && Temporal.Instant.compare(moment, now) <= 0) errors[`day.${row}`] = t.timePast
    else if (now.until(moment).total('hours') > mostDaysAhead * 24) errors[`day.${row}`] = t.timeFar
    else if (times.some((one) => one.equals(moment))) errors[`time.${row}`] = t.timeTwice
    else times.push(moment)
  }
  if (times.length === 0 && Object.keys(errors).length === 0) errors['day.1'] = t.timesMissing
  return { times: times.toSorted((a, b) => Temporal.Instant.compare(a, b)), errors }
}

/** '9:05' or '09:05', also with 'h' as French writes it. */
function timeOfDay(text: string): Temporal.PlainTime | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])\s*[:.hH]\s*([0-5]\d)$/.exec(text) ?? []
  return hour === undefined ? null : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
}

/** Moments as the rows of the form show them. */
export function timesTyped(times: readonly Temporal.Instant[], zone: string): Values {
  const values: Values = {}
  for (const [index, moment] of times.entries()) {
    const at = moment.toZonedDateTimeISO(zone)
    fill(values, index + 1, at.toPlainDate(), at.toPlainTime().toString({ smallestUnit: 'minute' }))
  }
  return values
}

function fill(values: Values, row: number, day: Temporal.PlainDate, time: string): void {
  values[`day.${row}.d`] = String(day.day)
  values[`day.${row}.m`] = String(day.month)
  values[`day.${row}.y`] = String(day.year)
  values[`time.${row}`] = time
}

/** The rows to show: the filled ones and some blank ones; more where more were asked for. */
export function rowsToShow(values: Values): number[] {
  const asked = 'more' in values ? rowsMore : 0
  const last = rowNumbers.findLast((row) => !isBlank(values, row) || `time.${row}` in values) ?? 0
  return rowNumbers.slice(0, Math.max(rowsAtFirst, last + asked))
}

/** The same form with the time of one row on each of the days after it, as far as there is room. */
export function copyToFollowingDays(values: Values, row: number): Values {
  const copied = { ...values }
  const day = isoDay(joinDate(values, `day.${row}`))
  if (!day) return copied
  const time = textOf(values, `time.${row}`)
  for (let ahead = 1; ahead <= copiedDays; ahead += 1) {
    const next = day.add({ days: ahead })
    const isThere = rowNumbers.some(
      (other) =>
        textOf(copied, `time.${other}`) === time && isoDay(joinDate(copied, `day.${other}`))?.equals(next) === true,
    )
    const free = rowNumbers.find((other) => isBlank(copied, other))
    if (!isThere && free !== undefined) fill(copied, free, next, time)
  }
  return copied
}
